namespace PledgeMiner.Tests;

public class StandingTests
{
    private static readonly Deed Deed = new(new(0, 10), 0, 0) { Pledgers = [new("NOR", "Norway", new(0, 6), [])] };
    private static readonly Annotation Firm = new(Act.Pledge, Force.Firm, [Pillar.ArmedForces, Pillar.Other], Deed);

    [Fact]
    public void One_opinion_decides_where_one_is_wanted()
    {
        Assert.Equal(ReviewState.Automatic, Standing.Of([], 1).State);
        Assert.Equal(ReviewState.Accepted, Standing.Of([Accept("ada")], 1).State);
        Assert.Equal(ReviewState.Rejected, Standing.Of([Reject("ada")], 1).State);
    }

    [Fact]
    public void A_withdrawal_takes_back_its_own_analysts_verdict_and_no_other()
    {
        Assert.Equal(ReviewState.Automatic, Standing.Of([Accept("ada"), Accept("ada") with { Withdrawn = true }], 1).State);
        var two = Standing.Of([Accept("ada"), Reject("bob"), Reject("bob") with { Withdrawn = true }], 1);
        Assert.Equal((ReviewState.Accepted, "ada"), (two.State, two.Verdict!.Analyst));
    }

    [Fact]
    public void Two_opinions_agree_or_are_disputed_until_settled()
    {
        Assert.Equal(ReviewState.HalfRead, Standing.Of([Accept("ada")], 2).State);
        Assert.True(Standing.Of([Accept("ada")], 2).IsOpen);
        Assert.Equal(ReviewState.Accepted, Standing.Of([Accept("ada"), Accept("bob", Firm with { Pillars = [Pillar.Other, Pillar.ArmedForces] })], 2).State);
        Assert.Equal(ReviewState.Disputed, Standing.Of([Accept("ada"), Accept("bob", Firm with { Force = Force.Tentative })], 2).State);
        Assert.Equal(ReviewState.Disputed, Standing.Of([Accept("ada"), Reject("bob")], 2).State);
        Assert.Equal(ReviewState.Rejected, Standing.Of([Accept("ada"), Reject("bob"), Reject("eve") with { Capacity = Capacity.Settlement }], 2).State);
    }

    [Fact]
    public void Who_asks_for_a_second_opinion_decides_nothing_alone() =>
        Assert.Equal(ReviewState.HalfRead, Standing.Of([Accept("ada") with { AsksSecond = true }], 1).State);

    private static Verdict Accept(string analyst, Annotation? said = null) => new(Decision.Accept, false, analyst, DateTimeOffset.UnixEpoch) { Annotation = said ?? Firm };

    private static Verdict Reject(string analyst) => new(Decision.Reject, false, analyst, DateTimeOffset.UnixEpoch);
}
