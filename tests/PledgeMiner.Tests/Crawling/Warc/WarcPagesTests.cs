using System.IO.Compression;
using static PledgeMiner.Tests.Crawling.Warc.Archive;

namespace PledgeMiner.Tests.Crawling.Warc;

public class WarcPagesTests
{
    private static byte[][] Three => [Page("a"), Page("b"), Page("c")];

    public static TheoryData<string> Packings => ["plain", "each record", "whole", "blocks"];

    [Theory]
    [MemberData(nameof(Packings))]
    public async Task However_an_archive_is_packed_its_pages_are_the_same(string packing)
    {
        byte[] all = [.. Three.SelectMany(x => x)];
        var (pages, problems) = await ReadAsync(packing switch
        {
            "each record" => [.. Three.Select(Gzip)],
            "whole" => [Gzip(all)],
            "blocks" => [.. all.Chunk(300).Select(Gzip)],
            _ => Three,
        });
        Assert.Equal(["a", "b", "c"], pages);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("0.18"), InlineData("1.0"), InlineData("1.1")]
    public async Task A_page_keeps_its_address_date_and_headers(string version)
    {
        var record = Record("response", "<https://a.invalid/x>", Http(Bytes(Html("x")), "Content-Type: text/html; charset=utf-8\r\nX-Long: a\r\n b\r\n"), version: version, date: "2025-03-02T10:00:00.123456789Z");
        var page = Assert.Single(await OutcomesAsync(record)).Value!.Page;
        Assert.Equal(("https://a.invalid/x", "text/html; charset=utf-8"), (page.Address.AbsoluteUri, page.ContentType));
        Assert.Equal(Day.AddTicks(1_234_567), page.FetchedAt);
        Assert.Equal("HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\nX-Long: a b\n", page.Headers);
        Assert.Equal(Bytes(Html("x")), page.Body);
    }

    public static TheoryData<string> Codings => ["gzip", "deflate", "raw deflate", "br", "chunked", "chunked gzip", "no gzip at all", "no chunks at all"];

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task What_http_did_to_a_body_is_undone(string coding)
    {
        var html = Bytes(Html("x"));
        var (headers, body) = coding switch
        {
            "gzip" => ("Content-Encoding: gzip\r\n", Gzip(html)),
            "deflate" => ("Content-Encoding: deflate\r\n", Packed(html, x => new ZLibStream(x, CompressionLevel.Fastest))),
            "raw deflate" => ("Content-Encoding: deflate\r\n", Packed(html, x => new DeflateStream(x, CompressionLevel.Fastest))),
            "br" => ("Content-Encoding: br\r\n", Packed(html, x => new BrotliStream(x, CompressionLevel.Fastest))),
            "chunked" => ("Transfer-Encoding: chunked\r\n", Chunks(html)),
            "chunked gzip" => ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", Chunks(Gzip(html))),
            "no gzip at all" => ("Content-Encoding: gzip\r\n", html),
            _ => ("Transfer-Encoding: chunked\r\n", html),
        };
        Assert.Equal(html, Assert.Single(await OutcomesAsync(Record("response", "https://a.invalid/x", Http(body, headers)))).Value!.Page.Body);
    }

