using System.Collections.Frozen;
using System.Reflection;

namespace PledgeMiner.Classifying;

/// <summary>
/// Classes of words that do the same in a commitment ("send", "supply", "hand over"): what is learnt of one word of a class holds for the
/// others. Read from corpora/cues/classes.tsv.
/// </summary>
internal static class WordClasses
{
    private const int LongestPhrase = 3;

    private static readonly FrozenDictionary<string, string> ByWord = Load();

    /// <summary>The classes there are.</summary>
    public static IReadOnlySet<string> Names { get; } = ByWord.Values.ToHashSet();

    /// <summary>The class of the longest phrase that begins at a lemma, and how many lemmas it takes; null where there is none.</summary>
    public static string? At(string[] lemmas, int at, out int length)
    {
        for (length = Math.Min(LongestPhrase, lemmas.Length - at); length > 1; length--)
        {
            if (ByWord.TryGetValue(string.Join(' ', lemmas, at, length), out var phrase)) return phrase;
        }
        return ByWord.GetValueOrDefault(lemmas[at]);
    }

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("cues/classes.tsv")!;
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, string>();
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(x => x[0] != '#'))
        {
            var cells = line.TrimEnd('\r').Split('\t');
            foreach (var word in cells[1].Split('|')) words.TryAdd(word, cells[0]);
        }
        return words.ToFrozenDictionary();
    }
}
