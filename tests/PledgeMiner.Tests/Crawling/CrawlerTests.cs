using Microsoft.AspNetCore.Http;
using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

public class CrawlerTests
{
    private static readonly CrawlOptions Open = new() { PrivateHosts = ["127.0.0.1"], HostDelay = TimeSpan.Zero, PageBytes = 100_000, PageTime = TimeSpan.FromSeconds(5), FirstRetry = TimeSpan.FromMilliseconds(1) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_private_address_is_refused_unless_a_setting_names_its_host()
    {
        await using var site = await LoopbackSite.StartAsync(x => x.Response.WriteAsync("hello"));
        using var closed = new Fetcher(Open with { PrivateHosts = [] });
        using var open = new Fetcher(Open);

        Assert.Equal(ProblemKind.PrivateAddress, (await closed.FetchAsync(site.At("/"), Cancel)).Problem!.Kind);
        Assert.Equal("hello"u8.ToArray(), (await open.FetchAsync(site.At("/"), Cancel)).Value!.Body);
    }

    [Fact]
    public async Task A_redirect_into_a_private_network_is_refused()
    {
        await using var site = await LoopbackSite.StartAsync(x => { x.Response.Redirect("http://169.254.169.254/latest"); return Task.CompletedTask; });
        using var fetcher = new Fetcher(Open);
        Assert.Equal(ProblemKind.PrivateAddress, (await fetcher.FetchAsync(site.At("/"), Cancel)).Problem!.Kind);
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
        using var fetcher = new Fetcher(Open);
        var problem = (await fetcher.FetchAsync(site.At(path), Cancel)).Problem;
        Assert.Equal(kind, problem!.Kind);
        Assert.Contains(": ", problem.Message);
    }

    [Fact]
    public async Task A_page_that_robots_closes_is_refused_and_the_file_is_asked_for_once()
    {
        var asked = new System.Collections.Concurrent.ConcurrentBag<string>();
        await using var site = await LoopbackSite.StartAsync(x =>
        {
            asked.Add(x.Request.Path);
            return x.Response.WriteAsync(x.Request.Path == "/robots.txt" ? "User-agent: *\nDisallow: /closed" : "text");
        });
        using var crawler = new Crawler(Open, new MemoryHosts());

        Assert.NotNull((await crawler.VisitAsync(site.At("/a"), Validators.None, cancel: Cancel)).Page);
        Assert.Equal(ProblemKind.RobotsDisallow, (await crawler.VisitAsync(site.At("/closed/b"), Validators.None, cancel: Cancel)).Problem!.Kind);
        Assert.Equal(["/.well-known/tdmrep.json", "/a", "/robots.txt"], asked.Order());
    }

    [Theory]
    [InlineData(404, false), InlineData(403, false), InlineData(500, true), InlineData(429, true)]
    public async Task A_robots_file_that_cannot_be_served_closes_the_site_for_now_and_a_missing_one_opens_it(int status, bool closed)
    {
        await using var site = await LoopbackSite.StartAsync(x =>
        {
            x.Response.StatusCode = x.Request.Path == "/robots.txt" ? status : 200;
            return x.Response.WriteAsync("text");
        });
        using var crawler = new Crawler(Open, new MemoryHosts());
        var visit = await crawler.VisitAsync(site.At("/a"), Validators.None, cancel: Cancel);
        Assert.Equal((closed, closed), (visit.Problem is not null, visit.Rest is not null));
    }

    [Fact]
    public void An_index_page_leads_to_the_pages_of_its_own_host_that_the_patterns_allow()
    {
        var page = PageOf("https://ministry.invalid/", "<a href='/news/a#top'>a</a> <a href='/news/a'>again</a> <a href='/news/closed/b'>b</a> <a href='/about'>us</a> <a href='https://elsewhere.invalid/news/c'>c</a> <a href='mailto:x@y.invalid'>m</a>");
        var source = new Source("ministry", page.Address) { Include = ["/news/*"], Exclude = ["*/closed/*"] };
        Assert.Equal(["https://ministry.invalid/news/a"], Links.Of(source, page).Select(x => x.Address.AbsoluteUri));
    }

    [Theory]
    [InlineData("https://ministry.invalid/", "https://www.ministry.invalid/", "<a href='/news/a'>a</a>", "https://www.ministry.invalid/news/a")]
    [InlineData("https://www.ministry.invalid/", "https://www.ministry.invalid/", "<a href='https://ministry.invalid/news/a'>a</a>", "https://ministry.invalid/news/a")]
    [InlineData("https://ministry.invalid/", "https://new.invalid/", "<a href='/news/a'>a</a>", "https://new.invalid/news/a")]
    [InlineData("https://ministry.invalid/", "https://ministry.invalid/en/", "<base href='/news/'><a href='a'>a</a>", "https://ministry.invalid/news/a")]
    [InlineData("https://ministry.invalid/", "https://ministry.invalid/en/", "<base><base href='https://elsewhere.invalid/'><a href='a'>a</a>", null)]
    public void A_list_leads_to_pages_of_its_site_wherever_that_is_now(string source, string found, string body, string? leads) =>
        Assert.Equal(leads, Links.Of(new Source("ministry", new Uri(source)), PageOf(found, body), list: true).SingleOrDefault()?.Address.AbsoluteUri);

    [Fact]
    public void A_page_that_lies_elsewhere_does_not_lead_on_there() =>
        Assert.Empty(Links.Of(new Source("ministry", new Uri("https://ministry.invalid/")), PageOf("https://elsewhere.invalid/", "<a href='/news/a'>a</a>")));

    [Fact]
    public void A_feed_leads_to_the_pages_of_its_items_and_no_entity_is_resolved()
    {
        var source = new Source("feed", new Uri("https://ministry.invalid/feed")) { Kind = SourceKind.Feed };
        var feed = PageOf(source.Address.AbsoluteUri, "<?xml version='1.0'?><rss version='2.0'><channel><title>t</title><link>/</link><description>d</description><item><title>i</title><link>https://news.invalid/item</link></item></channel></rss>");
        Assert.Equal("https://news.invalid/item", Assert.Single(Links.Of(source, feed)).Address.AbsoluteUri);
        var evil = PageOf(source.Address.AbsoluteUri, "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><item><link>/&e;</link></item></channel></rss>");
        Assert.Equal("/&e;", Assert.Single(Links.Of(source, evil)).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_folder_source_gives_its_files_under_the_sources_address()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.File("index.html"), "<a href='a.html'>a</a>");
        File.WriteAllText(folder.File("a.html"), "<p>text</p>");
        File.WriteAllText(folder.File("a.meta.json"), """{"title": "A", "published": "2025-03-01"}""");
        using var crawler = new Crawler(Open, new MemoryHosts());

        var only = Assert.Single(await crawler.DeliverAsync(new Source("f", new Uri("https://f.invalid/"), folder.Path), new NoPages(), Cancel).ToListAsync(Cancel));

        Assert.Equal("https://f.invalid/a.html", only.Address.AbsoluteUri);
        Assert.Equal(new Particulars("A", new(2025, 3, 1)), only.Told);
    }

    private sealed class NoPages : IPageMemory
    {
        public Task<Page?> FindPageAsync(Uri address, DateTimeOffset? at, CancellationToken cancel = default) => Task.FromResult<Page?>(null);
    }

    private static Page PageOf(string address, string body) => new(new Uri(address), System.Text.Encoding.UTF8.GetBytes(body), null, "", DateTimeOffset.UnixEpoch);

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
