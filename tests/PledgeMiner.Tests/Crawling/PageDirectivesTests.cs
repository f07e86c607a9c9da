using System.Text;
using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

public class PageDirectivesTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", null, true)]
    [InlineData("index, follow", null, true)]
    [InlineData("noindex", "noindex", true)]
    [InlineData("NOINDEX, NOFOLLOW", "noindex", false)]
    [InlineData("none", "none", false)]
    [InlineData("nofollow", null, false)]
    [InlineData("noarchive, max-image-preview:large", null, true)]
    [InlineData("nocache", null, true)]
    [InlineData("noarchive, noindex", "noindex", true)]
    [InlineData("nosnippet", "nosnippet", true)]
    [InlineData("max-snippet: 0", "max-snippet:0", true)]
    [InlineData("max-snippet:-1, max-image-preview:large", null, true)]
    [InlineData("noai, noimageai", "noai", true)]
    [InlineData("noimageai, noimageindex, notranslate", null, true)]
    [InlineData("noindex nofollow", "noindex", false)]
    [InlineData("unavailable_after: 2025-05-31", "unavailable_after", true)]
    [InlineData("unavailable_after: Sat, 31 May 2025 10:00:00 GMT, nofollow", "unavailable_after", false)]
    [InlineData("unavailable_after: 25 Jun 2030 15:00:00 PST", null, true)]
    [InlineData("unavailable_after: whenever", null, true)]
    public void Directives_mean_the_same_in_header_and_meta(string directives, string? reason, bool follows)
    {
        Assert.Equal(new PageDirectives(reason, follows), PageDirectives.Of(Page("", $"X-Robots-Tag: {directives}"), Now));
        Assert.Equal(new PageDirectives(reason, follows), PageDirectives.Of(Page($"<META content=\"{directives}\" NAME=Robots>"), Now));
        Assert.Equal(new PageDirectives(reason, follows), PageDirectives.Of(Page($"<meta name='pledgeminer' content='{directives}'/>"), Now));
        Assert.Equal(new PageDirectives(null, true), PageDirectives.Of(Page($"<meta name='otherbot' content='{directives}'>"), Now));
    }

    [Theory]
    [InlineData("otherbot: noindex", null, true)]
    [InlineData("otherbot: noindex, nofollow", null, true)]
    [InlineData("otherbot: noindex, PledgeMiner: nofollow", null, false)]
    [InlineData("pledgeminer: noindex", "noindex", true)]
    [InlineData("*: noindex", "noindex", true)]
    [InlineData("pledgeminer: unavailable_after: 2025-01-01", "unavailable_after", true)]
    public void A_header_may_speak_to_one_crawler(string header, string? reason, bool follows) =>
        Assert.Equal(new PageDirectives(reason, follows), PageDirectives.Of(Page("", "X-Robots-Tag: " + header), Now));

    [Theory]
    [InlineData("TDM-Reservation: 1", "", "tdm-reservation")]
    [InlineData("tdm-reservation: 0", "", null)]
    [InlineData("TDM-Reservation: 1", "<meta name='tdm-reservation' content='0'>", null)]
    [InlineData("", "<meta name='tdm-reservation' content='1'><meta name='tdm-policy' content='https://x.org/p.json'>", "tdm-reservation")]
    public void A_reservation_of_mining_is_honoured(string header, string html, string? reason)
    {
        Assert.Equal(reason, PageDirectives.Of(Page(html, header), Now).Reason);
        var problem = PageDirectives.Check(Page(html, header), Now).Problem;
        Assert.Equal(reason is null ? null : ProblemKind.OptedOut, problem?.Kind);
    }

    [Fact]
    public void Metas_of_a_page_that_is_no_HTML_do_not_count() =>
        Assert.Null(PageDirectives.Of(Page("<meta name=robots content=noindex>") with { ContentType = "text/plain" }, Now).Reason);

    [Theory]
    [InlineData("""[{"location": "/news/*", "tdm-reservation": 1, "tdm-policy": "https://x.org/p.json"}]""", "/news/1", true)]
    [InlineData("""[{"location": "/news/*", "tdm-reservation": 1}]""", "/about", false)]
    [InlineData("""[{"location": "/news/free", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]""", "/news/free", false)]
    [InlineData("""[{"location": "/news/free", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]""", "/news", true)]
    [InlineData("""[{"location": "*.pdf$", "tdm-reservation": "1"}]""", "/a/b.pdf", true)]
    [InlineData("""[{"location": "https://x.org/a", "tdm-reservation": true}]""", "/a/b", true)]
    [InlineData("""{"location": "/", "tdm-reservation": 1}""", "/a", true)]
    [InlineData("""[{"tdm-reservation": 1}, 5, "x"]""", "/a", false)]
    [InlineData("<html>Not found</html>", "/a", false)]
    [InlineData("", "/a", false)]
    public void A_site_reserves_paths_by_its_file(string file, string path, bool reserved) =>
        Assert.Equal(reserved, TdmReservations.Parse(Encoding.UTF8.GetBytes(file)).Reserves(path));

    private static Page Page(string html, string headers = "") =>
        new(new("https://x.org/a"), Encoding.UTF8.GetBytes($"<html><head>{html}</head><body>text</body></html>"), "text/html", headers + "\n", Now);
}
