using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using PledgeMiner.App;
using PledgeMiner.App.Jobs;
using PledgeMiner.Crawling;
using PledgeMiner.Recording;

namespace PledgeMiner.Tests.Jobs;

/// <summary>Runs against a real site on loopback, through the real miner, into a real ledger.</summary>
public sealed class CrawlRunTests : IAsyncDisposable
{
    private const string Pledge = "Norway will send twelve Patriot batteries to Ukraine by the end of 2027.";

    private static readonly CrawlOptions Options = new() { PrivateHosts = ["127.0.0.1"], HostDelay = TimeSpan.Zero, FirstRetry = TimeSpan.FromMilliseconds(10), Patience = TimeSpan.FromSeconds(5) };
    private static readonly Lazy<Miner> Miner = new(() => Parts.Miner(new Settings()));

    private readonly TestFolder _folder = new();
    private readonly DataFolder _data;
    private readonly Ledger _ledger;
    private readonly LedgerWorker _worker;
    private readonly Crawler _crawler;
    private readonly MiningGate _gate = new();
    private readonly CrawlRun _crawl;

    public CrawlRunTests()
    {
        _data = DataFolder.Open(_folder.Path).Folder!;
        _ledger = Ledger.Open(_data);
        _worker = LedgerWorker.Start(_ledger);
        _crawler = new Crawler(Options, new Hosts(_worker));
        _crawl = new CrawlRun(_crawler, Miner.Value, _ledger, new Frontier(_worker), _gate, Options, TimeProvider.System, NullLogger<CrawlRun>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _crawler.Dispose();
        _gate.Dispose();
        await _worker.DisposeAsync();
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_run_counts_what_it_saw_and_refused_by_reason()
    {
        await using var site = await LoopbackSite.StartAsync(x => AnswerAsync(x, x.Request.Path.Value switch
        {
            "/robots.txt" => "User-agent: *\nDisallow: /closed",
            "/.well-known/tdmrep.json" => """[{"location": "/reserved", "tdm-reservation": 1}]""",
            "/" => string.Concat("good gone closed reserved opted-out failing scripts".Split(' ').Select(x => $"<a href='/{x}'>{x}</a> ")),
            "/good" => Article(Pledge),
            "/opted-out" => "<html><head><meta name='robots' content='noindex'></head><body><p>text</p></body></html>",
            "/scripts" => "<html><body><script>let x = 1</script></body></html>",
            "/failing" => "500",
            _ => "404",
        }));

        var run = (await _crawl.RunAsync(new Source("site", site.Address), Cancel))!;

        Assert.Equal((7, 1, 6, 1), (run.Seen, run.New, run.Refused, run.Commitments));
        Assert.Equal(new Dictionary<ProblemKind, int> { [ProblemKind.HttpStatus] = 2, [ProblemKind.NoText] = 1, [ProblemKind.OptedOut] = 2, [ProblemKind.RobotsDisallow] = 1 }, run.Refusals.OrderBy(x => x.Key.ToString()).ToDictionary());
        Assert.True(run.Bytes > 0);
        Assert.Contains(await _ledger.RefusalsAsync(Cancel), x => x is { Kind: ProblemKind.OptedOut, Count: 2 });
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        var whole = 0;
        await using var site = await LoopbackSite.StartAsync(x =>
        {
            if (x.Request.Path != "/") return AnswerAsync(x, "404");
            x.Response.Headers.ETag = "\"1\"";
            if (x.Request.Headers.IfNoneMatch == "\"1\"")
            {
                x.Response.StatusCode = 304;
                return Task.CompletedTask;
            }
            whole++;
            return AnswerAsync(x, Article(Pledge));
        });
        var source = new Source("site", site.Address) { Kind = SourceKind.Page };

        Assert.Equal(1, (await _crawl.RunAsync(source, Cancel))!.New);
        Assert.Equal(1, (await _crawl.RunAsync(source, Cancel))!.Unchanged);
        Assert.Equal(1, whole);
    }

    [Fact]
    public async Task A_commitment_that_a_later_revision_takes_back_raises_an_alarm()
    {
        var sentence = Pledge;
        await using var site = await LoopbackSite.StartAsync(x => AnswerAsync(x, x.Request.Path == "/" ? Article(sentence) : "404"));
        var source = new Source("site", site.Address) { Kind = SourceKind.Page };
        await _crawl.RunAsync(source, Cancel);

        sentence = "Norway might one day consider whether it could send Patriot batteries to Ukraine, if parliament approves.";
        Assert.Equal(1, (await _crawl.RunAsync(source, Cancel))!.Changed);
        sentence = "The talks in Oslo went on until the evening.";
        Assert.Equal(1, (await _crawl.RunAsync(source, Cancel))!.Changed);

        var alarms = await _ledger.AlarmsAsync(9, Cancel);
        Assert.Contains(alarms, x => x.Softening.Before == Pledge);
        Assert.Equal(3, (await _ledger.RevisionsAsync(site.Address, Cancel)).Count);
    }

    [Fact]
    public async Task A_sitemap_leads_through_its_index_to_pages()
    {
        await using var site = await LoopbackSite.StartAsync(x => AnswerAsync(x, x.Request.Path.Value switch
        {
            "/sitemap.xml" => $"<?xml version='1.0'?><sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>http://{x.Request.Host}/news.xml</loc></sitemap></sitemapindex>",
            "/news.xml" => $"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>http://{x.Request.Host}/a</loc></url><url><loc>http://{x.Request.Host}/b</loc></url></urlset>",
            "/a" => Article(Pledge),
            "/b" => Article("It rained in Oslo all day."),
            _ => "404",
        }));
        var run = (await _crawl.RunAsync(new Source("site", site.At("/sitemap.xml")) { Kind = SourceKind.Sitemap }, Cancel))!;
        Assert.Equal((2, 2), (run.Seen, run.New));
    }

    [Fact]
    public async Task A_test_of_a_source_follows_its_lists_to_a_page()
    {
        await using var site = await LoopbackSite.StartAsync(x => AnswerAsync(x, x.Request.Path.Value switch
        {
            "/sitemap.xml" => $"<?xml version='1.0'?><sitemapindex><sitemap><loc>http://{x.Request.Host}/news.xml</loc></sitemap></sitemapindex>",
            "/news.xml" => $"<?xml version='1.0'?><urlset><url><loc>http://{x.Request.Host}/a</loc></url></urlset>",
            "/a" => Article(Pledge),
            _ => "404",
        }));
        var report = await new SourceTest(_crawler, Parts.Reader()).RunAsync(new Source("site", site.At("/sitemap.xml")) { Kind = SourceKind.Sitemap }, Cancel);
        Assert.Null(report.Problem);
        Assert.Contains("/a reads as \"A statement\"", report.Lines[^1]);
    }

    [Fact]
    public async Task Pages_are_followed_as_deep_as_the_source_says_and_no_deeper()
    {
        await using var site = await LoopbackSite.StartAsync(x => AnswerAsync(x, x.Request.Path.Value switch
        {
            "/" => "<a href='/1'>1</a>",
            "/1" => Article("It rained in Oslo. <a href='/2'>2</a>"),
            "/2" => Article("It snowed in Bergen. <a href='/3'>3</a>"),
            "/3" => Article("The sun shone in Tromsoe."),
            _ => "404",
        }));
        Assert.Equal(2, (await _crawl.RunAsync(new Source("site", site.Address) { Depth = 2 }, Cancel))!.Seen);
    }

    [Fact]
    public async Task A_host_that_asks_to_be_left_alone_is_and_its_pages_come_later()
    {
        var asked = 0;
        await using var site = await LoopbackSite.StartAsync(x =>
        {
            if (x.Request.Path == "/") return AnswerAsync(x, "<a href='/a'>a</a> <a href='/b'>b</a>");
            if (x.Request.Path.Value is "/a" or "/b")
            {
                asked++;
                x.Response.Headers.RetryAfter = "3600";
                return AnswerAsync(x, "503");
            }
            return AnswerAsync(x, "404");
        });
        var run = (await _crawl.RunAsync(new Source("site", site.Address), Cancel))!;
        Assert.Equal((1, 0), (asked, run.Seen));
    }

    /// <summary>Three digits stand for a status.</summary>
    private static Task AnswerAsync(HttpContext http, string answer)
    {
        if (answer.Length == 3) http.Response.StatusCode = int.Parse(answer);
        http.Response.ContentType = answer[0] == '<' && !answer.StartsWith("<?xml", StringComparison.Ordinal) ? "text/html; charset=utf-8" : answer[0] == '<' ? "application/xml" : "text/plain";
        return http.Response.WriteAsync(answer);
    }

    private static string Article(string sentence) =>
        $"<html><head><title>A statement</title></head><body><article><h1>A statement</h1><p>{sentence}</p><p>The meeting was held in the old town hall, where the delegations spoke for several hours about the winter.</p></article></body></html>";
}
