using System.Collections.Concurrent;
using Microsoft.ML.Tokenizers;

namespace PledgeMiner.Classifying;

/// <summary>Cuts text into the pieces of words that the network knows, as numbers. Shared by threads.</summary>
internal sealed class WordPieces
{
    public const int Start = 101;
    public const int Separator = 102;

    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğģìíîïīįıķļłñńņňòóôõöōőøŕřśşšșťţțùúûüūůűųýÿźżž’‘“”–—";
    private const string Plain = "aaaaaaaaacccddeeeeeeeeggiiiiiiikllnnnnoooooooorrsssstttuuuuuuuuyyzzz''\"\"--";

    /// <summary>A text that never repeats a word must not fill the memory: beyond this many words none is remembered.</summary>
    private const int Remembered = 200_000;

    private static readonly BertOptions Uncased = new() { LowerCaseBeforeTokenization = true };

    private readonly BertTokenizer _tokenizer;
    private readonly ConcurrentDictionary<string, int[]> _known = new();
    private readonly ConcurrentDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _byText;
    private int _remembered;

    private WordPieces(BertTokenizer tokenizer, int count) =>
        (_tokenizer, Count, _byText) = (tokenizer, count, _known.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>How many pieces there are.</summary>
    public int Count { get; }

    /// <summary>Loads a vocabulary, one piece a line.</summary>
    public static WordPieces Load(string file) => new(BertTokenizer.Create(file, Uncased), File.ReadLines(file).Count());

    /// <summary>The numbers of a text's pieces, without marks at its ends.</summary>
    public int[] Of(ReadOnlySpan<char> text)
    {
        var pieces = new List<int>(text.Length / 4);
        for (var start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }
            var end = start + 1;
            if (IsOfWord(text[start])) while (end < text.Length && IsOfWord(text[end])) end++;
            pieces.AddRange(OfWord(text[start..end]));
            start = end;
        }
        return [.. pieces];
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    /// <summary>A word or a mark by itself. Most words of a text have been met before, and cutting one takes a hundred times as long as looking it up.</summary>
    private int[] OfWord(ReadOnlySpan<char> word)
    {
        if (_byText.TryGetValue(word, out var known)) return known;
        var text = word.ToString();
        int[] pieces = [.. _tokenizer.EncodeToIds(string.Create(text.Length, text, Fold), addSpecialTokens: false)];
        if (_remembered < Remembered && _known.TryAdd(text, pieces)) Interlocked.Increment(ref _remembered);
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
