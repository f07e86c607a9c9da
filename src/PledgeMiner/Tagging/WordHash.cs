namespace PledgeMiner.Tagging;

/// <summary>Hashes of words, their parts and their combinations: the tagger compares these instead of strings.</summary>
internal static class WordHash
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    /// <summary>64-bit FNV-1a of the text in lower case, with one form for each kind of quote and dash.</summary>
    public static ulong Lower(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var c in text) hash = (hash ^ Fold(c)) * Prime;
        return hash;
    }

    /// <summary>The same, with letters as they are written.</summary>
    public static ulong Exact(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return hash;
    }

    /// <summary>One more value mixed into a hash.</summary>
    public static ulong With(ulong hash, ulong value)
    {
        hash = (hash ^ value) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }

    /// <summary>The key of a feature: its kind and up to three values.</summary>
    public static ulong Feature(int kind, ulong a) => With(a + ((ulong)kind * 0xD6E8FEB86659FD93), 0x2545F4914F6CDD1D);

    public static ulong Feature(int kind, ulong a, ulong b) => Feature(kind, (a * 0xC2B2AE3D27D4EB4F) + b);

    public static ulong Feature(int kind, ulong a, ulong b, ulong c) => Feature(kind, (a * 0xC2B2AE3D27D4EB4F) + b, c);

    /// <summary>Lower case, and one form for each kind of quote and dash.</summary>
    public static char Fold(char c) => c < '\u0080' ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : c switch
    {
        '’' or '‘' or 'ʼ' or '´' => '\'',
        '“' or '”' or '„' or '«' or '»' => '"',
        '–' or '—' or '‐' or '‑' => '-',
        '\u00A0' => ' ',
        _ => char.ToLowerInvariant(c),
    };
}
