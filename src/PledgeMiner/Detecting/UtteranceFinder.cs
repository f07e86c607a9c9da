namespace PledgeMiner.Detecting;

/// <summary>A verb of speech with the one who speaks.</summary>
/// <param name="Verb">Index of the verb, or of "according".</param>
internal readonly record struct Utterance(int Verb, Subject Subject);

/// <summary>Finds who says, asks, thanks: every verb of speech with a subject that can speak, in the order of the sentence.</summary>
internal sealed class UtteranceFinder(Func<SentenceView, Subject, bool> speaks)
{
    private static readonly HashSet<string> Verbs =
    [
        .. "say tell add state declare explain stress warn write reiterate argue emphasise emphasize underline reply answer observe remark repeat ask call urge appeal thank hint suggest assure confirm recall indicate acknowledge note report complain plead beg invite request encourage inform admit claim insist allow tweet post signal comment quip joke advise propose reaffirm describe announce reveal caution hint predict allege remind point reckon".Split(' '),
    ];

    /// <summary>Verbs that speak only with what they say in a clause: "reported that", "noted that", not "posted troops".</summary>
    private static readonly HashSet<string> WithClause = [.. "add announce reveal predict allege point reckon advise propose reaffirm allow note report post signal claim suggest observe confirm state comment insist".Split(' ')];

    /// <summary>What is said before its speaker is at least so long.</summary>
    private const int MinClauseWords = 5;

    public List<Utterance> Find(SentenceView view, List<VerbGroup> verbs)
    {
        List<Utterance> found = [];
        for (var v = 0; v < verbs.Count; v++)
        {
            var verb = verbs[v];
            if (verb.Passive || !Verbs.Contains(verb.Lemma) && !IsPhrase(view, verb) || !IsMade(view, verb)) continue;
            if (verb.Modality == Modality.Participle ? view.Word(verb.First - 1) != "," || verb.Lemma is not ("say" or "add" or "stress" or "warn" or "tell") : !verb.Finite) continue;
            if (SubjectOf(view, verbs, v) is not { } subject || IsSupposed(view, subject.First)) continue;
            // A ministry that announces acts itself.
            if (verb.Lemma == "announce" && view.EntityAt(subject.Head)?.Kind != EntityKind.Person && !SpeakerNouns.IsPerson(view.Lemma(subject.Head)) && view.Pos(subject.Head) != PartOfSpeech.Pron) continue;
            // "..., Minister Doe announced on Friday": the clause may stand before.
            if (WithClause.Contains(verb.Lemma) && !HasClause(view, verb) && !(view.Word(subject.First - 1) is "," && subject.First > MinClauseWords)) continue;
            found.Add(new(verb.Head, subject));
        }
        for (var i = 0; i + 2 < view.Count; i++)
        {
            // "described by two officials"
            var told = view.Words[i] == "according" && view.Words[i + 1] == "to" || view.Words[i] is "described" or "confirmed" or "outlined" or "relayed" && view.Words[i + 1] == "by";
            if (told && SubjectFinder.After(view, i + 1) is { } subject && Speaking(view, subject) is { } source) found.Add(new(i, source));
        }
        return found;
    }

    /// <summary>Not "will ask", "did not say", and not those "asked about" something.</summary>
    private static bool IsMade(SentenceView view, VerbGroup verb) =>
        verb.Modality is not (Modality.Future or Modality.Conditional or Modality.Possible or Modality.Required) && !(verb.Negated && verb.Lemma is "say" or "tell")
        && !(verb.Lemma == "ask" && view.Word(verb.Head + 1) is "about" or "whether" or "if");

    /// <summary>"if Kyiv asks for them"</summary>
    private static bool IsSupposed(SentenceView view, int subject)
    {
        for (var i = subject - 1; i >= Math.Max(0, subject - 2); i--)
        {
            if (view.Word(i) is "if" or "when" or "once" or "provided" or "unless" or "whether" or "should") return true;
        }
        return false;
    }

    /// <summary>"makes clear", "expressed its gratitude", "let it be known"</summary>
    private static bool IsPhrase(SentenceView view, VerbGroup verb) => verb.Lemma switch
    {
        "make" => view.Word(verb.Head + 1) is "clear" or "plain" or "known" || view.Word(verb.Head + 1) == "it" && view.Word(verb.Head + 2) is "clear" or "plain",
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
        if (before is not ("and" or "but" or "or") && verb.Modality != Modality.Participle)
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
