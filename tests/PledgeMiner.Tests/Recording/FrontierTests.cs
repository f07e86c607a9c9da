using System.Text;
using Microsoft.Extensions.Time.Testing;
using PledgeMiner.Recording;

namespace PledgeMiner.Tests.Recording;

public sealed class FrontierTests : IAsyncDisposable
{
    private static readonly Source Site = new("site", new Uri("https://site.invalid/")) { Pages = 3 };
    private static readonly Source Other = new("other", new Uri("https://other.invalid/feed")) { Kind = SourceKind.Feed };

    private readonly TestFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero));
    private readonly DataFolder _data;
    private readonly Ledger _ledger;
    private LedgerWorker _worker;

    public FrontierTests()
    {
        _data = DataFolder.Open(_folder.Path).Folder!;
        _ledger = Ledger.Open(_data, _clock);
        _worker = LedgerWorker.Start(_ledger);
    }

    private Frontier Frontier => new(_worker);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_list_leads_to_pages_each_once_and_the_run_stops_at_its_limit()
    {
        var run = await BeginAsync("a", "b", "b", "c", "d");
        var taken = new List<string>();
        while (await Frontier.NextAsync(run, Site, Cancel) is { } lease)
        {
            taken.Add(lease.Address.AbsolutePath);
            await Frontier.DoneAsync((await Frontier.KeepAsync(lease, PageOf(lease), Cancel))!, 1, null, Cancel);
        }
        await Frontier.EndAsync(run, Cancel);

        Assert.Equal(["/a", "/b", "/c"], taken);
        var ended = (await _ledger.RunAsync(run, Cancel))!;
        Assert.Equal((3, 3, 3), (ended.Seen, ended.New, ended.Commitments));
        // What was left over comes first in the next run.
        run = await BeginAsync("e");
        Assert.Equal("/d", (await Frontier.NextAsync(run, Site, Cancel))!.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_source_is_run_once_at_a_time_and_a_run_that_was_cut_off_goes_on()
    {
        var run = await BeginAsync("a", "b");
        Assert.Null(await Frontier.BeginAsync(Site, Cancel));
        var inFlight = await Frontier.NextAsync(run, Site, Cancel);

        Die();

        Assert.True((await _ledger.ProgressAsync("site", Cancel)).IsCutOff);
        Assert.Equal(run, await Frontier.BeginAsync(Site, Cancel));
        Assert.Equal(inFlight!.Address, (await Frontier.NextAsync(run, Site, Cancel))!.Address);
    }

    [Fact]
    public async Task A_process_that_lives_keeps_what_it_holds_and_one_that_is_silent_loses_it()
    {
        var run = await BeginAsync("a");
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await Frontier.BeginAsync(Site, Cancel));
        Assert.NotNull(await Frontier.NextAsync(run, Site, Cancel));
    }

    [Fact]
    public async Task A_page_that_was_kept_before_the_crash_is_mined_and_not_fetched_again()
    {
        var run = await BeginAsync("a");
        var kept = await Frontier.KeepAsync((await Frontier.NextAsync(run, Site, Cancel))!, PageOf("a"), Cancel);
        await Frontier.MiningAsync(kept!, Cancel);
        Die();
        run = (await Frontier.BeginAsync(Site, Cancel))!.Value;
        Assert.NotNull((await Frontier.NextAsync(run, Site, Cancel))!.PageId);
    }

    [Fact]
    public async Task A_page_that_kills_the_process_alone_three_times_is_set_aside_and_blocks_nobody()
    {
        var run = await BeginAsync("poison", "good");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var lease = await MineAsync(run, "/poison");
            Die();
            run = (await Frontier.BeginAsync(Site, Cancel))!.Value;
            Assert.Equal("/poison", lease.Address.AbsolutePath);
        }
        Assert.Equal("/good", (await Frontier.NextAsync(run, Site, Cancel))!.Address.AbsolutePath);
        Assert.Equal("https://site.invalid/poison", Assert.Single(await _ledger.SetAsideAsync(9, Cancel)).Address.AbsoluteUri);
        Assert.Equal(1, (await _ledger.RunAsync(run, Cancel))!.Refusals[ProblemKind.Poisonous]);
    }

    [Fact]
    public async Task Pages_in_hand_together_when_the_process_dies_have_had_no_try_and_are_mined_alone()
    {
        var run = await BeginAsync("a", "b", "c");
        for (var death = 0; death < 4; death++)
        {
            var (a, b) = (await MineAsync(run, "/a"), await MineAsync(run, "/b"));
            Assert.Equal(death > 0, a.Alone && b.Alone);
            Die();
            run = (await Frontier.BeginAsync(Site, Cancel))!.Value;
        }
        Assert.Empty(await _ledger.SetAsideAsync(9, Cancel));
        // What is not suspect comes first.
        Assert.Equal("/c", (await Frontier.NextAsync(run, Site, Cancel))!.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_page_whose_mining_throws_is_tried_three_times_in_the_run()
    {
        var run = await BeginAsync("a");
        Assert.False(await Frontier.FailedAsync(await MineAsync(run, "/a"), Cancel));
        Assert.False(await Frontier.FailedAsync(await MineAsync(run, "/a"), Cancel));
        Assert.True(await Frontier.FailedAsync(await MineAsync(run, "/a"), Cancel));
        Assert.Null(await Frontier.NextAsync(run, Site, Cancel));
        Assert.Null(await Frontier.WaitAsync(run, Site, Cancel));
    }

    [Fact]
    public async Task A_still_page_is_visited_ever_more_rarely_and_one_that_its_list_calls_changed_at_once()
    {
        var run = await BeginAsync("a");
        await Frontier.DoneAsync((await Frontier.KeepAsync((await Frontier.NextAsync(run, Site, Cancel))!, PageOf("a"), Cancel))!, 0, null, Cancel);
        await Frontier.EndAsync(run, Cancel);
        var visits = new List<int>();
        for (var night = 1; night <= 16; night++)
        {
            await SleepAsync(TimeSpan.FromDays(1));
            run = await BeginAsync();
            if (await Frontier.NextAsync(run, Site, Cancel) is { } lease)
            {
                visits.Add(night);
                await Frontier.UnchangedAsync(lease, Cancel);
            }
            await Frontier.EndAsync(run, Cancel);
        }
        Assert.Equal([1, 3, 7, 15], visits);

        run = (await Frontier.BeginAsync(Site, Cancel))!.Value;
        await Frontier.FollowedAsync((await Frontier.NextAsync(run, Site, Cancel))!, [new Link(new Uri("https://site.invalid/a"), Modified: _clock.GetUtcNow())], Validators.None, Cancel);
        Assert.Equal("/a", (await Frontier.NextAsync(run, Site, Cancel))!.Address.AbsolutePath);
    }

    [Fact]
    public async Task An_index_that_has_not_changed_still_leads_to_its_lists()
    {
        var run = (await Frontier.BeginAsync(Site, Cancel))!.Value;
        await FollowAsync(run, ListOf("a"), ListOf("b", _clock.GetUtcNow()));
        await FollowAsync(run);
        await FollowAsync(run);
        await Frontier.EndAsync(run, Cancel);
        await SleepAsync(TimeSpan.FromDays(1));

        run = (await Frontier.BeginAsync(Site, Cancel))!.Value;
        await Frontier.UnchangedAsync((await Frontier.NextAsync(run, Site, Cancel))!, Cancel);
        Assert.Equal("/a", (await FollowAsync(run)).Address.AbsolutePath);
        Assert.Equal("/b", (await FollowAsync(run, new Link(new Uri("https://site.invalid/page")))).Address.AbsolutePath);
        Assert.Equal("/page", (await Frontier.NextAsync(run, Site, Cancel))!.Address.AbsolutePath);
        Assert.Null(await Frontier.NextAsync(run, Site, Cancel));
    }

    [Fact]
    public async Task A_list_that_its_index_calls_unchanged_since_the_last_visit_is_left()
    {
        var run = (await Frontier.BeginAsync(Site, Cancel))!.Value;
        await FollowAsync(run, ListOf("old"), ListOf("today"));
        await FollowAsync(run);
        await FollowAsync(run);
        await Frontier.EndAsync(run, Cancel);
        var visited = _clock.GetUtcNow();
        await SleepAsync(TimeSpan.FromDays(1));

        run = (await Frontier.BeginAsync(Site, Cancel))!.Value;
        await FollowAsync(run, ListOf("old", visited.AddDays(-2)), ListOf("today", new(visited.Date, TimeSpan.Zero)));
        Assert.Equal("/today", (await FollowAsync(run)).Address.AbsolutePath);
        Assert.Null(await Frontier.NextAsync(run, Site, Cancel));
    }

    [Fact]
    public async Task Lists_that_lead_to_lists_for_ever_end()
    {
        var run = (await Frontier.BeginAsync(Site, Cancel))!.Value;
        for (var level = 0; level < Frontier.ListLevels; level++) await FollowAsync(run, ListOf($"level-{level}"));
        Assert.Null(await Frontier.NextAsync(run, Site, Cancel));
        await Frontier.EndAsync(run, Cancel);
        await SleepAsync(TimeSpan.FromDays(1));

        run = (await Frontier.BeginAsync(Site, Cancel))!.Value;
        await FollowAsync(run, [.. Enumerable.Range(0, Frontier.Lists + 5).Select(x => ListOf($"{x}"))]);
        var seen = 1;
        while (await Frontier.NextAsync(run, Site, Cancel) is { } lease)
        {
            await Frontier.FollowedAsync(lease, [], Validators.None, Cancel);
            seen++;
        }
        Assert.Equal(Frontier.Lists, seen);
        Assert.Null(await Frontier.WaitAsync(run, Site, Cancel));
    }

    [Fact]
    public async Task A_page_that_two_sources_list_is_known_once()
    {
        var run = await BeginAsync("a");
        await Frontier.DoneAsync((await Frontier.KeepAsync((await Frontier.NextAsync(run, Site, Cancel))!, PageOf("a"), Cancel))!, 0, null, Cancel);
        var second = (await Frontier.BeginAsync(Other, Cancel))!.Value;
        await Frontier.FollowedAsync((await Frontier.NextAsync(second, Other, Cancel))!, [new Link(new Uri("https://site.invalid/a"))], Validators.None, Cancel);
        Assert.Null(await Frontier.NextAsync(second, Other, Cancel));
    }

    [Fact]
    public async Task Revisions_of_a_page_are_kept_in_their_order_also_when_it_turns_back()
    {
        var source = new Source("page", new Uri("https://site.invalid/a")) { Kind = SourceKind.Page };
        foreach (var text in (string[])["one", "two", "one", "one"])
        {
            var run = (await Frontier.BeginAsync(source, Cancel))!.Value;
            if (await Frontier.KeepAsync((await Frontier.NextAsync(run, source, Cancel))!, PageOf("a", text), Cancel) is { } kept)
            {
                await _ledger.RecordAsync(source, PageOf("a", text), new Problem(ProblemKind.NoText, "It holds no text."), Cancel);
                await Frontier.DoneAsync(kept, 0, null, Cancel);
            }
            await Frontier.EndAsync(run, Cancel);
        }
        Assert.Equal([1, 2, 1], await _ledger.RevisionsAsync(source.Address, Cancel));
    }

    private static Link ListOf(string name, DateTimeOffset? modified = null) => new(new Uri($"https://site.invalid/{name}"), List: true, modified);

    /// <summary>Takes the next list and has it lead to these.</summary>
    private async Task<Lease> FollowAsync(long run, params Link[] links)
    {
        var list = (await Frontier.NextAsync(run, Site, Cancel))!;
        Assert.True(list.List);
        await Frontier.FollowedAsync(list, links, Validators.None, Cancel);
        return list;
    }

    /// <summary>Begins a run whose list leads to these pages.</summary>
    private async Task<long> BeginAsync(params string[] pages)
    {
        var run = (await Frontier.BeginAsync(Site, Cancel))!.Value;
        var list = await Frontier.NextAsync(run, Site, Cancel);
        Assert.True(list!.List);
        await Frontier.FollowedAsync(list, [.. pages.Select(x => new Link(new Uri($"https://site.invalid/{x}")))], Validators.None, Cancel);
        return run;
    }

    /// <summary>Takes a page up to the point where its mining begins, passing over others.</summary>
    private async Task<Lease> MineAsync(long run, string path)
    {
        var passed = new List<Lease>();
        while (true)
        {
            var lease = (await Frontier.NextAsync(run, Site, Cancel))!;
            if (lease.Address.AbsolutePath != path)
            {
                passed.Add(lease);
                continue;
            }
            if (lease.PageId is null) lease = (await Frontier.KeepAsync(lease, PageOf(lease), Cancel))!;
            await Frontier.MiningAsync(lease, Cancel);
            foreach (var other in passed) await Frontier.ReleaseAsync(other, Cancel);
            return lease;
        }
    }

    /// <summary>The program is off for a while: running, it would say thousands of times that it lives.</summary>
    private async Task SleepAsync(TimeSpan time)
    {
        await _worker.DisposeAsync();
        _clock.Advance(time);
        _worker = LedgerWorker.Start(_ledger);
    }

    /// <summary>The process dies and another takes the ledger over.</summary>
    private void Die() => _worker = LedgerWorker.Start(_ledger);

    private Page PageOf(Lease lease) => PageOf(lease.Address.AbsolutePath[1..]);

    private Page PageOf(string name, string? text = null) => new(new Uri($"https://site.invalid/{name}"), Encoding.UTF8.GetBytes(text ?? name), null, "", _clock.GetUtcNow());
}
