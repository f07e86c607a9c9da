using System.Globalization;

namespace PledgeMiner.Reading;

/// <summary>Steps through a text number by number and word by word, while it may still be a date.</summary>
internal sealed class DateScan(string text, int at)
{
    public int At { get; private set; } = at;

    public void Return(int to) => At = to;

    /// <summary>A run of digits and how many there are, or null where none begins here.</summary>
    public (int Value, int Digits)? Number()
    {
        SkipSpace();
        var end = At;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end == At || end - At > 8) return null;
        var number = int.Parse(text.AsSpan(At, end - At), NumberStyles.None, CultureInfo.InvariantCulture);
        var digits = end - At;
        At = end;
        return (number, digits);
    }

    /// <summary>A year of four digits, or of two that no clock time or larger number goes on from.</summary>
    public int? Year()
    {
        if (Number() is not var (year, digits)) return null;
        var next = At < text.Length ? text[At] : ' ';
        return digits == 4 || (digits == 2 && next is not (':' or '%' or '-' or '/') && !char.IsLetterOrDigit(next)) ? year : null;
    }

    /// <summary>The month that a word names; 0, and nothing taken, where it names none.</summary>
    public int Month()
    {
        SkipSpace();
        var word = Word(At);
        var month = MonthNames.Of(word);
        if (month > 0) At += word.Length;
        return month;
    }

    /// <summary>One of some signs, with white space around it; the zero character where there is none.</summary>
    public char Separator(string signs)
    {
        SkipSpace();
        if (At >= text.Length || !signs.Contains(text[At], StringComparison.Ordinal)) return '\0';
        var sign = text[At++];
        SkipSpace();
        return sign;
    }

    /// <summary>Passes white space, signs and the small words of dates.</summary>
    /// <returns>False at the text's end.</returns>
    public bool Skip(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words, string signs)
    {
        for (var steps = 0; At < text.Length && steps < 8; steps++)
        {
            SkipSpace();
            if (At >= text.Length) return false;
            var word = Word(At);
            if (word.Length > 0 && words.Contains(word) && MonthNames.Of(word) == 0) At += word.Length;
            else if (word.Length == 0 && signs.Contains(text[At], StringComparison.Ordinal)) At++;
            else break;
        }
        return At < text.Length;
    }

    /// <summary>Passes a clock time and its zone, where they stand here.</summary>
    public void Clock()
    {
        var start = At;
        if (Number() is (_, <= 2) && At < text.Length && text[At] == ':')
        {
            while (At < text.Length && (char.IsAsciiDigit(text[At]) || text[At] is ':' or '.')) At++;
            SkipSpace();
            At += Word(At).Length;
        }
        else
        {
            At = start;
        }
    }

    private ReadOnlySpan<char> Word(int from)
    {
        var end = from;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return text.AsSpan(from, end - from);
    }

    private void SkipSpace()
    {
        while (At < text.Length && char.IsWhiteSpace(text[At])) At++;
    }
}
