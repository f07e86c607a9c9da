namespace PledgeMiner.Classifying;

/// <summary>What the linear models say of a deed.</summary>
/// <param name="Scores">Of the labels of act, force and pillar, in the order of <see cref="ModelNames.Linear"/>.</param>
internal readonly record struct LinearScores(double[] Scores)
{
    private static readonly int ActCount = Labels.All<Act>().Count, ForceCount = Labels.All<Force>().Count;

    /// <summary>Probability of each act.</summary>
    public double[] Acts => Probabilities(0, ActCount);

    /// <summary>Probability of each force.</summary>
    public double[] Force => Probabilities(ActCount, ForceCount);

    /// <summary>Log-odds of each pillar.</summary>
    public ReadOnlySpan<double> Pillars => Scores.AsSpan(ActCount + ForceCount);

    private double[] Probabilities(int from, int count)
    {
        var probabilities = Scores.AsSpan(from, count).ToArray();
        LinearModel.Softmax(probabilities);
        return probabilities;
    }
}