    [Fact]
    public async Task Other_records_are_passed_over()
    {
        var (pages, problems) = await ReadAsync(
            Record("warcinfo", null, Bytes("software: x\r\n"), "application/warc-fields"), Record("request", "https://a.invalid/q", Bytes("GET / HTTP/1.1\r\n\r\n")),
            Record("response", "dns:a.invalid", Bytes("x"), "text/dns"), Record("response", "https://a.invalid/gone", Http([], status: "404 Not Found")),
            Record("response", "https://a.invalid/p.png", Http([1], "Content-Type: image/png\r\n")), Record("metadata", "https://a.invalid/a", Bytes("via: x\r\n"), "application/warc-fields"),
            Record("resource", "https://a.invalid/r", Bytes(Html("r")), "text/html"));
        Assert.Equal(["r"], pages);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task A_revisit_is_the_page_it_refers_to_at_its_own_time()
    {
        var outcomes = await OutcomesAsync([.. Page("a"), .. Record("revisit", "https://a.invalid/again", [], null, more: "WARC-Refers-To-Target-URI: https://a.invalid/a\r\n", date: "2025-04-01T00:00:00Z")]);
        Assert.Equal(outcomes[0].Value!.Page.Hash, outcomes[1].Value!.Page.Hash);
        Assert.Equal(("again", 4), (outcomes[1].Value!.Page.Address.Segments[^1], outcomes[1].Value!.Page.FetchedAt.Month));
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "revisit of nothing", "only refers to" }, { "no address", "of which address" }, { "no date", "no date" }, { "no status line", "status line" },
        { "segment", "segments" }, { "wrong digest", "WARC-Block-Digest" }, { "length beyond the file", "file ends" }, { "length beyond the record", "another record begins" },
        { "no number as length", "is none" }, { "endless fields", "no end" }, { "broken chunks", "chunks" }, { "bomb in the body", "decompressed" }, { "too large", "MB" }, { "junk", "no record" },
        { "version of no kind", "no record" }, { "cut in its fields", "within its fields" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_record_gets_one_reason_and_those_around_it_are_read(string what, string reason)
    {
        const string Address = "https://a.invalid/bad";
        var http = Http(Bytes(Html("bad")));
        var bad = what switch
        {
            "revisit of nothing" => Record("revisit", Address, [], null),
            "no address" => Record("response", null, http),
            "no date" => Record("response", Address, http, date: ""),
            "no status line" => Record("response", Address, Bytes(Html("bad"))),
            "segment" => Record("response", Address, http, more: "WARC-Segment-Number: 1\r\n"),
            "wrong digest" => Record("response", Address, http, more: "WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n"),
            "length beyond the file" => Record("response", Address, http, length: "999999999999"),
            "length beyond the record" => Record("response", Address, http, length: (http.Length + 300).ToString()),
            "no number as length" => Record("response", Address, http, length: "-5"),
            "endless fields" => Record("response", Address, http, more: string.Concat(Enumerable.Repeat("X-More: and more\r\n", 5000))),
            "broken chunks" => Record("response", Address, Http(Bytes("5\r\nHello\r\nnonsense"), "Transfer-Encoding: chunked\r\n")),
            "bomb in the body" => Record("response", Address, Http(Gzip(new byte[50_000_000]), "Content-Encoding: gzip\r\n")),
            "too large" => Record("response", Address, Http(new byte[2_000_000])),
            "cut in its fields" => Bytes("WARC/1.0\r\nWARC-Type: response\r\n"),
            "junk" => Bytes("This is no record.\r\n"),
            _ => Bytes("WARC/invalid\r\nContent-Length: 0\r\n\r\n"),
        };
        var (pages, problems) = await ReadAsync(Page("a"), bad, Page("b"), Page("c"));
        Assert.Equal(["a", "b", "c"], pages);
        Assert.Contains(reason, Assert.Single(problems).Message);
    }

    [Theory]
    [InlineData("cut short"), InlineData("a bit turned"), InlineData("a bomb"), InlineData("junk between")]
    public async Task A_damaged_member_costs_only_itself(string what)
    {
        var bad = Gzip(Page("bad"));
        if (what == "cut short") bad = bad[..^20];
        if (what == "a bit turned") bad[^5] ^= 1;
        if (what == "a bomb") bad = Gzip([.. Page("bad"), .. new byte[300_000_000]]);
        if (what == "junk between") bad = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF];
        var (pages, problems) = await ReadAsync(Gzip(Page("a")), bad, Gzip(Page("b")), Gzip(Page("c")));
        Assert.Equal(["a", "b", "c"], pages.Where(x => x != "bad"));
        Assert.Single(problems);
    }

    [Fact]
    public async Task Two_records_that_ran_into_one_give_no_page_under_a_wrong_address()
    {
        var (pages, problems) = await ReadAsync(Page("a"), Page("b")[..140], Page("c"), Page("d"));
        Assert.Equal(["a", "d"], pages);
        Assert.Contains("two fields", Assert.Single(problems).Message);
    }

    [Fact]
    public async Task Many_beginnings_of_members_hide_no_page()
    {
        byte[] begun = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF];
        var (pages, problems) = await ReadAsync(Gzip(Page("a")), [.. Enumerable.Repeat(begun, 50_000).SelectMany(x => x)], Gzip(Page("b")));
        Assert.Equal(["a", "b"], pages);
        Assert.Equal(50_000, problems.Length);
    }

    [Fact]
    public async Task A_record_without_a_length_ends_where_the_next_begins()
    {
        var outcomes = await OutcomesAsync([.. Record("response", "https://a.invalid/a", Http(Bytes(Html("a"))), length: ""), .. Page("b")]);
        Assert.Equal(Html("a"), System.Text.Encoding.UTF8.GetString(outcomes[0].Value!.Page.Body));
        Assert.Equal(2, outcomes.Count);
    }

    [Fact]
    public async Task A_page_that_quotes_a_record_gives_no_page_of_another_address()
    {
        var smuggler = Bytes(Html("a") + "\r\n\r\n" + System.Text.Encoding.UTF8.GetString(Page("forged")));
        var (pages, problems) = await ReadAsync(Record("response", "https://a.invalid/a", Http(smuggler)), Page("b"));
        Assert.Equal(["a", "b"], pages);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData(""), InlineData("<html>no archive</html>"), InlineData("\u001f")]
    public async Task What_is_no_archive_is_told_so(string content) =>
        Assert.Contains("no WARC record", Assert.Single(await OutcomesAsync(Bytes(content))).Problem!.Message);

    /// <summary>Whatever is done to an archive, reading it ends, and only in pages and problems.</summary>
    [Fact]
    public async Task Reading_survives_any_damage()
    {
        var random = new Random(1);
        byte[][] whole = [[.. Three.SelectMany(x => x)], [.. Three.SelectMany(Gzip)], Gzip([.. Three.SelectMany(x => x)])];
        for (var round = 0; round < 600; round++)
        {
            var bytes = whole[round % 3].ToArray();
            for (var i = random.Next(1, 12); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (random.Next(3) == 0) bytes = bytes[..random.Next(bytes.Length)];
            if (random.Next(3) == 0) bytes = [.. bytes, .. bytes[random.Next(bytes.Length)..]];
            Assert.NotEmpty(await OutcomesAsync(bytes));
        }
    }

    private static byte[] Chunks(byte[] body) => [.. body.Chunk(50).SelectMany(x => (byte[])[.. Bytes($"{x.Length:x}\r\n"), .. x, .. Bytes("\r\n")]), .. Bytes("0\r\n\r\n")];
}
