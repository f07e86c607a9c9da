using System.Globalization;
using System.IO.Compression;
using System.Text;
using PledgeMiner.Crawling.Warc;

namespace PledgeMiner.Tests.Crawling.Warc;

/// <summary>Builds web archives, well and badly, and reads them.</summary>
internal static class Archive
{
    public const string Response = "application/http; msgtype=response";

    public static readonly DateTimeOffset Day = new(2025, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Html(string title) =>
        $"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>Norway will send two batteries to Ukraine by June 2026, the minister said in Oslo on Monday.</p><p>It rained all day in {title}, and nobody minded that very much at all.</p></article></body></html>";

    public static byte[] Http(byte[] body, string headers = "Content-Type: text/html\r\n", string status = "200 OK") =>
        [.. Bytes($"HTTP/1.1 {status}\r\n{headers}\r\n"), .. body];

    public static byte[] Page(string name) => Record("response", $"https://a.invalid/{name}", Http(Bytes(Html(name))));

    /// <param name="length">The Content-Length to tell; null for the true one, empty for none.</param>
    public static byte[] Record(string type, string? address, byte[] block, string? contentType = Response, string? length = null, string version = "1.0", string more = "", string end = "\r\n", string date = "2025-03-02T10:00:00Z")
    {
        var head = new StringBuilder($"WARC/{version}\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{Guid.NewGuid()}>\r\n");
        if (date.Length > 0) head.Append(CultureInfo.InvariantCulture, $"WARC-Date: {date}\r\n");
        if (address is not null) head.Append(CultureInfo.InvariantCulture, $"WARC-Target-URI: {address}\r\n");
        if (contentType is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Type: {contentType}\r\n");
        head.Append(more);
        if (length != "") head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length ?? block.Length.ToString(CultureInfo.InvariantCulture)}\r\n");
        head.Append("\r\n");
        return [.. Bytes(head.ToString().Replace("\r\n", end, StringComparison.Ordinal)), .. block, .. Bytes(end + end)];
    }

    public static byte[] Gzip(byte[] bytes) => Packed(bytes, x => new GZipStream(x, CompressionLevel.Optimal));

    public static byte[] Packed(byte[] bytes, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed)) stream.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>The last parts of the addresses of the pages that an archive of these bytes gives, and its problems.</summary>
    public static async Task<(string[] Pages, Problem[] Problems)> ReadAsync(params byte[][] parts)
    {
        var outcomes = await OutcomesAsync([.. parts.SelectMany(x => x)]);
        return ([.. outcomes.Where(x => x.Value is not null).Select(x => x.Value!.Page.Address.Segments[^1])], [.. outcomes.Where(x => x.Problem is not null).Select(x => x.Problem!)]);
    }

    public static async Task<List<Outcome<ArchivedPage>>> OutcomesAsync(byte[] archive, int limit = 1_000_000)
    {
        using var folder = new TestFolder();
        var file = folder.File("a.warc");
        await File.WriteAllBytesAsync(file, archive, TestContext.Current.CancellationToken);
        var memory = new Seen();
        var outcomes = new List<Outcome<ArchivedPage>>();
        await foreach (var outcome in new WarcPages(file, memory, limit).ReadAsync(TestContext.Current.CancellationToken))
        {
            outcomes.Add(outcome);
            if (outcome.Value is { } page) memory.Pages.Add(page.Page);
        }
        return outcomes;
    }

    /// <summary>Remembers what was read so far, as the ledger does.</summary>
    private sealed class Seen : IPageMemory
    {
        public List<Page> Pages { get; } = [];

        public Task<Page?> FindPageAsync(Uri address, DateTimeOffset? at, CancellationToken cancel = default) => Task.FromResult(Pages.Find(x => x.Address == address));
    }
}
