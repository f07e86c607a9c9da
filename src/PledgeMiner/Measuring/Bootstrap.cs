namespace PledgeMiner.Measuring;

/// <summary>How far a figure would move with other documents: sentences of one document stand and fall together, so documents are drawn, not sentences.</summary>
public static class Bootstrap
{
    private const int Rounds = 400;
    private const int Seed = 1;

    /// <summary>The interval that holds the figure in 95 of 100 draws of as many documents, with replacement.</summary>
    public static (double Low, double High) Interval(IReadOnlyList<Score> byDocument)
    {
        var random = new Random(Seed);
        var drawn = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var sum = default(Score);
            for (var i = 0; i < byDocument.Count; i++) sum += byDocument[random.Next(byDocument.Count)];
            drawn[round] = sum.F1;
        }
        Array.Sort(drawn);
        return (drawn[Rounds / 40], drawn[Rounds - 1 - (Rounds / 40)]);
    }
}
