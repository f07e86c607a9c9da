using System.Text;
using System.Text.Json;
using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

public class FeedTests
{
    public sealed record FeedCase(string Feed, string? Address, string? Title, string? Link, string? Date, string? Guid);

    public sealed record SitemapCase(string Sitemap, string[]? Pages, string[]? Sitemaps);

    public static TheoryData<string> Feeds => [.. Lines("feeds.jsonl")];

    public static TheoryData<string> Sitemaps => [.. Lines("sitemaps.jsonl")];

    public static TheoryData<string, string> Dates => [.. Lines("dates.tsv").Select(x => x.Split('\t')).Select(x => (x[0], x[1]))];

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_feed_gives_its_first_entry(string line)
    {
        var one = JsonSerializer.Deserialize<FeedCase>(line, JsonSerializerOptions.Web)!;
        var entry = Feed.Read(Encoding.UTF8.GetBytes(one.Feed), address: one.Address is null ? null : new Uri(one.Address))!.Entries[0];
        Assert.Equal((one.Title, one.Link, one.Date, one.Guid), (entry.Title, entry.Link, Shown(entry.Published), entry.Guid));
    }

    [Theory]
    [MemberData(nameof(Sitemaps))]
    public void A_sitemap_gives_its_pages(string line)
    {
        var one = JsonSerializer.Deserialize<SitemapCase>(line, JsonSerializerOptions.Web)!;
        foreach (var body in (byte[][])[Encoding.UTF8.GetBytes(one.Sitemap), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(one.Sitemap)], HostileBehaviours.Zip(Encoding.UTF8.GetBytes(one.Sitemap))])
        {
            var sitemap = Sitemap.Read(body, address: new Uri("https://site.example/sitemap.xml"));
            Assert.Equal(one.Pages is null && one.Sitemaps is null, sitemap is null);
            if (sitemap is null) continue;
            Assert.Equal(one.Pages ?? [], sitemap.Pages.Select(Shown));
            Assert.Equal(one.Sitemaps ?? [], sitemap.Sitemaps.Select(Shown));
        }
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_is_read_or_refused(string written, string expected) =>
        Assert.Equal(expected, Shown(WebDates.Parse(written)) ?? "-");

    [Theory]
    [InlineData("iso-8859-1", null, "é")]
    [InlineData("windows-1251", "windows-1251", "й")]
    [InlineData("utf-8", "iso-8859-2", "č")]
    [InlineData("utf-16", null, "é")]
    [InlineData("koi8-r", "koi8-r", "й")]
    [InlineData("utf-8", "utf-16", "é")]
    public void The_encoding_is_found(string encoding, string? declared, string letter)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        // A declaration that the header or the bytes contradict does not count.
        var text = $"<?xml version='1.0' encoding='{declared ?? "no-such"}'?><rss><channel><item><title>{letter}</title></item></channel></rss>";
        var type = encoding == "utf-8" && declared == "iso-8859-2" ? "text/xml; charset=\"utf-8\"" : "text/xml";
        Assert.Equal(letter, Feed.Read(Encoding.GetEncoding(encoding).GetBytes(text), type)!.Entries[0].Title);
    }

    [Theory]
    [InlineData("<rss><channel><item>", 100_000), InlineData("<title>", 300_000), InlineData("<!DOCTYPE [", 200_000), InlineData("<![CDATA[", 200_000), InlineData("<a b='", 300_000)]
    [InlineData("</x", 300_000), InlineData("<item><title>&lt;script", 50_000), InlineData("&amp;", 500_000), InlineData("{\"items\":[", 100_000)]
    public void No_feed_takes_long_or_overflows_the_stack(string piece, int times)
    {
        var time = System.Diagnostics.Stopwatch.StartNew();
        var body = Encoding.UTF8.GetBytes("<rss><channel><item><title>t</title>" + string.Concat(Enumerable.Repeat(piece, times)));
        Assert.Equal("t", Feed.Read(body)!.Entries[0].Title);
        Assert.NotNull(Sitemap.Read(body));
        // Linear parsers need well under a second; quadratic ones minutes.
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(20), $"{time.Elapsed}");
    }

    [Fact]
    public void A_sitemap_keeps_its_limits()
    {
        var many = Encoding.UTF8.GetBytes($"<urlset>{string.Concat(Enumerable.Range(0, 50_100).Select(x => $"<url><loc>https://x.org/{x}</loc></url>"))}</urlset>");
        Assert.Equal(50_000, Sitemap.Read(many)!.Pages.Count);
        Assert.Single(Sitemap.Read(HostileBehaviours.Zip([.. "<urlset><url><loc>https://x.org/</loc></url>"u8, .. new byte[80_000_000]]))!.Pages);
        Assert.Equal(50_000, Sitemap.Read(HostileBehaviours.Zip(many)[..^100])!.Pages.Count);
    }

    private static string Shown(SitemapPage page) =>
        string.Join(' ', ((string?[])[page.Location, Shown(page.Modified) ?? (page.Title is null ? null : "-"), page.Title, Shown(page.Published)]).OfType<string>());

    private static string? Shown(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF");

    private static IEnumerable<string> Lines(string file) => File.ReadLines(Repository.File("tests", "PledgeMiner.Tests", "Cases", "crawling", file));
}
