namespace PledgeMiner.Tests.Tagging;

public class EntityFinderTests(ITestOutputHelper output)
{
    // The floor asked for; reached on our own cases and on those written blind.
    private const double Floor = 0.92;

    private static readonly List<EntityCase> Cases = EntityCase.All();

    [Fact]
    public void Actors_are_found_with_their_codes() =>
        AssertFloor((score, x) => score.Add(x, x.Find().Where(e => e.Code is not null), x.Actors ?? [], a => a.Text, (e, a) => e.Code == a.Code));

    [Fact]
    public void Dates_are_placed_in_the_calendar() =>
        AssertFloor((score, x) => score.Add(x, x.Find().Where(e => e.Period is not null), x.Dates ?? [], d => d.Text, (e, d) => e.Period == new Period(d.From, d.To)));

    [Fact]
    public void Quantities_are_counted() =>
        AssertFloor((score, x) => score.Add(x, x.Find().Where(e => e.Measure is not null), x.Quantities ?? [], q => q.Text, (e, q) => e.Measure == new Measure(q.Number, q.Unit)));

    [Fact]
    public void Money_is_exact()
    {
        var score = new EntityScore();
        foreach (var x in Cases)
            score.Add(x, x.Find().Where(e => e.Money is not null), x.Money ?? [], m => m.Text, (e, m) => e.Money == new Money(m.Value, m.Currency));
        output.WriteLine(score.ToString());
        Assert.True(score.F1 == 1, score.ToString());
    }

    [Fact]
    public void Every_expected_word_stands_in_its_sentence()
    {
        foreach (var x in Cases)
        {
            var words = (x.Actors ?? []).Select(a => a.Text).Concat((x.Dates ?? []).Select(d => d.Text)).Concat((x.Money ?? []).Select(m => m.Text)).Concat((x.Quantities ?? []).Select(q => q.Text));
            Assert.All(words, word => Assert.Contains(word, x.Text, StringComparison.Ordinal));
        }
    }

    private void AssertFloor(Action<EntityScore, EntityCase> add)
    {
        var score = new EntityScore();
        foreach (var x in Cases) add(score, x);
        output.WriteLine(score.ToString());
        Assert.True(score.F1 >= Floor, score.ToString());
    }
}
