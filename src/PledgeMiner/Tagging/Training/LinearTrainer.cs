namespace PledgeMiner.Tagging.Training;

/// <summary>
/// Logistic regression with AdaGrad steps. At each step a part of the features is left out, so that none leans on
/// another: on the dev parts worth 0.3 points over an averaged perceptron with the same features.
/// </summary>
internal sealed class LinearTrainer(int labels, FeatureRows rows)
{
    /// <summary>Percent of features left out at a step: 0 gives 95.34 and 96.37 on the two dev parts, 20 to 40 give 95.4 and 96.6.</summary>
    private const int LeftOut = 30;
    private const float Rate = 0.1f;

    /// <summary>What is left to learn from a guess surer than this is less than a weight's last bit.</summary>
    private const float Settled = 0.001f;

    private readonly float[] _weights = new float[rows.Count * labels];
    private readonly float[] _squares = new float[rows.Count * labels];
    private readonly float[] _totals = new float[rows.Count * labels];
    private readonly Dice _dice = new();

    /// <summary>Guesses, learns from the truth, and returns the guess.</summary>
    public int Learn(ReadOnlySpan<int> given, int truth)
    {
        Span<int> kept = stackalloc int[given.Length];
        var n = 0;
        foreach (var row in given) if (!_dice.Chance(LeftOut)) kept[n++] = row;
        kept = kept[..n];
        Span<float> scores = stackalloc float[labels];
        scores.Clear();
        foreach (var row in kept)
        {
            var weights = _weights.AsSpan(row * labels, scores.Length);
            for (var i = 0; i < scores.Length; i++) scores[i] += weights[i];
        }
        var guess = 0;
        for (var i = 1; i < scores.Length; i++) if (scores[i] > scores[guess]) guess = i;
        var (sum, top) = (0f, scores[guess]);
        for (var i = 0; i < scores.Length; i++) sum += scores[i] = MathF.Exp(scores[i] - top);
        for (var i = 0; i < scores.Length; i++) scores[i] = (i == truth ? 1 : 0) - (scores[i] / sum);
        if (scores[truth] >= Settled) foreach (var row in kept) AdaGrad.Step(_weights, _squares, row * labels, scores, Rate);
        return guess;
    }

    /// <summary>Takes the weights as they are now into the average that is kept: it wavers less than any of them.</summary>
    public void Remember() => AdaGrad.Add(_totals, _weights);

    public FeatureTable Table() => Quantised.Table(labels, rows.Rows, _totals).Table;
}

/// <summary>Steps that shorten as a weight is moved more often (Duchi 2011).</summary>
internal static class AdaGrad
{
    public static void Step(float[] weights, float[] squares, int at, ReadOnlySpan<float> gradient, float rate)
    {
        var w = weights.AsSpan(at, gradient.Length);
        var s = squares.AsSpan(at, gradient.Length);
        for (var i = 0; i < gradient.Length; i++)
        {
            s[i] += gradient[i] * gradient[i];
            w[i] += rate * gradient[i] / MathF.Sqrt(s[i] + 1e-6f);
        }
    }

    public static void Add(float[] totals, float[] weights)
    {
        for (var i = 0; i < totals.Length; i++) totals[i] += weights[i];
    }
}
