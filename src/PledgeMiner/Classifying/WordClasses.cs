using System.Collections.Frozen;
using System.Reflection;

namespace PledgeMiner.Classifying;

/// <summary>
/// Classes of words that do the same in a commitment ("send", "supply", "hand over"): what is learnt of one word of a class holds for the
/// others. Read from corpora/cues/classes.tsv.
/// </summary>
internal static class WordClasses
{
    private static readonly FrozenDictionary<string, Entry> ByFirstWord = Load();
    private static readonly WordFilter FirstWords = new(ByFirstWord.Keys);

    /// <summary>The classes there are.</summary>
    public static IReadOnlySet<string> Names { get; } =
        ByFirstWord.Values.SelectMany(x => x.Phrases.Select(p => p.Class).Append(x.Class)).OfType<Term>().Select(x => x.Text).ToHashSet();

    /// <summary>What begins with a word: its own class, and phrases, the longest first.</summary>
    private sealed record Entry(Term? Class, (string[] Tail, Term? Class)[] Phrases);

    /// <summary>The class of a single lemma; null where it has none.</summary>
    public static Term? Of(string lemma) => FirstWords.MayHold(lemma) && ByFirstWord.TryGetValue(lemma, out var entry) ? entry.Class : null;

    /// <summary>The class of the longest phrase that begins at a lemma, and how many lemmas it takes; null where there is none.</summary>
    public static Term? At(ReadOnlySpan<Term> lemmas, int at, out int length)
    {
        length = 1;
        if (!FirstWords.MayHold(lemmas[at].Text) || !ByFirstWord.TryGetValue(lemmas[at].Text, out var entry)) return null;
        foreach (var (tail, found) in entry.Phrases)
        {
            var i = 0;
            while (i < tail.Length && at + 1 + i < lemmas.Length && lemmas[at + 1 + i].Text == tail[i]) i++;
            if (i < tail.Length) continue;
            length = tail.Length + 1;
            return found;
        }
        return entry.Class;
    }

    private static FrozenDictionary<string, Entry> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("cues/classes.tsv")!;
        using var reader = new StreamReader(stream);
        // The first class that lists a word has it.
        var words = new Dictionary<string, Term>();
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(x => x[0] != '#'))
        {
            var cells = line.TrimEnd('\r').Split('\t');
            var found = Term.Of(cells[0]);
            foreach (var word in cells[1].Split('|')) words.TryAdd(word, found);
        }
        return words.GroupBy(x => x.Key.Split(' ')[0]).ToFrozenDictionary(x => x.Key, x => new Entry(
            words.TryGetValue(x.Key, out var single) ? single : default(Term?),
            [.. x.Where(p => p.Key.Contains(' ')).Select(p => (p.Key.Split(' ')[1..], (Term?)p.Value)).OrderByDescending(p => p.Item1.Length)]));
    }
}
