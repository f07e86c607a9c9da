namespace PledgeMiner.Detecting;

/// <summary>Reported or quoted speech: who speaks, and which words are the report's frame.</summary>
/// <param name="Verb">Index of the reporting verb.</param>
/// <param name="Subject">The speaker's entity or null where a pronoun or an unnamed official speaks.</param>
internal sealed record Speech(int Verb, Entity? Subject, TextSpan SubjectSpan, string SubjectWord);

/// <summary>Finds the frame of reported speech.</summary>
internal static class SpeechFinder
{
    private static readonly HashSet<string> Verbs =
    [
        .. "say tell add announce state note declare explain stress insist warn write tweet reiterate confirm claim argue emphasise emphasize underline suggest reply respond acknowledge admit argue observe remark comment post report signal indicate assure".Split(' '),
    ];

    private static readonly HashSet<string> People =
    [
        .. "minister president official spokesman spokeswoman spokesperson chancellor secretary leader source diplomat ambassador envoy general adviser advisor senator he she they commissioner chief premier".Split(' '),
    ];

    public static Speech? Find(SentenceView view, List<VerbGroup> verbs)
    {
        foreach (var verb in verbs)
        {
            if (!verb.Finite || !Verbs.Contains(verb.Lemma) || !Reports(view, verb)) continue;
            var (entity, word) = SubjectBefore(view, verb.First) ?? SubjectAfter(view, verb.Head) ?? (null, "");
            if (entity is null && word.Length == 0) continue;
            return new(verb.Head, entity, entity?.Span ?? view.Tokens[verb.Head].Span, word);
        }
        return null;
    }

    /// <summary>A clause or a quotation must hang on the verb: "announced a package" is no report but the deed itself.</summary>
    private static bool Reports(SentenceView view, VerbGroup verb)
    {
        var next = view.Word(verb.Head + 1);
        if (next is "that" or ":" or "," or "\"" or "“" or "." or "") return true;
        if (verb.Lemma is "say" or "tell" or "add" or "claim" or "argue" or "insist" or "warn" or "reply") return true;
        // "announced it would", "confirmed Berlin will": a subject and a finite verb follow.
        for (var i = verb.Head + 1; i < Math.Min(view.Count, verb.Head + 6); i++)
        {
            if (view.Word(i) is "will" or "would" or "could" or "may" or "has" or "had" or "is" or "was" or "had") return true;
        }
        return false;
    }

    private static (Entity? Entity, string Word)? SubjectBefore(SentenceView view, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 12); i--)
        {
            if (view.Word(i) is "\"" or "”" or "“" or ";") return null;
            if (view.EntityAt(i) is { Kind: EntityKind.Person or EntityKind.State or EntityKind.Organisation or EntityKind.Group } entity && !AfterPreposition(view, entity)) return (entity, view.Word(i));
            if (People.Contains(view.Lemma(i)) || view.Pos(i) == PartOfSpeech.Pron && view.Word(i) is "he" or "she" or "it" or "they" or "i" or "we") return (Modifier(view, i), view.Word(i));
        }
        return null;
    }

    private static (Entity? Entity, string Word)? SubjectAfter(SentenceView view, int verb)
    {
        for (var i = verb + 1; i < Math.Min(view.Count, verb + 10); i++)
        {
            if (view.EntityAt(i) is { Kind: EntityKind.Person } person) return (person, view.Word(i));
            if (People.Contains(view.Lemma(i))) return (Modifier(view, i), view.Word(i));
            if (view.Pos(i) == PartOfSpeech.Verb) return null;
        }
        return null;
    }

    /// <summary>"the British defence minister": the state that the office belongs to.</summary>
    private static Entity? Modifier(SentenceView view, int office)
    {
        for (var i = office - 1; i >= Math.Max(0, office - 4); i--)
        {
            if (view.EntityAt(i) is { Code: not null } entity) return entity;
            if (view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Punct) return null;
        }
        return view.Word(office + 1) == "of" && view.EntityAt(office + 2) is { Code: not null } of ? of : null;
    }

    private static bool AfterPreposition(SentenceView view, Entity entity) =>
        view.Pos(view.IndexOf(entity.Span.Start) - 1) == PartOfSpeech.Adp;
}
