using PledgeMiner.Recording;

namespace PledgeMiner.Tests.Recording;

public class MissedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_a_document_read_to_its_end_tells_what_was_missed()
    {
        using var filled = await FilledLedger.WithAsync(2, 2);
        var document = (await filled.Ledger.DocumentsAsync(new(), 0, 10, Cancel)).Rows[0].Id;
        var marked = (await filled.Ledger.DocumentAsync(document, Cancel))!;
        var said = marked.Commitments[0].Said;
        Assert.Equal(ReviewState.Accepted, (await filled.Ledger.AddAsync(document, said with { Deed = said.Deed with { Span = new(3, 20) } }, "ada", Guid.NewGuid(), Cancel)).Value!.State);
        Assert.Contains("2 of its commitments are not decided", (await filled.Ledger.MarkFullyReadAsync(document, true, "ada", Cancel)).Problem!.Message);
        Assert.Equal(0, (await filled.Ledger.QualityAsync(Cancel)).Documents);

        foreach (var (x, i) in marked.Commitments.Select((x, i) => (x, i)))
        {
            var item = (await filled.Ledger.ClaimAsync("ada", x.Id, Cancel)).Value!;
            Assert.Null((i == 0 ? await filled.AcceptAsync(item, "ada") : await filled.RejectAsync(item, "ada")).Problem);
        }
        Assert.Null((await filled.Ledger.MarkFullyReadAsync(document, true, "ada", Cancel)).Problem);
        Assert.Equal(new Quality(1, 1, 1, 1, 0, 0, 0), await filled.Ledger.QualityAsync(Cancel));
        Assert.Equal("ada", (await filled.Ledger.DocumentsAsync(new(FullyRead: true), 0, 10, Cancel)).Rows.Single().FullyReadBy);

        var added = (await filled.Ledger.DocumentAsync(document, Cancel))!.Commitments.Single(x => x.Origin == Origin.Added);
        var found = (await filled.Ledger.FindAsync(added.Id, null, Cancel))!;
        Assert.Null(found.ModelVersion);
        Assert.Equal("added by ada", Assert.Single(found.Commitment.Judgement.Reasons));
        await filled.Ledger.MarkFullyReadAsync(document, false, "ada", Cancel);
        Assert.Equal(0, (await filled.Ledger.QualityAsync(Cancel)).Documents);
    }

    [Fact]
    public async Task Adding_nothing_or_beyond_the_text_is_refused()
    {
        using var filled = await FilledLedger.WithAsync(1, 1);
        var document = (await filled.Ledger.DocumentsAsync(new(), 0, 10, Cancel)).Rows[0].Id;
        var said = (await filled.Ledger.DocumentAsync(document, Cancel))!.Commitments[0].Said;
        foreach (var span in new TextSpan[] { new(4, 4), new(5, 100_000), new(-1, 3) })
            Assert.Equal(ProblemKind.Empty, (await filled.Ledger.AddAsync(document, said with { Deed = said.Deed with { Span = span } }, "ada", Guid.NewGuid(), Cancel)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await filled.Ledger.AddAsync("nothing", said, "ada", Guid.NewGuid(), Cancel)).Problem!.Kind);
    }

    [Fact]
    public async Task A_sampled_sentence_that_commits_after_all_is_a_miss_and_joins_the_lists()
    {
        using var filled = await FilledLedger.WithAsync(1, 0, nones: 100);
        Assert.Equal(new Tally(0, 0, 0, 0, 0), await filled.Ledger.TallyAsync(Cancel));
        var first = await filled.NextAsync("ada", QueueOrder.Sample);
        await filled.AcceptAsync(first!, "ada");
        var second = await filled.NextAsync("ada", QueueOrder.Sample);
        await filled.AcceptAsync(second!, "ada", second!.Said with { Act = Act.Refusal, Pillars = [Pillar.Other] });

        var quality = await filled.Ledger.QualityAsync(Cancel);
        Assert.Equal((2, 1, 100), (quality.Sampled, quality.SampledMissed, quality.Nones));
        Assert.Equal(second.Id, (await filled.Ledger.ListAsync(CommitmentFilter.All, CommitmentSort.Found, 0, 10, Cancel)).Rows.Single().Id);
    }

    [Fact]
    public async Task The_queue_burns_down_by_day()
    {
        using var filled = await FilledLedger.WithAsync(1, 3);
        await filled.AcceptAsync((await filled.NextAsync("ada"))!, "ada");
        filled.Clock.Advance(TimeSpan.FromDays(1));
        await filled.AcceptAsync((await filled.NextAsync("ada"))!, "ada");
        var days = await filled.Ledger.BurnDownAsync(3, Cancel);
        Assert.Equal([(0, 0, 0), (3, 1, 2), (0, 1, 1)], days.Select(x => (x.Found, x.Decided, x.Open)));
        var pillars = await filled.Ledger.PillarsAsync(DateTimeOffset.UnixEpoch, Cancel);
        Assert.Equal(new PillarCount(Pillar.ArmedForces, 1, 1, 0), pillars.Single(x => x.Pillar == Pillar.ArmedForces));
    }
}
