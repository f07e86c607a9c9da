namespace PledgeMiner.Tagging;

/// <summary>What the models see of one word by itself, worked out once.</summary>
internal struct Word
{
    /// <summary>64-bit hash of the word as written, and in lower case.</summary>
    public ulong Exact, Lower;

    public ulong Prefix1, Prefix2, Prefix3, Suffix1, Suffix2, Suffix3, Suffix4;

    /// <summary>The word's outline: capitals, small letters, digits and marks, runs shortened to two.</summary>
    public ulong Shape;

    public WordTraits Traits;

    /// <summary>Which labels the lexicon has seen it with; 0 for a word too rare to say.</summary>
    public ushort Lexicon;

    /// <summary>The group of words that stand in like company; 0 for a word too rare to say.</summary>
    public ushort Cluster;

    /// <summary>The lists of names it stands in by itself, and whether it begins a longer one.</summary>
    public NameKinds Names;

    /// <summary>One more than the only part-of-speech label the word ever has; 0 where there are several, or too few sightings.</summary>
    public byte Sure;

    /// <summary>Whether the word is seen often and never in a name.</summary>
    public bool NeverName;

    public readonly bool Has(WordTraits traits) => (Traits & traits) != 0;

    public static Word Of(ReadOnlySpan<char> text)
    {
        var n = text.Length;
        return new()
        {
            Exact = WordHash.Exact(text),
            Lower = WordHash.Lower(text),
            Shape = ShapeOf(text),
            Traits = TraitsOf(text),
            Prefix1 = WordHash.Lower(text[..1]),
            Prefix2 = n > 2 ? WordHash.Lower(text[..2]) : 0,
            Prefix3 = n > 3 ? WordHash.Lower(text[..3]) : 0,
            Suffix1 = WordHash.Lower(text[^1..]),
            Suffix2 = n > 2 ? WordHash.Lower(text[^2..]) : 0,
            Suffix3 = n > 3 ? WordHash.Lower(text[^3..]) : 0,
            Suffix4 = n > 4 ? WordHash.Lower(text[^4..]) : 0,
        };
    }

    private static ulong ShapeOf(ReadOnlySpan<char> text)
    {
        ulong hash = 17;
        var (last, run) = ('\0', 0);
        foreach (var c in text)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? '9' : WordHash.Fold(c);
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2) hash = WordHash.With(hash, kind);
        }
        return hash;
    }

    private static WordTraits TraitsOf(ReadOnlySpan<char> text)
    {
        var (upper, lower, digit, mark) = (0, 0, 0, 0);
        foreach (var c in text)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLetter(c)) lower++;
            else if (char.IsDigit(c)) digit++;
            else mark++;
        }
        var traits = WordTraits.None;
        if (char.IsUpper(text[0])) traits |= WordTraits.Capital;
        if (upper > 1 && lower == 0) traits |= WordTraits.AllCapitals;
        if (lower > 0) traits |= WordTraits.HasSmall;
        if (digit > 0) traits |= upper + lower == 0 ? WordTraits.Number : WordTraits.HasDigit;
        if (mark == text.Length) traits |= WordTraits.Mark;
        if (upper + lower > 0 && mark > 0) traits |= WordTraits.HasMark;
        if (text[^1] == '.' && text.Length > 1 && mark < text.Length) traits |= WordTraits.EndsInStop;
        return traits;
    }
}

/// <summary>Plain facts of a word's spelling.</summary>
[Flags]
internal enum WordTraits : byte
{
    None = 0, Capital = 1, AllCapitals = 2, Number = 4, HasDigit = 8, Mark = 16, HasMark = 32, HasSmall = 64, EndsInStop = 128,
}
