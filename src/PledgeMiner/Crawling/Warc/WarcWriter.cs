using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace PledgeMiner.Crawling.Warc;

/// <summary>Writes pages as WARC 1.1: one record a page with its digests, and one behind it with what is known of it.</summary>
/// <param name="compress">Whether each record becomes a gzip member, as files named .warc.gz have them.</param>
public sealed class WarcWriter(Stream output, bool compress)
{
    /// <summary>What an archive holds under a header's own name must be true of the bytes beside it; these tell of bytes that were undone on arrival.</summary>
    private static readonly string[] OfTheWay = ["Content-Encoding", "Transfer-Encoding", "Content-Length"];

    /// <summary>The record that an archive begins with.</summary>
    public void WriteInfo(string software, string name, DateTimeOffset at)
    {
        var block = Encoding.UTF8.GetBytes($"software: {software}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n");
        Write([("WARC-Type", "warcinfo"), ("WARC-Record-ID", NewId()), ("WARC-Date", DateOf(at)), ("WARC-Filename", OneLine(name)), ("Content-Type", "application/warc-fields")], block, []);
    }

    /// <summary>A page that came over HTTP is a response, any other a resource.</summary>
    public void Write(ArchivedPage archived)
    {
        var page = archived.Page;
        var (id, address, date) = (NewId(), page.Address.AbsoluteUri, DateOf(page.FetchedAt));
        var isResponse = page.Headers.Length > 0;
        List<(string, string)> fields =
        [
            ("WARC-Type", isResponse ? "response" : "resource"), ("WARC-Record-ID", id), ("WARC-Target-URI", address), ("WARC-Date", date),
            // The same digits as the ledger's.
            ("WARC-Payload-Digest", $"sha256:{page.Hash}"),
        ];
        if (isResponse) fields.Add(("Content-Type", "application/http;msgtype=response"));
        else if (page.ContentType is { } type) fields.Add(("Content-Type", OneLine(type)));
        Write(fields, isResponse ? HeadOf(page) : [], page.Body);
        Write([("WARC-Type", "metadata"), ("WARC-Record-ID", NewId()), ("WARC-Refers-To", id), ("WARC-Target-URI", address), ("WARC-Date", date), ("Content-Type", "application/warc-fields")],
            KnownOf(archived), []);
    }

    private static byte[] HeadOf(Page page)
    {
        var lines = page.Headers.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var hasStatus = lines[0].StartsWith("HTTP/", StringComparison.Ordinal);
        var length = $"Content-Length: {page.Body.Length}";
        var text = new StringBuilder();
        // Archives know HTTP/1 only: what came over a later version is written down as if it had come over that.
        if (!hasStatus) text.Append("HTTP/1.1 200 OK\r\n");
        else text.Append(lines[0].StartsWith("HTTP/1.", StringComparison.Ordinal) ? lines[0] : $"HTTP/1.1 {lines[0][(lines[0].IndexOf(' ', StringComparison.Ordinal) + 1)..]}").Append("\r\n");
        foreach (var line in lines.Skip(hasStatus ? 1 : 0))
        {
            var isOfTheWay = !line.Equals(length, StringComparison.OrdinalIgnoreCase) && OfTheWay.Any(x => line.StartsWith(x + ":", StringComparison.OrdinalIgnoreCase));
            text.Append(isOfTheWay ? "X-Crawler-" : "").Append(line).Append("\r\n");
        }
        text.Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] KnownOf(ArchivedPage archived)
    {
        var text = new StringBuilder();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) text.Append(name).Append(": ").Append(OneLine(value)).Append("\r\n");
        }
        Add("source", archived.Source);
        Add("document", archived.DocumentId);
        Add("title", archived.Told.Title);
        Add("published", archived.Told.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("publisher", archived.Told.Publisher);
        Add("invented", archived.Invented ? "true" : null);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Write(IEnumerable<(string Name, string Value)> fields, byte[] head, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head);
        hash.AppendData(body);
        var text = new StringBuilder("WARC/1.1\r\n");
        foreach (var (name, value) in fields) text.Append(name).Append(": ").Append(value).Append("\r\n");
        text.Append(CultureInfo.InvariantCulture, $"WARC-Block-Digest: sha256:{Convert.ToHexStringLower(hash.GetHashAndReset())}\r\nContent-Length: {head.Length + body.Length}\r\n\r\n");
        using var member = compress ? new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true) : null;
        var target = member ?? output;
        target.Write(Encoding.UTF8.GetBytes(text.ToString()));
        target.Write(head);
        target.Write(body);
        target.Write("\r\n\r\n"u8);
    }

    private static string NewId() => $"<urn:uuid:{Guid.NewGuid()}>";

    private static string DateOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
