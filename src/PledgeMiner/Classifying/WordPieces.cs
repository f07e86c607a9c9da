using Microsoft.ML.Tokenizers;

namespace PledgeMiner.Classifying;

/// <summary>Cuts text into the pieces of words that the encoder knows, as numbers.</summary>
internal sealed class WordPieces
{
    public const int Start = 101;
    public const int Separator = 102;

    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğģìíîïīįıķļłñńņňòóôõöōőøŕřśşšșťţțùúûüūůűųýÿźżž’‘“”–—";
    private const string Plain = "aaaaaaaaacccddeeeeeeeeggiiiiiiikllnnnnoooooooorrsssstttuuuuuuuuyyzzz''\"\"--";

    private static readonly BertOptions Uncased = new() { LowerCaseBeforeTokenization = true };

    private readonly BertTokenizer _tokenizer;

    private WordPieces(BertTokenizer tokenizer) => _tokenizer = tokenizer;

    /// <summary>Loads a vocabulary, one piece a line.</summary>
    public static WordPieces Load(string file) => new(BertTokenizer.Create(file, Uncased));

    /// <summary>The numbers of a text's pieces, without marks at its ends.</summary>
    public IReadOnlyList<int> Of(string text) => _tokenizer.EncodeToIds(string.Create(text.Length, text, Fold), addSpecialTokens: false);

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
