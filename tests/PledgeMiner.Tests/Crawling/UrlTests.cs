using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

public class UrlTests
{
    public static TheoryData<string, string> Normals => [.. Lines("urls.tsv").Select(x => x.Split('\t')).Select(x => (x[0], x[1]))];

    public static TheoryData<string> PrivateOnes => [.. Lines("private.txt")];

    public static TheoryData<string> PublicOnes => [.. Lines("public.txt")];

    [Theory]
    [MemberData(nameof(Normals))]
    public void An_address_has_one_form(string written, string expected)
    {
        Assert.Equal(expected, UrlNormal.TryParse(written, out var normal) ? normal.AbsoluteUri : "-");
        if (normal is not null) Assert.Equal(normal, UrlNormal.Of(normal));
    }

    [Theory]
    [MemberData(nameof(PrivateOnes))]
    public void A_private_address_is_refused_in_every_notation(string written)
    {
        var normal = UrlNormal.TryParse(written, out var parsed) ? PrivateHosts.Check(parsed, [])?.Kind : ProblemKind.UnsupportedScheme;
        Assert.Contains(normal, (ProblemKind?[])[ProblemKind.PrivateAddress, ProblemKind.UnsupportedScheme]);
        // As the framework reads it, which is what a redirect or a link gives.
        if (Uri.TryCreate(written, UriKind.Absolute, out var framework)) Assert.NotNull(PrivateHosts.Check(framework, []));
    }

    [Theory]
    [MemberData(nameof(PublicOnes))]
    public void A_public_address_is_let_through(string written)
    {
        Assert.True(UrlNormal.TryParse(written, out var normal));
        Assert.Null(PrivateHosts.Check(normal, []));
        Assert.Null(PrivateHosts.Check(new Uri(written), []));
    }

    [Fact]
    public void A_private_host_that_a_setting_names_is_let_through()
    {
        Assert.Null(PrivateHosts.Check(new("http://localhost:8080/"), ["LOCALHOST"]));
        Assert.Null(PrivateHosts.Check(new("http://[::1]/"), ["::1"]));
        Assert.Null(PrivateHosts.Check(new("http://2130706433/"), ["127.0.0.1"]));
        Assert.NotNull(PrivateHosts.Check(new("http://127.0.0.2/"), ["127.0.0.1"]));
    }

    private static IEnumerable<string> Lines(string file) => File.ReadLines(Repository.File("tests", "PledgeMiner.Tests", "Cases", "crawling", file));
}
