using System.Reflection;

namespace PledgeMiner.Tagging;

/// <summary>Reads the data files of corpora/actors, which the library carries within itself.</summary>
internal static class GazetteerTable
{
    private static readonly Assembly Library = typeof(GazetteerTable).Assembly;

    /// <summary>A file's rows as columns, without comments and blank lines; absent columns are empty.</summary>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        using var stream = Library.GetManifestResourceStream("actors/" + name)
            ?? throw new InvalidOperationException($"actors/{name} is not embedded in the library");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var row = line.Split('\t');
            if (row.Length > columns) throw new InvalidDataException($"actors/{name}: more than {columns} columns in \"{line}\"");
            if (row.Length < columns) row = [.. row, .. Enumerable.Repeat("", columns - row.Length)];
            yield return row;
        }
    }

    /// <summary>A small table within the code: "january 1 february 2".</summary>
    public static Dictionary<string, T> Pairs<T>(string table, Func<string, T> value)
    {
        var words = table.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Chunk(2).ToDictionary(x => x[0], x => value(x[1]));
    }

    /// <summary>A column's values.</summary>
    public static string[] Split(string column) => column.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
