using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using PledgeMiner.Crawling.Warc;
using static PledgeMiner.Tests.Crawling.Warc.Archive;

namespace PledgeMiner.Tests.Crawling.Warc;

/// <summary>What other tools check in an archive: the members, the lengths and the digests.</summary>
public class WarcWriterTests
{
    private const string Headers = "HTTP/2.0 200 OK\nContent-Type: text/html\nContent-Encoding: gzip\nContent-Length: 12\nServer: x\n";

    private static readonly ArchivedPage Crawled = new(new Page(new("https://a.invalid/x?y=ö"), Bytes(Html("x")), "text/html", Headers, Day.AddTicks(5)),
        new("A title\r\nof two lines", new(2025, 3, 1), "A ministry"), "ministry", "d0");

    private static readonly ArchivedPage Saved = new(new Page(new("file:///a/b.txt"), [], null, "", Day), Particulars.None, Invented: true);

    [Fact]
    public void Each_record_is_a_member_of_its_own_with_its_true_length_and_digests()
    {
        var records = Written(compress: true);
        Assert.Equal(["warcinfo", "response", "metadata", "resource", "metadata"], records.Select(x => x.Fields["WARC-Type"]));
        Assert.All(records, x =>
        {
            Assert.Equal(x.Block.Length.ToString(), x.Fields["Content-Length"]);
            Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(x.Block))}", x.Fields["WARC-Block-Digest"]);
            Assert.Matches("^<urn:uuid:[0-9a-f-]{36}>$", x.Fields["WARC-Record-ID"]);
        });
        Assert.Equal(records.Count, records.Select(x => x.Fields["WARC-Record-ID"]).Distinct().Count());
        var response = records[1];
        Assert.Equal("https://a.invalid/x?y=%C3%B6", response.Fields["WARC-Target-URI"]);
        Assert.Equal("2025-03-02T10:00:00.0000005Z", response.Fields["WARC-Date"]);
        Assert.Equal($"sha256:{Crawled.Page.Hash}", response.Fields["WARC-Payload-Digest"]);
        Assert.Equal(response.Fields["WARC-Record-ID"], records[2].Fields["WARC-Refers-To"]);
        Assert.False(records[3].Fields.ContainsKey("Content-Type"));
    }

    [Fact]
    public void No_header_claims_what_is_not_true_of_the_bytes_beside_it()
    {
        var response = Encoding.UTF8.GetString(Written(compress: true)[1].Block);
        Assert.StartsWith("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Crawler-Content-Encoding: gzip\r\nX-Crawler-Content-Length: 12\r\nServer: x\r\n\r\n<html>", response);
        Assert.EndsWith("</html>", response);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task What_was_written_is_read_back_the_same(bool compress)
    {
        var back = (await OutcomesAsync(Archived(compress))).ConvertAll(x => x.Value!);
        Assert.Equal(2, back.Count);
        Assert.Equal((Crawled.Page.Hash, Crawled.Page.FetchedAt, Crawled.Page.Address, Crawled.Page.ContentType), (back[0].Page.Hash, back[0].Page.FetchedAt, back[0].Page.Address, back[0].Page.ContentType));
        Assert.Equal((Crawled.Told with { Title = "A title of two lines" }, "ministry", "d0", false), (back[0].Told, back[0].Source, back[0].DocumentId, back[0].Invented));
        Assert.Equal((Saved.Page.Hash, null, "", true), (back[1].Page.Hash, back[1].Page.ContentType, back[1].Page.Headers, back[1].Invented));
    }

    private static byte[] Archived(bool compress)
    {
        using var stream = new MemoryStream();
        var writer = new WarcWriter(stream, compress);
        writer.WriteInfo("Test/1", "a.warc.gz", Day);
        writer.Write(Crawled);
        writer.Write(Saved);
        return stream.ToArray();
    }

    /// <summary>Reads the archive with the framework's own means: gzip members are told by their magic.</summary>
    private static List<(Dictionary<string, string> Fields, byte[] Block)> Written(bool compress)
    {
        var bytes = Archived(compress);
        var starts = Enumerable.Range(0, bytes.Length - 4).Where(x => bytes.AsSpan(x) is [0x1F, 0x8B, 8, 0, ..]).Append(bytes.Length).ToList();
        return [.. starts.Zip(starts.Skip(1), (from, to) =>
        {
            using var record = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(bytes[from..to]), CompressionMode.Decompress)) gzip.CopyTo(record);
            var text = Encoding.Latin1.GetString(record.ToArray());
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var lines = text[..head].Split("\r\n");
            Assert.Equal("WARC/1.1", lines[0]);
            Assert.EndsWith("\r\n\r\n", text);
            return (lines.Skip(1).ToDictionary(x => x.Split(": ")[0], x => x.Split(": ", 2)[1]), record.ToArray()[(head + 4)..^4]);
        })];
    }
}
