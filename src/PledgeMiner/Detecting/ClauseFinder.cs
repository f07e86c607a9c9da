namespace PledgeMiner.Detecting;

/// <summary>Finds the main clauses of a sentence that may each speak of a deed of its own: "has delivered two and will send a third", "Norway will train them, but Sweden will not".</summary>
internal static class ClauseFinder
{
    /// <summary>A subject of more words is hardly one: the verb belongs to something else. A choice, not a measurement.</summary>
    private const int LongestSubject = 10;

    /// <summary>The clauses in text order, without what joins them; empty where the sentence is one.</summary>
    public static IReadOnlyList<Clause> Find(SentenceView view, List<VerbGroup> verbs)
    {
        if (verbs.Count(x => x.Finite) < 2) return [];
        List<Clause>? clauses = null;
        var (first, depth, own) = (0, 0, true);
        for (var i = 1; i < view.Count; i++)
        {
            depth += view.Words[i] switch { "(" or "[" => 1, ")" or "]" => -1, _ => 0 };
            if (depth > 0 || !Joins(view, i) || LastVerb(verbs, first, i) is not { } left || NextVerb(view, verbs, i + 1) is not { } right) continue;
            var ownSubject = HasSubject(view, i + 1, right.First);
            if (ownSubject ? !IsSetOff(view, i) : right.First > i + 2 || !Differ(view, i, left, right)) continue;
            (clauses ??= []).Add(Of(view, first, i, own));
            (first, own) = (i + 1, ownSubject);
        }
        if (clauses is null) return [];
        clauses.Add(Of(view, first, view.Count, own));
        return clauses;
    }

    private static bool Joins(SentenceView view, int i) => view.Words[i] is "and" or "but" or "while" or "whereas" or "although" or "though" or "yet" or ";";

    /// <summary>"and" between a verb's object and the next subject needs a comma before it, or a pronoun after, or it may as well join two objects.</summary>
    private static bool IsSetOff(SentenceView view, int at) =>
        view.Words[at] != "and" || view.Word(at - 1) == "," || view.Word(at + 1) is "it" or "he" or "she" or "they" or "we" or "i";

    /// <summary>
    /// "train and equip them" is one deed: without a subject of its own the second verb must stand in another tense or be negated, and be finite beyond doubt: with an
    /// auxiliary, as "sends", or after "but", since in "to train and equip" and "guns bought and sent" it is not.
    /// </summary>
    private static bool Differ(SentenceView view, int joint, VerbGroup left, VerbGroup right) =>
        (left.Modality, left.Negated) != (right.Modality, right.Negated)
        && (right.First < right.Head || view.Words[right.Head] != right.Lemma && (view.Words[joint] is "but" or "yet" || view.Words[right.Head].EndsWith('s')));

    private static VerbGroup? LastVerb(List<VerbGroup> verbs, int first, int end)
    {
        for (var i = verbs.Count - 1; i >= 0; i--) if (verbs[i].Head < end && verbs[i].First >= first && verbs[i].Finite) return verbs[i];
        return null;
    }

    /// <summary>The next finite verb, unless a clause that only tells of a noun comes before it.</summary>
    private static VerbGroup? NextVerb(SentenceView view, List<VerbGroup> verbs, int from)
    {
        foreach (var verb in verbs)
        {
            if (verb.First < from) continue;
            if (!verb.Finite || verb.First - from > LongestSubject) return null;
            for (var i = from; i < verb.First; i++) if (view.Words[i] is "who" or "which" or "that" or "," or ";" or ":" or "if" or "when" or "and") return null;
            return verb;
        }
        return null;
    }

    private static bool HasSubject(SentenceView view, int from, int verb)
    {
        for (var i = from; i < verb; i++) if (view.Pos(i) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron || view.EntityAt(i) is not null) return true;
        return false;
    }

    private static Clause Of(SentenceView view, int first, int end, bool ownSubject)
    {
        while (end - 1 > first && view.Words[end - 1] is "," or ";") end--;
        return new(view.SpanOf(first, end), ownSubject);
    }
}

/// <param name="OwnSubject">Whether it says itself who acts; else the clause before does.</param>
internal readonly record struct Clause(TextSpan Span, bool OwnSubject);
