namespace PledgeMiner.Tagging;

/// <summary>A document's text as the readers see it: its words and what the vocabulary knows of them.</summary>
internal sealed class GazetteerText(string text, List<GazetteerWord> words, GazetteerVocabulary vocabulary)
{
    public string Text { get; } = text;

    public List<GazetteerWord> Words { get; } = words;

    /// <summary>The folded word, or empty where no gazetteer knows it or there is no such word.</summary>
    public string this[int word] => word >= 0 && word < Words.Count ? vocabulary.Text(Words[word].Id) : "";

    public bool Has(int word, GazetteerSense sense) =>
        word >= 0 && word < Words.Count && (vocabulary.Sense(Words[word].Id) & sense) != 0;

    /// <summary>Whether a word follows the one before it with nothing but a space or hyphen between.</summary>
    public bool Joined(int word) => word > 0 && word < Words.Count && Words[word].Gap is GazetteerGap.Space or GazetteerGap.Hyphen;

    public ReadOnlySpan<char> Raw(int word) => Text.AsSpan(Words[word].Start, Words[word].End - Words[word].Start);

    public TextSpan Span(int first, int after) => new(Words[first].Start, Words[after - 1].End);

    /// <summary>The index of the first word that starts at or after an offset.</summary>
    public int WordAt(int offset)
    {
        var (low, high) = (0, Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Words[middle].Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
