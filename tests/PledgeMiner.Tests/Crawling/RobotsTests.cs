using System.Text;
using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

public class RobotsTests
{
    [Theory]
    [InlineData("", "/any", true)]
    [InlineData("User-agent: *\nDisallow: /private", "/private/x", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow:", "/any", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /news", "/news/1", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?download=1", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbxxc/d", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxcxxb", true)]
    [InlineData("User-agent: *\nDisallow: /x$", "/x", false)]
    [InlineData("User-agent: *\nDisallow: /x$", "/xy", true)]
    [InlineData("User-agent: other\nDisallow: /", "/any", true)]
    [InlineData("User-agent: PledgeMiner/1.0\nDisallow: /\n\nUser-agent: *\nAllow: /", "/any", false)]
    [InlineData("User-agent: other\nUser-agent: pledgeminer\nDisallow: /z", "/z", false)]
    [InlineData("user-agent : * # all\r\ndisallow : /c # a comment\r\n", "/c", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /bom", "/bom", false)]
    [InlineData("Disallow: /nobody", "/nobody", true)]
    public void The_longest_rule_of_our_group_decides(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, Robots.Parse(Encoding.UTF8.GetBytes(robots)).Allows(path));

    [Fact]
    public void A_rule_full_of_stars_takes_linear_time() =>
        Assert.True(Robots.Parse(Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("a*", 5_000)) + "b$")).Allows("/" + new string('a', 100_000)));
}
