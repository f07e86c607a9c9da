namespace PledgeMiner.Detecting;

/// <summary>A verb of speech with the one who speaks.</summary>
/// <param name="Verb">Index of the verb, or of "according".</param>
internal readonly record struct Utterance(int Verb, Subject Subject);

/// <summary>Finds who says, asks, thanks: every verb of speech with a subject that can speak, in the order of the sentence.</summary>
internal sealed class UtteranceFinder(Func<SentenceView, Subject, bool> speaks)
{
    private static readonly HashSet<string> Verbs =
    [
        .. "say tell add state declare explain stress warn write reiterate argue emphasise emphasize underline reply answer observe remark repeat ask call urge appeal demand mention thank hint suggest assure confirm recall indicate acknowledge note report complain plead beg invite request encourage inform admit claim insist allow tweet post signal comment quip joke advise reaffirm describe announce reveal caution predict allege remind reckon concede contend assert affirm testify elaborate clarify disclose divulge confide whisper mutter shout deny retort object protest counter alert recommend exhort implore beseech praise opine concur imply text".Split(' '),
    ];

    /// <summary>Verbs that speak only with what they say in a clause: "reported that", "noted that", not "posted troops".</summary>
    private static readonly HashSet<string> WithClause = [.. "contend assert affirm testify disclose divulge deny object protest counter recommend concur imply clarify add announce reveal predict allege reckon advise reaffirm allow note report post signal claim suggest observe confirm state comment insist".Split(' ')];

    /// <summary>What is said before its speaker is at least so long.</summary>
    private const int MinClauseWords = 5;

    public List<Utterance> Find(SentenceView view, List<VerbGroup> verbs)
    {
        List<Utterance> found = [];
        for (var v = 0; v < verbs.Count; v++)
        {
            var verb = verbs[v];
            if (IsCited(view, verbs, v))
            {
                if (SubjectOf(view, verbs, v) is { } cited) found.Add(new(verb.Head, cited));
                continue;
            }
            if (verb.Passive || !Verbs.Contains(verb.Lemma) && !IsPhrase(view, verb) || !IsMade(view, verb)) continue;
            if (verb.Modality == Modality.Participle ? !IsParticiple(view, verb) : !verb.Finite) continue;
            if (SubjectOf(view, verbs, v) is not { } subject || IsSupposed(view, verb, subject.First) || IsNaming(view, verb, subject.First) || IsRelative(view, subject.First)) continue;
            // A ministry that announces acts itself.
            if (verb.Lemma == "announce" && view.EntityAt(subject.Head)?.Kind != EntityKind.Person && !SpeakerNouns.IsPerson(view.Lemma(subject.Head)) && view.Pos(subject.Head) != PartOfSpeech.Pron) continue;
            // "..., Minister Doe announced on Friday": the clause may stand before.
            var person = view.EntityAt(subject.Head)?.Kind == EntityKind.Person || SpeakerNouns.IsPerson(view.Lemma(subject.Head)) || view.Word(subject.Head) is "he" or "she";
            if (WithClause.Contains(verb.Lemma) && !(person && verb.Lemma is ("confirm" or "reaffirm" or "note" or "state" or "insist" or "clarify")) && !HasClause(view, verb) && !(view.Word(subject.First - 1) is "," && subject.First > MinClauseWords)) continue;
            found.Add(new(verb.Head, subject));
        }
        for (var i = 0; i + 1 < view.Count; i++)
        {
            if (view.Words[i] is "according" or "per" or "described" or "confirmed" or "outlined" or "relayed")
            {
                if (AttributionAt(view, i) is { } source) found.Add(source);
            }
            else if (view.Pos(i) == PartOfSpeech.Noun && NounAt(view, i) is { } said)
            {
                found.Add(said);
            }
        }
        return found;
    }

    /// <summary>"according to officials", "per a diplomat", "as described by two officials"</summary>
    private Utterance? AttributionAt(SentenceView view, int i)
    {
        var last = view.Words[i] switch
        {
            "according" when view.Words[i + 1] == "to" => i + 1,
            "described" or "confirmed" or "outlined" or "relayed" when view.Words[i + 1] == "by" => i + 1,
            "per" when view.Word(i - 1) is "," => i,
            _ => -1,
        };
        if (last < 0 || SubjectFinder.After(view, last) is not { } subject) return null;
        // "according to a statement from the ministry": who has written it.
        if (SpeakerNouns.IsText(view.Lemma(subject.Head)) && view.Word(subject.End) is "from" or "by" or "of" && SubjectFinder.After(view, subject.End) is { } writer && Speaking(view, writer) is { } written) return new(i, written);
        return Speaking(view, subject) is { } source || SpeakerNouns.IsText(view.Lemma((source = subject).Head)) ? new(i, source) : null;
    }

    /// <summary>"France talks of going": a verb of speech that looks like a noun, right behind a name.</summary>
    private Utterance? NounAt(SentenceView view, int i)
    {
        if (view.Words[i] is not ("talks" or "calls" or "appeals" or "demands" or "reports" or "urges" or "claims" or "notes" or "answers" or "replies" or "repeats" or "warns")) return null;
        if (view.Words[i + 1] is not ("of" or "for" or "on" or "that" or "to") || view.EntityAt(i - 1) is not { Kind: EntityKind.State or EntityKind.Organisation or EntityKind.Person } && view.Word(i - 1) != ",") return null;
        return SubjectFinder.Before(view, i) is { } subject && view.Text[view.Tokens[subject.Head].Start] is var c && char.IsUpper(c) && Speaking(view, subject) is { } speaking ? new(i, speaking) : null;
    }

