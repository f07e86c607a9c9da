namespace PledgeMiner.Tagging;

/// <summary>How far a word reaches, and where it is cut: contractions, and units written on to their number.</summary>
internal static class Words
{
    /// <summary>What the treebanks leave joined to the word after its hyphen.</summary>
    private static readonly HashSet<ulong> Prefixes = [.. Hashes("""
        e co re non anti pre post ex multi semi mid neo inter intra sub super ultra mini micro counter pro uh mm hm over cross un de bi tri poly socio psycho
        """)];

    private static readonly HashSet<ulong> DollarLands = [.. Hashes("us u a au c ca can nz hk s nt")];

    private static readonly HashSet<ulong> Units = [.. Hashes("""
        m k b bn mn tn mm cm km kg g lb lbs ft in am pm a.m p.m mph kmh hrs hr h min mins sec secs x mb gb tb kb hz mhz ghz kw mw gw kwh mwh v w l ml oz yr yrs p c f usd eur gbp nok sek dkk
        """)];

    /// <summary>Prefixes and groups of digits before a hyphen are shorter; keeps the look back bounded.</summary>
    private const int LongestPart = 12;

    /// <summary>Where the word that begins here ends.</summary>
    /// <param name="end">The end of the stretch without white space.</param>
    /// <param name="limit">The end of the text that may be looked at.</param>
    public static int End(string text, int start, int end, int limit)
    {
        var i = start + 1;
        while (i < end)
        {
            var c = text[i];
            if (Characters.IsWord(c)) { i++; continue; }
            if (c == '.')
            {
                if (i + 1 < end && JoinsStop(text, start, i)) { i++; continue; }
                // "etc..." is a word and a mark; in "Inc.." one stop is the word's, one the sentence's.
                var dots = i + 1;
                while (dots < end && dots < i + 3 && text[dots] == '.') dots++;
                return dots < i + 3 && Abbreviations.TakeStop(text.AsSpan(start, i - start), NumberFollows(text, i + 1, limit)) ? i + 1 : i;
            }
            if (c == '$' && DollarLands.Contains(WordHash.Lower(text.AsSpan(start, i - start)))) return i + 1;
            if (i + 1 >= end || !Joins(text, start, i, end)) return i;
            i++;
        }
        return i;
    }

    private static bool JoinsStop(string text, int start, int at)
    {
        var (before, after) = (text[at - 1], text[at + 1]);
        if (!Characters.IsWord(after)) return false;
        // A small letter, a full stop and a large letter are two sentences without their space.
        return !(at - start > 1 && char.IsLower(before) && char.IsUpper(after)) && !(char.IsDigit(before) && char.IsUpper(after));
    }

    private static bool Joins(string text, int start, int at, int end)
    {
        var (before, after) = (text[at - 1], text[at + 1]);
        if (!Characters.IsWord(after) || !Characters.IsWord(before)) return text[at] == '_' && (Characters.IsWord(after) || after == '_');
        switch (text[at])
        {
            case ',' or ':': return char.IsDigit(before) && char.IsDigit(after);
            case '/': return (char.IsDigit(before) && char.IsDigit(after)) || IsLetterPair(text, start, at, end);
            case '\'' or '’' or '_': return true;
            case '&' or '@': return char.IsUpper(before) && char.IsUpper(after);
            case '-' or '‐' or '‑': return JoinsHyphen(text, start, at, end);
            default: return false;
        }
    }

    /// <summary>"w/o", "b/c", "n/a".</summary>
    private static bool IsLetterPair(string text, int start, int at, int end) =>
        at == start + 1 && char.IsLetter(text[start]) && char.IsLetter(text[at + 1]) && (at + 2 == end || !Characters.IsWord(text[at + 2]));

    private static bool JoinsHyphen(string text, int start, int at, int end)
    {
        start = Math.Max(start, at - LongestPart);
        var part = text.AsSpan(start, at - start);
        var last = part.LastIndexOfAny('-', '‑');
        if (last >= 0) part = part[(last + 1)..];
        if (char.IsLetter(text[at + 1])) return Prefixes.Contains(WordHash.Lower(part));
        // Telephone numbers (555-0142, 202-555-0142) stay whole, ranges of years and scores do not.
        var digits = at + 1;
        while (digits < end && digits <= at + 5 && char.IsDigit(text[digits])) digits++;
        var goesOn = digits - at == 4 && digits < end && text[digits] == '-';
        return (goesOn || digits - at == 5) && part.Length == 3 && part.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool NumberFollows(string text, int at, int limit)
    {
        while (at < limit && Characters.KindOf(text[at]) == CharacterKind.Space) at++;
        return at < limit && char.IsDigit(text[at]);
    }

    /// <summary>Adds the word, cut where the treebanks cut it.</summary>
    public static void Add(string text, int start, int end, TokenBuffer tokens)
    {
        var cut = Cut(text.AsSpan(start, end - start));
        if (cut > 0)
        {
            tokens.Add(start, start + cut);
            start += cut;
        }
        tokens.Add(start, end);
    }

    private static int Cut(ReadOnlySpan<char> word)
    {
        var n = word.Length;
        if (n < 2) return 0;
        if (char.IsDigit(word[0])) return CutUnit(word);
        if (n > 2 && Characters.IsApostrophe(word[^2]))
        {
            if ((word[^1] | 0x20) == 't') return n > 3 && (word[^3] | 0x20) == 'n' ? n - 3 : 0;
            return (word[^1] | 0x20) is 's' or 'm' or 'd' ? n - 2 : 0;
        }
        if (n > 3 && Characters.IsApostrophe(word[^3]))
        {
            return ((word[^2] | 0x20, word[^1] | 0x20) is ('l', 'l') or ('v', 'e') or ('r', 'e')) ? n - 3 : 0;
        }
        return CutFused(word);
    }

    /// <summary>Words written as one that the treebanks take apart.</summary>
    private static int CutFused(ReadOnlySpan<char> word) => (word[0] | 0x20, word.Length) switch
    {
        ('c', 6) when Is(word, "cannot") => 3,
        ('g', 5) when Is(word, "gonna") || Is(word, "gotta") => 3,
        ('w', 5) when Is(word, "wanna") => 3,
        ('d', 4) when Is(word, "dont") => 2,
        ('d', 5) when Is(word, "didnt") => 3,
        ('d', 6) when Is(word, "doesnt") => 4,
        ('i', 4) when Is(word, "isnt") => 2,
        ('i', 3) when Is(word, "ive") => 1,
        ('c', 4) when Is(word, "cant") => 2,
        ('t', 5) when Is(word, "thats") => 4,
        ('w', 5) when Is(word, "wasnt") => 3,
        ('h', 6) when Is(word, "havent") => 4,
        ('c', 7) when Is(word, "couldnt") => 5,
        ('w', 7) when Is(word, "wouldnt") => 5,
        _ => 0,
    };

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>"1.3bn" is 1.3 and bn; "30th" and "1990s" stay whole.</summary>
    private static int CutUnit(ReadOnlySpan<char> word)
    {
        var digits = 1;
        while (digits < word.Length && !char.IsLetter(word[digits])) digits++;
        if (digits == word.Length) return 0;
        return Units.Contains(WordHash.Lower(word[digits..].TrimEnd('.'))) ? digits : 0;
    }

    private static IEnumerable<ulong> Hashes(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(x => WordHash.Lower(x));
}
