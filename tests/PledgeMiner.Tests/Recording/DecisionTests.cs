using PledgeMiner.Recording;

namespace PledgeMiner.Tests.Recording;

public class DecisionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correction_changes_what_lists_find_and_its_withdrawal_puts_it_back()
    {
        using var filled = await FilledLedger.WithAsync(1, 1);
        var item = await filled.NextAsync("ada");
        await filled.AcceptAsync(item!, "ada", item!.Said with { Act = Act.Refusal, Force = null, Pillars = [Pillar.Other] });
        Assert.Equal(1, await CountAsync(filled, new() { Act = Act.Refusal, Pillar = Pillar.Other }));
        Assert.Equal(0, await CountAsync(filled, new() { Pillar = Pillar.ArmedForces }));

        var last = await filled.Ledger.LastDecisionAsync("ada", Cancel);
        await filled.Ledger.DecideAsync(last!.CommitmentId, last.Verdict with { Withdrawn = true }, Guid.NewGuid(), last.Revision, Cancel);
        Assert.Equal(1, await CountAsync(filled, new() { Act = Act.Pledge, Pillar = Pillar.ArmedForces, State = ReviewState.Automatic }));
        Assert.Null(await filled.Ledger.LastDecisionAsync("ada", Cancel));
        Assert.Equal(2, (await filled.Ledger.FindAsync(item.Id, null, Cancel))!.History.Count);
    }

    [Fact]
    public async Task Nobody_takes_back_what_is_not_theirs_or_not_last()
    {
        using var filled = await FilledLedger.WithAsync(1, 1);
        var item = await filled.NextAsync("ada");
        await filled.AcceptAsync(item!, "ada");
        var accepted = (await filled.Ledger.FindAsync(item!.Id, null, Cancel))!;
        var withdrawal = accepted.Verdict! with { Withdrawn = true };
        Assert.Equal(ProblemKind.Conflict, (await filled.Ledger.DecideAsync(item.Id, withdrawal with { Analyst = "bob" }, Guid.NewGuid(), 1, Cancel)).Problem!.Kind);
        await filled.RejectAsync(accepted, "bob");
        Assert.Contains("rejected it in the meantime", (await filled.Ledger.DecideAsync(item.Id, withdrawal, Guid.NewGuid(), 1, Cancel)).Problem!.Message);
        Assert.Null(await filled.Ledger.LastDecisionAsync("ada", Cancel));
    }

    [Fact]
    public async Task A_bulk_decision_decides_what_was_previewed_and_is_undone_as_one()
    {
        using var filled = await FilledLedger.WithAsync(4, 5);
        var held = await filled.NextAsync("bob");
        var preview = await filled.Ledger.PreviewAsync(new() { Pillar = Pillar.ArmedForces }, "ada", Cancel);
        Assert.Equal((11, 1), (preview.Items.Count, preview.LeftOut));
        var meanwhile = (await filled.Ledger.ClaimAsync("bob", preview.Items[3].Id, Cancel)).Value!;
        await filled.RejectAsync(meanwhile, "bob");

        var batch = Guid.NewGuid();
        var result = await filled.Ledger.DecideAsync(preview.Items, new Verdict(Decision.Accept, false, "ada", filled.Clock.GetUtcNow()) { Batch = batch }, Cancel);
        Assert.Equal(new BulkResult(10, 1), result);
        Assert.Equal(new Tally(9, 0, 0, 10, 1), await filled.Ledger.TallyAsync(Cancel));
        Assert.Equal(Force.Firm, (await filled.Ledger.FindAsync(preview.Items[0].Id, null, Cancel))!.Verdict!.Annotation!.Force);

        Assert.Equal(new BulkResult(10, 0), await filled.Ledger.WithdrawAsync(batch, "ada", Cancel));
        Assert.Equal(new Tally(19, 0, 0, 0, 1), await filled.Ledger.TallyAsync(Cancel));
        Assert.Equal(ReviewState.Automatic, (await filled.Ledger.FindAsync(held!.Id, null, Cancel))!.State);
    }

    [Theory]
    [InlineData("batteries", 6), InlineData("batter", 6), InlineData("norway BATTERIES", 2), InlineData("\"plan 1\"", 3), InlineData("nothing", 0), InlineData("batteries AND OR NOT NEAR(", 0), InlineData("\"unclosed", 0), InlineData("*", 0)]
    public async Task Words_are_searched_for_whatever_is_typed(string text, int expected)
    {
        using var filled = await FilledLedger.WithAsync(2, 3);
        Assert.Equal(expected, await CountAsync(filled, new() { Text = text }));
    }

    [Fact]
    public async Task Every_filter_narrows_a_list_down()
    {
        using var filled = await FilledLedger.WithAsync(2, 3);
        (CommitmentFilter Filter, int Count)[] cases =
        [
            (CommitmentFilter.All, 6), (new() { Act = Act.Pledge }, 6), (new() { Act = Act.Demand }, 0), (new() { Force = Force.Firm }, 6), (new() { Pillar = Pillar.MultinationalForce }, 2),
            (new() { Pledger = "NOR" }, 2), (new() { Pledger = "NO" }, 0), (new() { Beneficiary = "UKR" }, 6), (new() { Instrument = Instrument.AirDefence }, 6), (new() { Instrument = Instrument.Drones }, 0),
            (new() { Condition = ConditionKind.Parliament }, 2), (new() { Source = "wire" }, 3), (new() { From = new(2025, 1, 2) }, 3), (new() { To = new(2025, 1, 1) }, 3),
            (new() { AtLeast = 2_000_000 }, 4), (new() { State = ReviewState.Accepted }, 0), (new() { Pledger = "NOR", Text = "\"plan 0\"", Pillar = Pillar.ArmedForces }, 1),
        ];
        foreach (var (filter, count) in cases) Assert.Equal((filter, count), (filter, await CountAsync(filled, filter)));
    }

    private static async Task<int> CountAsync(FilledLedger filled, CommitmentFilter filter) => (await filled.Ledger.ListAsync(filter, CommitmentSort.Money, 0, 50, Cancel)).Total;
}
