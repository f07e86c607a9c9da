namespace PledgeMiner.Tagging;

/// <summary>One form for the many ways to write a letter: lower case, without diacritics.</summary>
internal static class GazetteerFold
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    private static readonly char[] Table = Fill();

    public static char Of(char c) => c < Table.Length ? Table[c] : char.ToLowerInvariant(c);

    /// <summary>64-bit FNV-1a of the folded text.</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word)
        {
            if (!IsMark(c)) hash = (hash ^ Of(c)) * Prime;
        }
        return hash;
    }

    public static string Text(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (!IsMark(c)) folded[length++] = Of(c);
        }
        return new string(folded[..length]);
    }

    /// <summary>A combining mark: an e followed by one is the same letter as the composed form.</summary>
    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    public static bool IsWord(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || IsMark(c);

    private static char[] Fill()
    {
        var table = new char[0x250];
        for (var i = 0; i < table.Length; i++) table[i] = char.ToLowerInvariant((char)i);
        Map("àáâãäåāăąæ", 'a');
        Map("çćĉċč", 'c');
        Map("ďđð", 'd');
        Map("èéêëēĕėęě", 'e');
        Map("ĝğġģ", 'g');
        Map("ìíîïĩīĭįıİ", 'i');
        Map("ķ", 'k');
        Map("ĺļľŀł", 'l');
        Map("ñńņňŉ", 'n');
        Map("òóôõöøōŏőœ", 'o');
        Map("ŕŗř", 'r');
        Map("śŝşšșß", 's');
        Map("ţťŧț", 't');
        Map("ùúûüũūŭůűų", 'u');
        Map("ýÿŷ", 'y');
        Map("źżž", 'z');
        return table;

        void Map(string from, char to)
        {
            foreach (var c in from)
            {
                table[c] = to;
                table[char.ToUpperInvariant(c)] = to;
            }
        }
    }
}
