namespace PledgeMiner.Tagging.Training;

/// <summary>Gathers the words of the training text, with the labels each is seen with.</summary>
internal static class VocabularyTrainer
{
    /// <summary>Seen less often than this, a word's labels are chance.</summary>
    private const int EnoughForLexicon = 4;

    public static Vocabulary Train(IReadOnlyList<TreebankSentence> tagged, IReadOnlyList<TreebankSentence> others, IReadOnlyDictionary<ulong, ushort> clusters)
    {
        var forms = new Dictionary<string, int>();
        var counts = new Dictionary<ulong, int[]>();
        foreach (var word in tagged.SelectMany(x => x.Words))
        {
            forms[word.Form] = forms.GetValueOrDefault(word.Form) + 1;
            var lower = WordHash.Lower(word.Form);
            if (!counts.TryGetValue(lower, out var seen)) counts.Add(lower, seen = new int[PosLabels.Count]);
            seen[word.Label]++;
        }
        foreach (var word in others.SelectMany(x => x.Words)) forms[word.Form] = forms.GetValueOrDefault(word.Form) + 1;
        var classes = new Dictionary<ulong, ushort>();
        var entries = new List<Vocabulary.Entry>();
        foreach (var (form, count) in forms.OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal))
        {
            var lower = WordHash.Lower(form);
            entries.Add(new(form, counts.TryGetValue(lower, out var seen) ? ClassOf(seen, classes) : (ushort)0, clusters.GetValueOrDefault(lower)));
        }
        return new(entries);
    }

    /// <summary>A number for the set of labels that make up a twentieth of the word's sightings each, the most frequent set apart.</summary>
    private static ushort ClassOf(int[] seen, Dictionary<ulong, ushort> classes)
    {
        var total = seen.Sum();
        if (total < EnoughForLexicon) return 0;
        ulong set = 0;
        for (var i = 0; i < seen.Length; i++) if (seen[i] * 20 >= total) set |= 1UL << i;
        set |= (ulong)Array.IndexOf(seen, seen.Max()) << 48;
        if (!classes.TryGetValue(set, out var number)) classes.Add(set, number = (ushort)(classes.Count + 1));
        return number;
    }
}
