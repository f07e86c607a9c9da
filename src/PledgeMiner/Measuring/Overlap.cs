namespace PledgeMiner.Measuring;

/// <summary>Words in a row that two texts share: what tells copies and templates.</summary>
public static class Overlap
{
    /// <summary>How many words in a row count as shared; eight in a row are hardly ever chance.</summary>
    public const int Words = 8;

    /// <summary>The eight-grams of a text, lower-cased letters and digits only.</summary>
    public static IEnumerable<string> Grams(string text)
    {
        var words = text.ToLowerInvariant().Split(text.Where(x => !char.IsLetterOrDigit(x)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + Words <= words.Length; i++) yield return string.Join(' ', words[i..(i + Words)]);
    }

    /// <summary>The share of sentences that hold an eight-gram of another set of sentences.</summary>
    public static double Share(IReadOnlyCollection<string> sentences, IEnumerable<string> others)
    {
        var known = others.SelectMany(Grams).ToHashSet();
        return sentences.Count == 0 ? 0 : sentences.Count(x => Grams(x).Any(known.Contains)) / (double)sentences.Count;
    }

    /// <summary>The share of sentences that hold an eight-gram of a sentence of another document of the same set.</summary>
    public static double Within(IReadOnlyList<(string Document, string Sentence)> sentences)
    {
        var owners = new Dictionary<string, string?>();
        foreach (var (document, sentence) in sentences)
        {
            foreach (var gram in Grams(sentence))
                owners[gram] = !owners.TryGetValue(gram, out var owner) || owner == document ? document : null;
        }
        return sentences.Count == 0 ? 0 : sentences.Count(x => Grams(x.Sentence).Any(g => owners[g] is null)) / (double)sentences.Count;
    }
}
