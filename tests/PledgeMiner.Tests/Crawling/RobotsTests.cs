using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

public class RobotsTests
{
    public sealed record Case(string Robots, string Agent, string Url, bool Allowed);

    public static TheoryData<string> Cases => [.. File.ReadLines(Repository.File("tests", "PledgeMiner.Tests", "Cases", "crawling", "robots.jsonl"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_address_is_allowed_or_not(string line)
    {
        var one = JsonSerializer.Deserialize<Case>(line, JsonSerializerOptions.Web)!;
        Assert.Equal(one.Allowed, Parse(one.Robots, one.Agent).Allows(Robots.PathOf(one.Url)));
    }

    [Fact]
    public void A_site_tells_its_delay_and_its_sitemaps()
    {
        var robots = Parse("User-agent: *\nCrawl-delay: 2.5\nDisallow: /x\nSitemap: https://x.org/a.xml\n\nUser-agent: foobot\nCrawl-delay: 99999999\nsite-map: https://x.org/ü.xml");
        Assert.Equal(TimeSpan.FromSeconds(2.5), robots.CrawlDelay);
        Assert.Equal(["https://x.org/a.xml", "https://x.org/ü.xml"], robots.Sitemaps);
        Assert.Equal(TimeSpan.FromDays(1), Parse("User-agent: foobot\nCrawl-delay: 99999999", "foobot").CrawlDelay);
        Assert.Null(Parse("User-agent: *\nCrawl-delay: soon").CrawlDelay);
        Assert.Null(Parse("User-agent: *\nCrawl-delay: -1").CrawlDelay);
    }

    [Fact]
    public void The_deciding_rule_is_told_with_its_line()
    {
        var robots = Parse("# ours\r\nUser-agent: *\r\n\r\nDisallow: /a\nAllow: /a/b\n");
        Assert.Equal(new RobotsRule(true, "/a/b", 5), robots.DecisiveFor("/a/b/c"));
        Assert.Equal(new RobotsRule(false, "/a", 4), robots.DecisiveFor("/a/c"));
        Assert.Null(robots.DecisiveFor("/b"));
    }

    [Fact]
    public void What_follows_half_a_megabyte_or_too_long_a_line_is_ignored()
    {
        Assert.True(Parse($"User-agent: *\n{string.Concat(Enumerable.Repeat("# filler\n", 60_000))}Disallow: /").Allows("/a"));
        var (rule, cut) = ("/" + new string('a', 20_000), "/" + new string('a', 2083 * 8 - 2 - "Disallow: ".Length));
        Assert.False(Parse($"User-agent: *\nDisallow: {rule}").Allows(cut));
        Assert.True(Parse($"User-agent: *\nDisallow: {rule}").Allows(cut[..^1]));
    }

    [Fact]
    public void A_rule_full_of_stars_takes_no_exponential_time() =>
        Assert.True(Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("a*", 5_000)) + "b$").Allows("/" + new string('a', 100_000)));

    /// <summary>The plain definition of a pattern: each star tries every length.</summary>
    [Property]
    public bool A_pattern_matches_as_its_definition_says(byte[] pattern, byte[] path)
    {
        const string letters = "ab*$/";
        var (p, x) = ("/" + string.Concat(pattern.Take(12).Select(b => letters[b % 5])), "/" + string.Concat(path.Take(12).Select(b => letters[b % 5])));
        return RobotsPattern.Matches(p, x) == Defined(p, x);
    }

    [Theory]
    [InlineData(200, true), InlineData(401, true), InlineData(403, true), InlineData(404, true), InlineData(410, true), InlineData(429, null), InlineData(500, null), InlineData(503, null)]
    public void An_answer_without_rules_has_its_meaning(int status, bool? allowed)
    {
        Outcome<Page> answer = status == 200 ? new Page(new("https://x.org/robots.txt"), [], null, "", default) : new Problem(ProblemKind.HttpStatus, "", status);
        Assert.Equal(allowed, RobotsPolicy.Meaning(answer)?.Allows("/a"));
        Assert.Null(RobotsPolicy.Meaning(new Problem(ProblemKind.Unreachable, "")));
        Assert.True(RobotsPolicy.Meaning(new Problem(ProblemKind.TooManyRedirects, ""))!.Allows("/a"));
    }

    private static bool Defined(string pattern, string path) => pattern switch
    {
        "" => true,
        "$" => path.Length == 0,
        ['*', ..] => Enumerable.Range(0, path.Length + 1).Any(i => Defined(pattern[1..], path[i..])),
        _ => path.Length > 0 && path[0] == pattern[0] && Defined(pattern[1..], path[1..]),
    };

    private static Robots Parse(string robots, string agent = Robots.Agent) => Robots.Parse(Encoding.UTF8.GetBytes(robots), agent);
}
