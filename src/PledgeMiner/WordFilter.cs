namespace PledgeMiner;

/// <summary>Tells of most words that they are not in a lexicon, by their length and first, middle and last letter, which takes no hash of the whole word. Immutable.</summary>
internal sealed class WordFilter
{
    private const int Bits = 1 << 13;

    private readonly ulong[] _bits = new ulong[Bits / 64];

    public WordFilter(IEnumerable<string> words)
    {
        foreach (var word in words) _bits[BitOf(word) / 64] |= 1UL << BitOf(word);
    }

    /// <summary>Whether the word is worth a look into the lexicon.</summary>
    public bool MayHold(string word) => word.Length > 0 && (_bits[BitOf(word) / 64] >> BitOf(word) & 1) != 0;

    private static int BitOf(string word) => (word[0] * 16 ^ word[word.Length / 2] * 61 ^ word[^1] * 128 ^ word.Length) % Bits;
}
