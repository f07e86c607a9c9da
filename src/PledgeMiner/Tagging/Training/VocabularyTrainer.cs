namespace PledgeMiner.Tagging.Training;

/// <summary>Gathers the words of the training text, with the labels each is seen with.</summary>
internal static class VocabularyTrainer
{
    /// <summary>Seen less often than this, a word's labels are chance.</summary>
    private const int EnoughForLexicon = 4;

    /// <summary>Seen this often with one label only (but for 1 in 1,000), a word is not looked at again; 31 of 100 words of a dev part are such.</summary>
    private const int EnoughToBeSure = 20, OneInSoMany = 1000;

    private sealed class Sightings
    {
        public int Count, Named;
        public int[] Labels { get; } = new int[PosLabels.Count];
    }

    public static Vocabulary Train(IReadOnlyList<TreebankSentence> tagged, IReadOnlyList<TreebankSentence> named, IReadOnlyDictionary<ulong, ushort> clusters)
    {
        var (forms, lowers) = (new Dictionary<string, Sightings>(), new Dictionary<ulong, Sightings>());
        foreach (var word in tagged.SelectMany(x => x.Words))
        {
            foreach (var sightings in (Sightings[])[Of(forms, word.Form), Of(lowers, WordHash.Lower(word.Form))]) sightings.Labels[word.Label]++;
        }
        foreach (var word in named.SelectMany(x => x.Words))
        {
            var sightings = Of(forms, word.Form);
            sightings.Count++;
            if (word.Name != NameLabels.Outside) sightings.Named++;
        }
        var classes = new Dictionary<ulong, ushort>();
        var entries = new List<Vocabulary.Entry>();
        foreach (var (form, seen) in forms.OrderByDescending(x => x.Value.Count + x.Value.Labels.Sum()).ThenBy(x => x.Key, StringComparer.Ordinal))
        {
            var lower = WordHash.Lower(form);
            var lexicon = lowers.TryGetValue(lower, out var all) ? ClassOf(all.Labels, classes) : (ushort)0;
            entries.Add(new(form, lexicon, clusters.GetValueOrDefault(lower), SureOf(seen.Labels), seen.Count >= EnoughToBeSure && seen.Named == 0));
        }
        return new(entries, NameLists.Bundled());
    }

    private static Sightings Of<TKey>(Dictionary<TKey, Sightings> all, TKey key) where TKey : notnull
    {
        if (!all.TryGetValue(key, out var sightings)) all.Add(key, sightings = new());
        return sightings;
    }

    private static byte SureOf(int[] labels)
    {
        var (total, most) = (labels.Sum(), labels.Max());
        return total >= EnoughToBeSure && (total - most) * OneInSoMany <= total ? (byte)(Array.IndexOf(labels, most) + 1) : (byte)0;
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
