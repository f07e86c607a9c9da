namespace PledgeMiner.Tagging;

/// <summary>Splits a text into the words of the gazetteers.</summary>
internal static class GazetteerScanner
{
    public static List<GazetteerWord> Scan(string text, Func<ulong, int> find)
    {
        var words = new List<GazetteerWord>(text.Length / 5);
        var at = 0;
        var previousEnd = 0;
        while (at < text.Length)
        {
            if (!GazetteerFold.IsWord(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            at = char.IsAsciiDigit(text[at]) ? EndOfNumber(text, at) : EndOfLetters(text, at);
            var word = text.AsSpan(start, at - start);
            var gap = words.Count == 0 ? GazetteerGap.Break : Classify(text.AsSpan(previousEnd, start - previousEnd));
            words.Add(new(start, at, find(GazetteerFold.Hash(word)), gap, CaseOf(word)));
            previousEnd = at;
        }
        return words;
    }

    private static int EndOfLetters(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && GazetteerFold.IsWord(text[at]))
        {
            // "EUR500m" is a currency and a number, "M1A2" one name.
            if (at == start + 3 && char.IsAsciiDigit(text[at]) && MoneyCurrencies.IsCode(text.AsSpan(start, 3))) return at;
            at++;
        }
        return at;
    }

    private static int EndOfNumber(string text, int start)
    {
        var at = start;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        while (at < text.Length)
        {
            if (at + 1 < text.Length && text[at] is '.' or ',' && char.IsAsciiDigit(text[at + 1]))
            {
                at++;
                while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            }
            else if (GroupFollows(text, start, at))
            {
                at += 4;
            }
            else
            {
                break;
            }
        }
        while (at < text.Length && GazetteerFold.IsWord(text[at])) at++;
        return at;
    }

    /// <summary>A space and three more digits ("40 000"), but not the next number's calibre ("24 155-mm howitzers").</summary>
    private static bool GroupFollows(string text, int start, int at)
    {
        if (text[at] is not (' ' or '\u00A0' or '\u202F' or '\u2009') || at + 3 >= text.Length) return false;
        var lead = at - start;
        if (lead > 3 && text[at - 4] is not (' ' or '\u00A0' or '\u202F' or '\u2009')) return false;
        for (var i = 1; i <= 3; i++)
        {
            if (!char.IsAsciiDigit(text[at + i])) return false;
        }
        if (at + 4 >= text.Length) return true;
        var after = text[at + 4];
        if (GazetteerFold.IsWord(after) || after is '-' or '‑') return false;
        return !text.AsSpan(at + 4).TrimStart().StartsWith("mm");
    }

    private static GazetteerCase CaseOf(ReadOnlySpan<char> word)
    {
        if (char.IsAsciiDigit(word[0])) return GazetteerCase.Digit;
        var flags = char.IsUpper(word[0]) ? GazetteerCase.Initial : GazetteerCase.None;
        if (flags == GazetteerCase.None) return flags;
        foreach (var c in word)
        {
            if (char.IsLower(c)) return flags;
        }
        return flags | GazetteerCase.Upper;
    }

    private static GazetteerGap Classify(ReadOnlySpan<char> gap)
    {
        if (gap.Length == 1) return One(gap[0]);
        if (gap.Length == 0) return GazetteerGap.Glued;
        if (gap.Length > 12) return GazetteerGap.Break;
        var trimmed = gap.Trim();
        var lines = gap.Count('\n');
        if (trimmed.Length == 0) return lines <= 1 ? GazetteerGap.Space : GazetteerGap.Break;
        if (trimmed.Length > 1 || lines > 0) return GazetteerGap.Break;
        return trimmed[0] switch
        {
            '.' when gap[0] == '.' => GazetteerGap.DotSpace,
            ',' when gap[0] == ',' => GazetteerGap.Comma,
            '-' or '–' => GazetteerGap.Dash,
            '/' => GazetteerGap.Slash,
            _ => GazetteerGap.Break,
        };
    }

    private static GazetteerGap One(char c) => c switch
    {
        ' ' or '\n' or '\t' or '\u00A0' or '\u202F' or '\u2009' => GazetteerGap.Space,
        '-' or '–' or '‐' or '‑' => GazetteerGap.Hyphen,
        '.' => GazetteerGap.Dot,
        '/' => GazetteerGap.Slash,
        ',' => GazetteerGap.Comma,
        '\'' or '’' or '‘' or 'ʼ' => GazetteerGap.Apostrophe,
        _ => char.IsWhiteSpace(c) ? GazetteerGap.Space : GazetteerGap.Break,
    };
}
