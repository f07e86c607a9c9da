using System.IO.Compression;
using System.Text.Json;

namespace PledgeMiner.Benchmarks;

/// <summary>A real page with the paragraphs that its article has.</summary>
/// <param name="Expected">In order; one in square brackets may be read or left out.</param>
internal sealed record ReadingPage(string Name, Uri Address, byte[] Body, IReadOnlyList<string> Expected)
{
    /// <summary>The expected text, with the optional paragraphs that were found.</summary>
    public string TextFor(string found)
    {
        var flat = Flat(found);
        return string.Join('\n', Expected.Select(x => !IsOptional(x) ? x : flat.Contains(Flat(x[1..^1]), StringComparison.Ordinal) ? x[1..^1] : ""));
    }

    public static bool IsOptional(string paragraph) => paragraph.StartsWith('[') && paragraph.EndsWith(']');

    public static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>All pages of a folder of NAME.html.gz files with their expected.json: {"NAME.html.gz": {"body": [...], "url": "..."}}.</summary>
    public static IReadOnlyList<ReadingPage> In(string folder)
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "expected.json")));
        return [.. expected.RootElement.EnumerateObject().Select(x => new ReadingPage(x.Name, new Uri(x.Value.GetProperty("url").GetString()!),
            Unpack(Path.Combine(folder, x.Name)), [.. x.Value.GetProperty("body").EnumerateArray().Select(p => p.GetString()!)]))];
    }

    private static byte[] Unpack(string file)
    {
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
