using System.Globalization;
using System.Reflection;

namespace PledgeMiner.Reading;

/// <summary>Months' names in the languages of Europe and some more: corpora/cues/months.tsv.</summary>
internal static class MonthNames
{
    private static readonly Dictionary<string, int> Names = Load();
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>1 to 12, or 0 where the word is no month.</returns>
    public static int Of(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 16) return 0;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Lookup.TryGetValue(lower, out var month) ? month : 0;
    }

    private static Dictionary<string, int> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("cues/months.tsv")!;
        using var reader = new StreamReader(stream);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var number, var list]) continue;
            foreach (var name in list.Split('|')) names.TryAdd(name, int.Parse(number, CultureInfo.InvariantCulture));
        }
        return names;
    }
}
