using System.Text;
using Microsoft.Extensions.Time.Testing;
using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

public sealed class SiteFilesTests
{
    private static readonly Uri Address = new("https://ministry.invalid/robots.txt");
    private static readonly Problem Down = new(ProblemKind.HttpStatus, "down", 503);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero));
    private readonly MemoryHosts _hosts = new();
    private int _asked;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rules_that_cannot_be_renewed_hold_for_thirty_days_and_then_all_is_closed()
    {
        using var files = new SiteFiles(_hosts, _clock);
        Assert.Equal((false, 1), await AskAsync(files, Rules("/a")));
        Assert.Equal((false, 1), await AskAsync(files, Down));
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal((false, 2), await AskAsync(files, Down));
        // Not asked for again at every page, but once more after an hour, and by a program that starts anew.
        Assert.Equal((false, 2), await AskAsync(files, Down));
        _clock.Advance(RobotsPolicy.AfterFailure);
        Assert.Equal((false, 3), await AskAsync(files, new Problem(ProblemKind.Unreachable, "gone")));
        using var restarted = new SiteFiles(_hosts, _clock);
        Assert.Equal((false, 4), await AskAsync(restarted, Down));
        _clock.Advance(TimeSpan.FromDays(28));
        Assert.Equal((false, 5), await AskAsync(restarted, Down));
        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal((null, 6), await AskAsync(restarted, Down));
        _clock.Advance(RobotsPolicy.AfterFailure);
        Assert.Equal((true, 7), await AskAsync(restarted, Rules("/b")));
    }

    [Theory]
    [InlineData(404, true), InlineData(410, true), InlineData(429, false), InlineData(500, false)]
    public async Task A_file_that_was_taken_away_takes_its_rules_with_it(int status, bool allowed)
    {
        using var files = new SiteFiles(_hosts, _clock);
        await AskAsync(files, Rules("/a"));
        _clock.Advance(RobotsPolicy.Fresh);
        Assert.Equal(allowed, (await AskAsync(files, new Problem(ProblemKind.HttpStatus, "", status))).Allowed);
    }

    [Fact]
    public async Task Without_an_older_copy_all_is_closed_until_the_file_is_served()
    {
        using var files = new SiteFiles(_hosts, _clock);
        Assert.Equal((null, 1), await AskAsync(files, Down));
        Assert.Equal((null, 1), await AskAsync(files, Rules("/b")));
        _clock.Advance(RobotsPolicy.AfterFailure);
        Assert.Equal((true, 2), await AskAsync(files, Rules("/b")));
    }

    private static Page Rules(string closed) => new(Address, Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: {closed}"), "text/plain", "", default);

    /// <summary>Whether "/a" is allowed, or null where nothing is, and how often the site was asked by now.</summary>
    private async Task<(bool? Allowed, int Asked)> AskAsync(SiteFiles files, Outcome<Page> answer)
    {
        var file = await files.FileAsync(Address, () =>
        {
            _asked++;
            return Task.FromResult<Outcome<Page>?>(answer);
        }, Cancel);
        return (SiteFiles.Rules(file!)?.Allows("/a"), _asked);
    }
}
