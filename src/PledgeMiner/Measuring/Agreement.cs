namespace PledgeMiner.Measuring;

/// <summary>How far two annotators agree beyond chance.</summary>
public static class Agreement
{
    /// <summary>Cohen's kappa (1960) of two labellings of the same items; 1 where both use one and the same label throughout.</summary>
    public static double Kappa<T>(IReadOnlyList<(T First, T Second)> items) where T : notnull
    {
        if (items.Count == 0) return 1;
        var observed = items.Count(x => x.First.Equals(x.Second)) / (double)items.Count;
        var (first, second) = (Shares(items.Select(x => x.First), items.Count), Shares(items.Select(x => x.Second), items.Count));
        var chance = first.Sum(x => x.Value * second.GetValueOrDefault(x.Key));
        return chance >= 1 ? 1 : (observed - chance) / (1 - chance);
    }

    /// <summary>
    /// Krippendorff's alpha (2011, "Computing Krippendorff's Alpha-Reliability") for nominal labels, any number of annotators and missing labels;
    /// 1 where all use one and the same label, and where no item has two labels.
    /// </summary>
    /// <param name="units">The labels of each item; those with fewer than two tell nothing.</param>
    public static double Alpha<T>(IEnumerable<IReadOnlyList<T>> units) where T : notnull
    {
        var paired = units.Where(x => x.Count > 1).ToList();
        double total = paired.Sum(x => x.Count);
        var observed = paired.Sum(x => Unequal(x) / (x.Count - 1));
        var expected = Unequal([.. paired.SelectMany(x => x)]) / (total - 1);
        return expected > 0 ? 1 - (observed / expected) : 1;
    }

    /// <summary>Ordered pairs of labels that differ.</summary>
    private static double Unequal<T>(IReadOnlyList<T> labels) where T : notnull =>
        ((double)labels.Count * labels.Count) - labels.CountBy(x => x).Sum(x => (double)x.Value * x.Value);

    private static Dictionary<T, double> Shares<T>(IEnumerable<T> labels, int count) where T : notnull =>
        labels.CountBy(x => x).ToDictionary(x => x.Key, x => x.Value / (double)count);
}