    /// <summary>Not "will ask", "did not say", and not those "asked about" something.</summary>
    private static bool IsMade(SentenceView view, VerbGroup verb) =>
        verb.Modality is not (Modality.Future or Modality.Conditional or Modality.Possible or Modality.Required) && !(verb.Negated && verb.Lemma is "say" or "tell")
        && !(verb.Lemma == "ask" && view.Word(verb.Head + 1) is "about" or "whether" or "if");

    /// <summary>"a source was quoted as saying", "Finland was said to have asked": the subject speaks, though the verb is passive.</summary>
    private static bool IsCited(SentenceView view, List<VerbGroup> verbs, int index) =>
        verbs[index] is { Passive: true, Lemma: "cite" or "quote" } && index + 1 < verbs.Count && view.Word(verbs[index].Head + 1) == "as" && verbs[index + 1].Lemma == "say";

    /// <summary>", saying that"; "with the minister telling reporters": with its own subject or that of the main verb.</summary>
    private static bool IsParticiple(SentenceView view, VerbGroup verb) =>
        verb.Lemma is "say" or "add" or "stress" or "warn" or "tell" or "insist" or "note" or "point" or "argue" or "explain" && (view.Word(verb.First - 1) == "," || view.EntityAt(verb.First - 1) is { Kind: EntityKind.Person });

    /// <summary>"a process that officials said takes months": speech in a side clause tells of a thing, not the deed.</summary>
    private static bool IsRelative(SentenceView view, int subject) =>
        view.Word(subject - 1) is "that" or "which" && view.Pos(subject - 1) == PartOfSpeech.Pron && (view.Pos(subject - 2) is PartOfSpeech.Noun or PartOfSpeech.Propn || view.Word(subject - 2) == ",");

    /// <summary>"if Kyiv asks for them"; "when Kyiv asked" tells what was said.</summary>
    private static bool IsSupposed(SentenceView view, VerbGroup verb, int subject)
    {
        for (var i = subject - 1; i >= Math.Max(0, subject - 2); i--)
        {
            if (view.Word(i) is "if" or "once" or "provided" or "unless" or "whether" or "should" || view.Word(i) == "when" && verb.Modality != Modality.Past) return true;
        }
        return false;
    }

    /// <summary>"what NATO calls a partner", "as people call it": a name, not a call for something.</summary>
    private static bool IsNaming(SentenceView view, VerbGroup verb, int subject) =>
        verb.Lemma == "call" && (view.Word(subject - 1) is "what" or "as" || !Enumerable.Range(verb.Head + 1, 4).Any(i => view.Word(i) is "on" or "for" or "upon"));

    /// <summary>"makes clear", "expressed its gratitude", "let it be known"</summary>
    private static bool IsPhrase(SentenceView view, VerbGroup verb) => verb.Lemma switch
    {
        "make" => view.Word(verb.Head + 1) is "clear" or "plain" or "known" || view.Word(verb.Head + 1) == "it" && view.Word(verb.Head + 2) is "clear" or "plain",
        // "as the minister put it"
        "put" => view.Word(verb.Head + 1) is "it" or "this",
        "point" => view.Word(verb.Head + 1) is "out" or "to",
        "express" => view.Word(verb.Head + 2) is "gratitude" or "thanks" or "appreciation" || view.Word(verb.Head + 1) is "gratitude" or "thanks" or "appreciation",
        "let" => view.Word(verb.Head + 2) == "be" && view.Word(verb.Head + 3) is "known" or "understood",
        // "spoke of 2,000 men"
        "speak" or "talk" => view.Word(verb.Head + 1) is "of" or "about",
        _ => false,
    };

    private static bool HasClause(SentenceView view, VerbGroup verb)
    {
        var next = view.Word(verb.Head + 1);
        // "announced a deal under which it will": the deed itself.
        if (verb.Lemma is "announce" or "reveal") return next is "that" or "," or "." or "" or ":";
        if (next is "that" or ":" or "," or "\"" or "“" or "." or "" or "there" or "he" or "it" or "they") return true;
        for (var i = verb.Head + 1; i < Math.Min(view.Count, verb.Head + 12); i++)
        {
            if (view.Word(i) is "," or ";") return false;
            if (view.Word(i) is "that" or "will" or "would" or "could" or "may" or "might" or "has" or "had" or "is" or "was" or "were" or "are") return true;
        }
        return false;
    }

    private Subject? SubjectOf(SentenceView view, List<VerbGroup> verbs, int index)
    {
        var verb = verbs[index];
        var before = view.Word(verb.First - 1);
        if (before is not ("and" or "but" or "or") && (verb.Modality != Modality.Participle || before != ","))
        {
            if (before is "who" or "which") return SubjectFinder.BeforeRelative(view, verb.First - 1) is { } whose ? Speaking(view, whose) : null;
            if (SubjectFinder.Before(view, verb.First) is { } subject && Speaking(view, subject) is { } speaking) return speaking;
            return before is "," or "\"" or "”" or "'" ? SubjectFinder.After(view, verb.Head) is { } after ? Speaking(view, after) : null : null;
        }
        // "Poulsen agrees that a backstop is necessary and urges Washington": the subject of a verb before.
        for (var i = index - 1; i >= 0; i--)
        {
            if (!verbs[i].Finite || view.Word(verbs[i].First - 1) is "and" or "but") continue;
            if (SubjectFinder.Before(view, verbs[i].First) is { } shared && Speaking(view, shared) is { } speaking) return speaking;
        }
        return null;
    }

    /// <summary>The phrase, where it or the person in it can speak.</summary>
    private Subject? Speaking(SentenceView view, Subject subject) => speaks(view, subject) ? subject : null;
}
