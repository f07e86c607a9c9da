namespace PledgeMiner.Detecting;

/// <summary>Finds for each verb of a sentence its subject and the words that it governs.</summary>
internal static class FrameFinder
{
    /// <summary>Words after a verb beyond this many count as another clause's: a choice, not a measurement.</summary>
    private const int Reach = 13;

    public static VerbFrame[] Find(SentenceView view, List<VerbGroup> verbs)
    {
        var frames = new VerbFrame[verbs.Count];
        for (var i = 0; i < frames.Length; i++)
        {
            var verb = verbs[i];
            var previous = i > 0 ? verbs[i - 1].Head : -1;
            var next = i + 1 < verbs.Count ? verbs[i + 1].Head : view.Count;
            frames[i] = new(SubjectOf(view, previous, verb.First), verb.Head, Math.Min(next, verb.Head + 1 + Reach), verb.Modality, verb.Negated, verb.Passive);
        }
        return frames;
    }

    /// <summary>The nearest name or pronoun before the verb, else the first noun of its clause.</summary>
    private static int SubjectOf(SentenceView view, int previous, int verb)
    {
        var subject = -1;
        for (var i = verb - 1; i > previous; i--)
        {
            if (view.EntityAt(i) is { Kind: not (EntityKind.Money or EntityKind.Date or EntityKind.Quantity or EntityKind.Equipment) }) return i;
            if (view.Word(i) is "we" or "i" or "our" or "he" or "she" or "it" or "they" or "you" or "who" or "which" or "that" or "this" or "these" or "there") return i;
            if (view.Word(i) is ";" or ":" or "\"" or "“" or "”") return subject;
            if (view.Pos(i) == PartOfSpeech.Noun) subject = i;
        }
        return subject;
    }
}
