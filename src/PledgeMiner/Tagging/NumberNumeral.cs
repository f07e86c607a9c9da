namespace PledgeMiner.Tagging;

/// <summary>Reads numerals in figures, with the marks of several countries.</summary>
internal static class NumberNumeral
{
    /// <summary>A magnitude no numeral of ours passes; longer figures are serial numbers.</summary>
    private const int MaxDigits = 15;

    /// <param name="magnitudeFollows">"1.234 billion" is a little over one billion, "1.234 soldiers" more than a thousand.</param>
    public static bool TryParse(ReadOnlySpan<char> word, bool magnitudeFollows, out decimal value, out ReadOnlySpan<char> suffix)
    {
        value = 0;
        var end = 0;
        var digits = 0;
        for (; end < word.Length && (char.IsAsciiDigit(word[end]) || word[end] is '.' or ',' or ' ' or '\u00A0' or '\u202F' or '\u2009'); end++)
        {
            if (char.IsAsciiDigit(word[end])) digits++;
        }
        suffix = word[end..];
        if (digits is 0 or > MaxDigits) return false;
        var numeral = word[..end];
        var point = DecimalPoint(numeral, magnitudeFollows || suffix is "bn" or "m" or "mn" or "tn" or "trn");
        var scale = 0m;
        for (var i = 0; i < numeral.Length; i++)
        {
            if (i == point)
            {
                if (scale != 0) return false;
                scale = 1;
            }
            if (!char.IsAsciiDigit(numeral[i])) continue;
            value = value * 10 + (numeral[i] - '0');
            scale *= 10;
        }
        if (scale > 0) value /= scale;
        return true;
    }

    /// <summary>Where the decimals begin, or -1: marks before whole groups of three part thousands, the last other mark is the decimal one.</summary>
    private static int DecimalPoint(ReadOnlySpan<char> numeral, bool magnitudeFollows)
    {
        var last = numeral.LastIndexOfAny('.', ',');
        if (last < 0) return -1;
        var mark = numeral[last];
        var decimals = numeral.Length - last - 1;
        if (numeral.IndexOf(mark == '.' ? ',' : '.') is >= 0 and var other) return other < last && numeral.Count(mark) == 1 ? last : -1;
        if (numeral.Count(mark) > 1) return -1;
        if (decimals != 3 || numeral[0] == '0') return last;
        return mark == '.' && magnitudeFollows ? last : -1;
    }
}
