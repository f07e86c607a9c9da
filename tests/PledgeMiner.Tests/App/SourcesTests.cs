using Microsoft.AspNetCore.Http;

namespace PledgeMiner.Tests.App;

public sealed class SourcesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_site_of_the_default_list_is_crawled_before_its_owner_can_reach_the_operator()
    {
        var list = await RunAsync(0, "sources", "list");
        Assert.All(list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), x => Assert.Contains("waits for the setting Contact", x));
        Assert.Contains("nato-news", list.Output);
        Assert.Contains("Contact", (await RunAsync(2, "crawl")).Error);
        Assert.Contains("PLEDGEMINER_CONTACT", (await RunAsync(2, "crawl", "nato-news")).Error);
    }

    [Fact]
    public async Task A_source_is_added_tested_crawled_paused_and_resumed()
    {
        await using var site = await LoopbackSite.StartAsync(x =>
        {
            x.Response.ContentType = "text/html; charset=utf-8";
            if (x.Request.Path == "/") return x.Response.WriteAsync("<a href='/news/a'>a</a> <a href='/about'>us</a>");
            if (x.Request.Path == "/news/a") return x.Response.WriteAsync("<html><head><title>T</title></head><body><article><h1>T</h1><p>Norway will send twelve Patriot batteries to Ukraine by the end of 2027.</p></article></body></html>");
            x.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        File.WriteAllText(_folder.File("settings.json"), """{"Contact": "mailto:ops@example.org", "PrivateHosts": ["127.0.0.1"], "HostDelay": 0}""");
        File.WriteAllText(_folder.File("sources.json"), "[]");

        await RunAsync(0, "sources", "add", "site", site.Address.AbsoluteUri, "--include", "/news/*", "--tier", "2", "--schedule", "30 1 * * *", "--zone", "Europe/Oslo");
        Assert.Contains("choose another name", (await RunAsync(2, "sources", "add", "site", site.Address.AbsoluteUri)).Error);
        Assert.Contains("site\tindex\ttier 2\t30 1 * * * Europe/Oslo\tready", (await RunAsync(0, "sources", "list")).Output);
        Assert.Contains("1 links", (await RunAsync(0, "sources", "test", "site")).Output);
        Assert.StartsWith("site: 1 pages, 1 new, 0 changed, 0 unchanged, 0 refused, 1 commitments", (await RunAsync(0, "crawl", "site")).Output);
        await RunAsync(0, "sources", "pause", "site");
        Assert.Contains("sources resume site", (await RunAsync(2, "crawl", "site")).Error);
        await RunAsync(0, "sources", "resume", "site");
        // What was fetched a moment ago is not due again.
        Assert.StartsWith("site: 0 pages, 0 new", (await RunAsync(0, "crawl")).Output);
    }

    [Theory]
    [InlineData("no source named", "crawl", "nowhere")]
    [InlineData("small letters", "sources", "add", "A name", "https://example.org/")]
    [InlineData("https://example.org/news", "sources", "add", "a", "example.org")]
    [InlineData("cron", "sources", "add", "a", "https://example.org/", "--schedule", "nightly")]
    [InlineData("IANA", "sources", "add", "a", "https://example.org/", "--zone", "Mars/Olympus")]
    [InlineData("does not exist", "sources", "add", "a", "/nowhere", "--kind", "folder")]
    public async Task Wrong_use_is_one_sentence(string says, params string[] arguments) => Assert.Contains(says, (await RunAsync(2, arguments)).Error);

    [Theory]
    [InlineData("[{\"name\": \"a\", \"address\": \"https://example.org/\", \"colour\": 1}]", "colour")]
    [InlineData("[{\"name\": \"a\"", "mend it")]
    [InlineData("[{\"name\": \"a\", \"address\": \"https://example.org/\"}, {\"name\": \"a\", \"address\": \"https://example.org/\"}]", "two sources")]
    [InlineData("[{\"name\": \"a\", \"address\": \"https://example.org/\", \"depth\": 9}]", "depth")]
    public async Task A_bad_file_is_told(string file, string says)
    {
        File.WriteAllText(_folder.File("sources.json"), file);
        Assert.Contains(says, (await RunAsync(2, "sources", "list")).Error);
    }

    private async Task<AppProcess.Result> RunAsync(int code, params string[] arguments)
    {
        var result = await AppProcess.RunAsync(_folder.Path, "", arguments);
        Assert.True(result.Code == code, $"{result.Code}: {result.Output}{result.Error}");
        Assert.DoesNotContain("   at ", result.Error);
        return result;
    }
}
