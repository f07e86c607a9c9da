namespace PledgeMiner.Detecting;

/// <summary>A verb with its auxiliaries: "has not yet been delivered".</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Head">Index of the full verb.</param>
internal readonly record struct VerbGroup(int First, int Head, string Lemma, Modality Modality, bool Negated, bool Passive)
{
    /// <summary>Whether it has a subject of its own.</summary>
    public bool Finite => Modality is not (Modality.Infinitive or Modality.Participle);
}

/// <summary>Finds a sentence's verb groups.</summary>
internal static class VerbGroups
{
    private static readonly HashSet<string> Negations = ["not", "n't", "never", "no", "neither", "nor", "hardly"];

    public static List<VerbGroup> Of(SentenceView view)
    {
        var groups = new List<VerbGroup>();
        for (var i = 0; i < view.Count; i++)
        {
            var isVerb = view.Pos(i) == PartOfSpeech.Verb;
            // "the United Kingdom": treebanks tag the first word as a verb.
            if (isVerb && view.EntityAt(i) is { Kind: EntityKind.State or EntityKind.Organisation or EntityKind.Group or EntityKind.Location }) continue;
            // "its monitoring mission", "a standing force"
            if (isVerb && view.Word(i).EndsWith("ing", StringComparison.Ordinal) && view.Word(i - 1) is "'s" or "the" or "a" or "its" or "their" && view.Pos(i + 1) == PartOfSpeech.Noun) continue;
            // "The goal is peace": an auxiliary that no verb follows is the verb itself.
            if (!isVerb && !(view.Pos(i) == PartOfSpeech.Aux && !VerbFollows(view, i))) continue;
            groups.Add(GroupAt(view, i));
        }
        return groups;
    }

    private static bool VerbFollows(SentenceView view, int aux)
    {
        for (var i = aux + 1; i < Math.Min(view.Count, aux + 5); i++)
        {
            if (view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Aux) return true;
            if (view.Pos(i) is not (PartOfSpeech.Adv or PartOfSpeech.Part)) return false;
        }
        return false;
    }

    private static VerbGroup GroupAt(SentenceView view, int head)
    {
        var first = head;
        while (first > 0 && view.Pos(first - 1) is PartOfSpeech.Aux or PartOfSpeech.Adv or PartOfSpeech.Part) first--;
        while (first < head && view.Pos(first) == PartOfSpeech.Adv && !Negations.Contains(view.Word(first))) first++;
        var (modality, negated, be, have) = (Modality.Present, false, false, false);
        var set = false;
        for (var i = first; i < head; i++)
        {
            negated |= Negations.Contains(view.Word(i));
            var lemma = view.Lemma(i);
            be |= lemma == "be" || view.Word(i) is "'re" or "'m";
            have |= lemma == "have" || view.Word(i) == "'ve";
            if (set) continue;
            (modality, set) = view.Word(i) switch
            {
                "will" or "'ll" or "shall" or "wo" => (Modality.Future, true),
                "could" or "may" or "might" or "can" => (Modality.Possible, true),
                "would" or "'d" => (Modality.Conditional, true),
                "must" or "should" or "ought" => (Modality.Required, true),
                "to" => (Modality.Infinitive, true),
                _ => (modality, false),
            };
        }
        var word = view.Word(head);
        if (!set)
        {
            modality = have ? Modality.Perfect
                : word.EndsWith("ing", StringComparison.Ordinal) ? be ? Modality.Progressive : first == head ? Modality.Participle : Modality.Present
                : be ? (view.Word(first) is "was" or "were" ? Modality.Past : Modality.Present)
                : IsPast(view, head) ? Modality.Past : Modality.Present;
        }
        return new(first, head, view.Lemma(head), modality, negated, be && IsPast(view, head));
    }

    /// <summary>"he set up": in the present he sets.</summary>
    private static readonly HashSet<string> SameInThePast = [.. "set put let cut read spread shut cast quit hit".Split(' ')];

    private static bool IsPast(SentenceView view, int i) =>
        view.Lemma(i) == "be" ? view.Word(i) is "was" or "were"
        : view.Word(i) == view.Lemma(i) ? SameInThePast.Contains(view.Word(i)) && view.Word(i - 1) is "he" or "she" or "it"
        : !view.Word(i).EndsWith("ing", StringComparison.Ordinal) && !view.Word(i).EndsWith('s');
}
