using Microsoft.AspNetCore.Http;
using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

public class CrawlerTests
{
    private static readonly CrawlOptions Open = new() { PrivateHosts = ["127.0.0.1"], HostDelay = TimeSpan.Zero, PageBytes = 100_000, PageTime = TimeSpan.FromSeconds(5) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_private_address_is_refused_unless_a_setting_names_its_host()
    {
        await using var site = await LoopbackSite.StartAsync(x => x.Response.WriteAsync("hello"));
        using var closed = new Crawler(Open with { PrivateHosts = [] });
        using var open = new Crawler(Open);

        Assert.Equal(ProblemKind.PrivateAddress, (await closed.FetchAsync(site.At("/"), Cancel)).Problem!.Kind);
        Assert.Equal("hello"u8.ToArray(), (await open.FetchAsync(site.At("/"), Cancel)).Value!.Body);
    }

    [Fact]
    public async Task A_redirect_into_a_private_network_is_refused()
    {
        await using var site = await LoopbackSite.StartAsync(x => { x.Response.Redirect("http://169.254.169.254/latest"); return Task.CompletedTask; });
        using var crawler = new Crawler(Open);
        Assert.Equal(ProblemKind.PrivateAddress, (await crawler.FetchAsync(site.At("/"), Cancel)).Problem!.Kind);
    }

    [Theory]
    [InlineData("/missing", ProblemKind.HttpStatus)]
    [InlineData("/loop", ProblemKind.TooManyRedirects)]
    [InlineData("/file", ProblemKind.UnsupportedScheme)]
    [InlineData("/large", ProblemKind.TooLarge)]
    [InlineData("/bomb", ProblemKind.TooLarge)]
    public async Task A_bad_answer_is_one_problem(string path, ProblemKind kind)
    {
        await using var site = await LoopbackSite.StartAsync(AnswerBadlyAsync);
        using var crawler = new Crawler(Open);
        var problem = (await crawler.FetchAsync(site.At(path), Cancel)).Problem;
        Assert.Equal(kind, problem!.Kind);
        Assert.Contains(": ", problem.Message);
    }

    [Fact]
    public async Task A_web_source_gives_the_pages_its_index_points_to_as_robots_allows()
    {
        await using var site = await LoopbackSite.StartAsync(x => x.Response.WriteAsync(x.Request.Path.Value switch
        {
            "/robots.txt" => "User-agent: *\nDisallow: /closed",
            "/" => "<a href='/a#top'>a</a> <a href='/a'>again</a> <a href='/closed/b'>b</a> <a href='https://elsewhere.invalid/c'>c</a>",
            _ => "text",
        }));
        using var crawler = new Crawler(Open);

        var crawled = await crawler.CrawlAsync(new Source("site", site.At("/")), Cancel).ToListAsync(Cancel);

        Assert.Equal(["/a", "/closed/b"], crawled.Select(x => x.Address.AbsolutePath));
        Assert.NotNull(crawled[0].Page.Value);
        Assert.Equal(ProblemKind.RobotsDisallow, crawled[1].Page.Problem!.Kind);
    }

    [Fact]
    public async Task A_feed_gives_the_pages_of_its_items_and_no_entity_is_resolved()
    {
        await using var site = await LoopbackSite.StartAsync(x => x.Response.WriteAsync(x.Request.Path.Value switch
        {
            "/feed" => "<?xml version='1.0'?><rss version='2.0'><channel><title>t</title><link>/</link><description>d</description><item><title>i</title><link>/item</link></item></channel></rss>",
            "/evil" => "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><item><link>/&e;</link></item></channel></rss>",
            _ => "text",
        }));
        using var crawler = new Crawler(Open);

        Assert.Equal("/item", Assert.Single(await crawler.CrawlAsync(new Source("feed", site.At("/feed")), Cancel).ToListAsync(Cancel)).Address.AbsolutePath);
        Assert.Equal("/&e;", Assert.Single(await crawler.CrawlAsync(new Source("evil", site.At("/evil")), Cancel).ToListAsync(Cancel)).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_folder_source_gives_its_files_under_the_sources_address()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.File("index.html"), "<a href='a.html'>a</a>");
        File.WriteAllText(folder.File("a.html"), "<p>text</p>");
        File.WriteAllText(folder.File("a.meta.json"), """{"title": "A", "published": "2025-03-01"}""");
        using var crawler = new Crawler(Open);

        var only = Assert.Single(await crawler.CrawlAsync(new Source("f", new Uri("https://f.invalid/"), folder.Path), Cancel).ToListAsync(Cancel));

        Assert.Equal("https://f.invalid/a.html", only.Address.AbsoluteUri);
        Assert.Equal(new Particulars("A", new(2025, 3, 1)), only.Told);
    }

    private static async Task AnswerBadlyAsync(HttpContext http)
    {
        switch (http.Request.Path.Value)
        {
            case "/missing": http.Response.StatusCode = 404; break;
            case "/loop": http.Response.Redirect("/loop"); break;
            case "/file": http.Response.Redirect("file:///etc/passwd"); break;
            case "/large": await http.Response.Body.WriteAsync(new byte[200_000]); break;
            case "/bomb":
                http.Response.Headers.ContentEncoding = "gzip";
                using (var gzip = new System.IO.Compression.GZipStream(http.Response.Body, System.IO.Compression.CompressionLevel.Fastest)) await gzip.WriteAsync(new byte[50_000_000]);
                break;
        }
    }
}
