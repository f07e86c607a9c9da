using Microsoft.ML.Tokenizers;

namespace PledgeMiner.Classifying;

/// <summary>Cuts text into the pieces of words that the network knows, as numbers. Shared by threads.</summary>
internal sealed class WordPieces
{
    public const int Start = 101;
    public const int Separator = 102;

    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğģìíîïīįıķļłñńņňòóôõöōőøŕřśşšșťţțùúûüūůűųýÿźżž’‘“”–—";
    private const string Plain = "aaaaaaaaacccddeeeeeeeeggiiiiiiikllnnnnoooooooorrsssstttuuuuuuuuyyzzz''\"\"--";

    private static readonly BertOptions Uncased = new() { LowerCaseBeforeTokenization = true };

    private readonly BertTokenizer _tokenizer;
    private readonly KnownPieces _known = new();

    private WordPieces(BertTokenizer tokenizer, int count) => (_tokenizer, Count) = (tokenizer, count);

    /// <summary>How many pieces there are.</summary>
    public int Count { get; }

    /// <summary>Loads a vocabulary, one piece a line.</summary>
    public static WordPieces Load(string file) => new(BertTokenizer.Create(file, Uncased), File.ReadLines(file).Count());

    /// <summary>Adds the numbers of a text's pieces, without marks at its ends.</summary>
    public void Cut(ReadOnlySpan<char> text, List<int> pieces)
    {
        for (var start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }
            var (end, key) = (start + 1, KnownPieces.KeyOf(text[start]));
            if (IsOfWord(text[start])) for (; end < text.Length && IsOfWord(text[end]); end++) key = KnownPieces.With(key, text[end]);
            // Most words of a text have been met before, and cutting one takes a hundred times as long as looking it up.
            if (!_known.TryAdd(key, pieces)) pieces.AddRange(CutWord(text[start..end], key));
            start = end;
        }
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    /// <summary>A word or a mark by itself.</summary>
    private int[] CutWord(ReadOnlySpan<char> word, ulong key)
    {
        var text = word.ToString();
        int[] pieces = [.. _tokenizer.EncodeToIds(string.Create(text.Length, text, Fold), addSpecialTokens: false)];
        _known.Remember(key, pieces);
        return pieces;
    }

    /// <summary>Letters without their accents, marks as a typewriter has them: the vocabulary knows no others, and the tokenizer's own folding needs globalisation data that the program runs without.</summary>
    private static void Fold(Span<char> target, string text)
    {
        for (var i = 0; i < target.Length; i++)
        {
            var letter = char.ToLowerInvariant(text[i]);
            var at = letter < 128 ? -1 : Accented.IndexOf(letter, StringComparison.Ordinal);
            target[i] = at < 0 ? letter : Plain[at];
        }
    }
}
