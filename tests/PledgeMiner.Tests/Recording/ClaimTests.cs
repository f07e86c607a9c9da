using System.Collections.Concurrent;
using PledgeMiner.Recording;

namespace PledgeMiner.Tests.Recording;

public class ClaimTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_analysts_never_hold_the_same_item()
    {
        using var filled = await FilledLedger.WithAsync(1, 2);
        var (ada, bob) = (await filled.NextAsync("ada"), await filled.NextAsync("bob"));
        Assert.NotEqual(ada!.Id, bob!.Id);
        Assert.Null(await filled.NextAsync("eve"));
        Assert.Equal(ProblemKind.Conflict, (await filled.Ledger.ClaimAsync("eve", ada.Id, Cancel)).Problem!.Kind);
        Assert.Contains("ada is looking", (await filled.AcceptAsync(ada, "bob")).Problem!.Message);

        await filled.Ledger.ReleaseAsync("ada", [ada.Id], Cancel);
        Assert.Equal(ada.Id, (await filled.NextAsync("eve"))!.Id);
    }

    [Fact]
    public async Task An_item_that_is_held_too_long_goes_to_somebody_else()
    {
        using var filled = await FilledLedger.WithAsync(1, 1);
        var item = await filled.NextAsync("ada");
        Assert.Null(await filled.NextAsync("bob"));
        filled.Clock.Advance(Ledger.LeaseTime + TimeSpan.FromSeconds(1));
        Assert.Equal(item!.Id, (await filled.NextAsync("bob"))!.Id);
    }

    [Fact]
    public async Task Each_queue_has_its_order()
    {
        using var filled = await FilledLedger.WithAsync(1, 4, nones: 60);
        Assert.Equal(0.5, (await filled.NextAsync("ada", QueueOrder.Uncertain))!.Commitment.Judgement.Act.Score);
        Assert.Equal(4_000_000, (await filled.NextAsync("ada", QueueOrder.Money))!.Commitment.Deed.Amounts[0].Value.Value);
        Assert.Equal(Origin.Sampled, (await filled.NextAsync("ada", QueueOrder.Sample))!.Origin);
        var norway = await filled.Ledger.ClaimAsync("ada", new Worklist(QueueOrder.Newest, new() { Pledger = "POL" }), [], Cancel);
        Assert.Equal("POL", norway!.Said.Deed.Pledgers[0].Code);
        Assert.Null(await filled.NextAsync("ada", QueueOrder.Disputed));
    }

    [Fact]
    public async Task The_second_opinion_is_somebody_elses_and_blind()
    {
        using var filled = await FilledLedger.WithAsync(1, 1, secondOpinions: 1);
        var first = await filled.NextAsync("ada");
        await filled.Ledger.CommentAsync(first!.Id, "ada", "I am sure of it.", Cancel);
        Assert.Equal(ReviewState.HalfRead, (await filled.RejectAsync(first, "ada")).Value!.State);

        Assert.Null(await filled.NextAsync("ada"));
        var second = await filled.NextAsync("bob");
        Assert.Empty(second!.History);
        Assert.Empty(second.Comments);
        Assert.Null(second.Verdict);
        Assert.Equal(ReviewState.Disputed, (await filled.AcceptAsync(second, "bob")).Value!.State);

        Assert.Null(await filled.NextAsync("ada", QueueOrder.Disputed));
        var disputed = await filled.NextAsync("eve", QueueOrder.Disputed);
        Assert.Equal(2, disputed!.History.Count);
        var own = await filled.Ledger.DecideAsync(disputed.Id, Settling("ada", disputed), Guid.NewGuid(), disputed.Revision, Cancel);
        Assert.NotNull(own.Problem);
        var settled = await filled.Ledger.DecideAsync(disputed.Id, Settling("eve", disputed), Guid.NewGuid(), disputed.Revision, Cancel);
        Assert.Equal(ReviewState.Accepted, settled.Value!.State);
        Assert.Equal([Act.None, Act.Pledge], (await filled.Ledger.OpinionsAsync(Cancel)).Select(x => x.Act));
    }

    /// <summary>5,000 claims and 5,000 decisions by ten at once.</summary>
    [Fact]
    public async Task Ten_analysts_at_once_lose_nothing_and_meet_nowhere()
    {
        const int Items = 5_000;
        using var filled = await FilledLedger.WithAsync(Items / 100, 100);
        var decided = new ConcurrentBag<string>();
        var held = new ConcurrentDictionary<string, string>();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(x => $"analyst-{x}").Select(analyst => Task.Run(async () =>
        {
            while (await filled.NextAsync(analyst) is { } item)
            {
                Assert.True(held.TryAdd(item.Id, analyst), $"{item.Id} is with {held[item.Id]} and {analyst}.");
                Assert.Null((await filled.AcceptAsync(item, analyst)).Problem);
                decided.Add(item.Id);
            }
        }, Cancel)));

        Assert.Equal(Items, decided.Distinct().Count());
        Assert.Equal(Items, decided.Count);
        Assert.Equal(new Tally(0, 0, 0, Items, 0), await filled.Ledger.TallyAsync(Cancel));
    }

    [Fact]
    public async Task Of_ten_who_decide_the_same_item_at_once_one_is_recorded_and_nine_are_told()
    {
        using var filled = await FilledLedger.WithAsync(1, 1);
        var item = await filled.NextAsync("ada");
        await filled.Ledger.ReleaseAsync("ada", [item!.Id], Cancel);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(x => Task.Run(() => filled.AcceptAsync(item, $"analyst-{x}"))));
        Assert.Single(outcomes, x => x.Value is not null);
        Assert.All(outcomes.Where(x => x.Problem is not null), x => Assert.Contains("accepted it in the meantime", x.Problem!.Message));
        Assert.Single((await filled.Ledger.FindAsync(item.Id, null, Cancel))!.History);
    }

    private static Verdict Settling(string analyst, ReviewItem item) => new(Decision.Accept, false, analyst, DateTimeOffset.UnixEpoch) { Capacity = Capacity.Settlement, Annotation = item.Said };
}
