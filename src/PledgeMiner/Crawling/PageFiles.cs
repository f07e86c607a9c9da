using System.Text.Json;

namespace PledgeMiner.Crawling;

/// <summary>Pages that lie in files, with what a NAME.meta.json beside a file tells of it.</summary>
public static class PageFiles
{
    private const string MetaSuffix = ".meta.json";

    private static readonly string[] Endings = [".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".pdf", ".docx"];

    /// <summary>The readable files below a folder, in the order of their names.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(x => Endings.Contains(Path.GetExtension(x).ToLowerInvariant())).Order(StringComparer.Ordinal);

    /// <summary>Reads a file as a page.</summary>
    /// <param name="limit">Larger files are refused without being read.</param>
    public static async Task<Outcome<Page>> ReadAsync(string file, int limit, CancellationToken cancel = default)
    {
        try
        {
            var info = new FileInfo(file);
            if (!info.Exists) return new Problem(ProblemKind.NotFound, $"{file} does not exist: check its name.");
            if (info.Length > limit)
                return new Problem(ProblemKind.TooLarge, $"{info.Name} has {info.Length / 1_000_000} MB and pages over {limit / 1_000_000} MB are not read: split it, or save only its text.");
            return new Page(new Uri(info.FullName), await File.ReadAllBytesAsync(file, cancel), null, "", info.LastWriteTimeUtc);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem(ProblemKind.Unreachable, $"{file} cannot be read ({e.Message.TrimEnd('.')}): check its permissions.");
        }
    }

    /// <summary>What the file's NAME.meta.json says; nothing where there is none.</summary>
    /// <exception cref="InvalidDataException">It is not the JSON object that it should be.</exception>
    public static Particulars ParticularsOf(string file)
    {
        // "x.html" may have "x.meta.json" or "x.html.meta.json".
        var beside = new[] { Path.ChangeExtension(file, null) + MetaSuffix, file + MetaSuffix }.FirstOrDefault(File.Exists);
        if (beside is null) return Particulars.None;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(beside));
            string? Text(string name) => json.RootElement.TryGetProperty(name, out var x) && x.ValueKind != JsonValueKind.Null ? x.GetString() : null;
            var published = Text("published");
            return new Particulars(NullIfEmpty(Text("title")), published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd"), NullIfEmpty(Text("publisher")));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"""{beside} is not of the form {"{"}"title": "...", "published": "2025-03-01", "publisher": "..."{"}"}: mend or remove it.""", e);
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
