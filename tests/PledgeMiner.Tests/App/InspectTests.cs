using System.Text.Json;

namespace PledgeMiner.Tests.App;

public class InspectTests
{
    [Fact]
    public async Task Robots_tells_the_deciding_line_and_feed_and_sitemap_their_entries()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.File("robots.txt"), "User-agent: foobot\nDisallow: /a\nCrawl-delay: 3\nSitemap: https://x.org/s.xml");
        File.WriteAllText(folder.File("feed.xml"), "<rss><channel><item><title>t</title><link>/1</link></item></channel></rss>");
        File.WriteAllText(folder.File("sitemap.xml"), "<urlset><url><loc>https://x.org/1</loc></url></urlset>");

        var robots = await AppProcess.RunAsync(folder.Path, "", "inspect", "robots", folder.File("robots.txt"), "--agent", "foobot", "--url", "https://x.org/a/b", "--url", "https://x.org/c");
        var feed = await AppProcess.RunAsync(folder.Path, "", "inspect", "feed", folder.File("feed.xml"), "--address", "https://x.org/feed.xml");
        var sitemap = await AppProcess.RunAsync(folder.Path, "", "inspect", "sitemap", folder.File("sitemap.xml"));
        var wrong = await AppProcess.RunAsync(folder.Path, "", "inspect", "feed", folder.File("robots.txt"));

        Assert.Equal(["False 2 /a 3", "True   3"], Lines(robots).Select(x => $"{x.GetProperty("allowed")} {x.GetProperty("line")} {x.GetProperty("rule")} {x.GetProperty("crawlDelay")}"));
        Assert.Equal("https://x.org/1", Assert.Single(Lines(feed)).GetProperty("link").GetString());
        Assert.Equal("https://x.org/1", Assert.Single(Lines(sitemap)).GetProperty("location").GetString());
        Assert.Equal((0, 0, 0, 2), (robots.Code, feed.Code, sitemap.Code, wrong.Code));
        Assert.Contains("is no feed: give one", wrong.Error);
    }

    [Fact]
    public async Task Url_tells_the_normal_form_and_whether_it_would_be_fetched()
    {
        using var folder = new TestFolder();
        var run = await AppProcess.RunAsync(folder.Path, "http://2130706433/\nnonsense\n", "inspect", "url", "HTTP://Example.org:80/a/../b?utm_source=x", "-");
        Assert.Equal(["http://example.org/b True ", "http://127.0.0.1/ False PrivateAddress", " False UnsupportedScheme"],
            Lines(run).Select(x => $"{x.GetProperty("normal")} {x.GetProperty("public")} {x.GetProperty("reason")}"));
        Assert.Equal(1, run.Code);
    }

    private static IEnumerable<JsonElement> Lines(AppProcess.Result result) =>
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => JsonDocument.Parse(x).RootElement);
}
