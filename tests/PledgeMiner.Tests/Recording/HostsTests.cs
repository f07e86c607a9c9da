using Microsoft.Extensions.Time.Testing;
using PledgeMiner.Recording;

namespace PledgeMiner.Tests.Recording;

public sealed class HostsTests : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    private readonly TestFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero));
    private readonly DataFolder _data;
    private readonly Ledger _ledger;

    public HostsTests()
    {
        _data = DataFolder.Open(_folder.Path).Folder!;
        _ledger = Ledger.Open(_data, _clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_delay_counts_from_the_end_of_a_request_and_holds_after_a_restart()
    {
        await using (var first = LedgerWorker.Start(_ledger))
        {
            Assert.Null(await TakeAsync(first));
            _clock.Advance(TimeSpan.FromSeconds(10));
            await new Hosts(first).GiveBackAsync("a.invalid", Delay, Cancel);
        }
        await using var second = LedgerWorker.Start(_ledger);
        Assert.Equal(Delay, await TakeAsync(second));
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(TimeSpan.FromSeconds(0.5), await TakeAsync(second));
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Null(await TakeAsync(second));
    }

    [Fact]
    public async Task After_a_request_that_was_cut_off_the_whole_delay_counts_from_the_takeover()
    {
        await using var dead = LedgerWorker.Start(_ledger);
        Assert.Null(await TakeAsync(dead));
        _clock.Advance(TimeSpan.FromSeconds(30));
        await using var next = LedgerWorker.Start(_ledger);
        Assert.Equal(Delay, await TakeAsync(next));
        _clock.Advance(Delay);
        Assert.Null(await TakeAsync(next));
    }

    [Fact]
    public async Task A_site_s_file_is_kept_with_what_came_of_it()
    {
        await using var worker = LedgerWorker.Start(_ledger);
        var (hosts, robots) = (new Hosts(worker), new Uri("https://a.invalid/robots.txt"));
        Assert.Null(await hosts.FileAsync(robots, Cancel));
        await hosts.KeepFileAsync(robots, new SiteFile(null, new Problem(ProblemKind.HttpStatus, "x", 503), _clock.GetUtcNow()), Cancel);
        await hosts.KeepFileAsync(robots, new SiteFile("User-agent: *"u8.ToArray(), null, _clock.GetUtcNow()), Cancel);
        var kept = await hosts.FileAsync(robots, Cancel);
        Assert.Equal(("User-agent: *", null), (System.Text.Encoding.UTF8.GetString(kept!.Body!), kept.Problem));
        await hosts.KeepFileAsync(robots, kept with { Problem = new Problem(ProblemKind.Unreachable, "x") }, Cancel);
        var older = await hosts.FileAsync(robots, Cancel);
        Assert.Equal((kept.FetchedAt, ProblemKind.Unreachable, kept.Body!.Length), (older!.FetchedAt, older.Problem!.Kind, older.Body!.Length));
    }

    /// <summary>Without patience: null with the turn taken, else the wait.</summary>
    private static Task<TimeSpan?> TakeAsync(LedgerWorker worker) => new Hosts(worker).TakeAsync("a.invalid", Delay, TimeSpan.Zero, Cancel);
}
