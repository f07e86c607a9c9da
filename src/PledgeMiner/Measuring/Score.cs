namespace PledgeMiner.Measuring;

/// <summary>Found against expected, counted.</summary>
/// <param name="Right">Found and expected.</param>
/// <param name="Wrong">Found and not expected.</param>
/// <param name="Missed">Expected and not found.</param>
public readonly record struct Score(int Right, int Wrong, int Missed)
{
    public double Precision => Ratio(Right, Right + Wrong);

    public double Recall => Ratio(Right, Right + Missed);

    /// <summary>Harmonic mean of precision and recall; 0 where nothing is right.</summary>
    public double F1 => Ratio(2 * Right, (2 * Right) + Wrong + Missed);

    public static Score operator +(Score a, Score b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);

    /// <summary>One set against another.</summary>
    public static Score Of<T>(IEnumerable<T> found, IEnumerable<T> expected)
    {
        var (f, e) = (found.ToHashSet(), expected.ToHashSet());
        var right = f.Count(e.Contains);
        return new(right, f.Count - right, e.Count - right);
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
