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

    private static Dictionary<T, double> Shares<T>(IEnumerable<T> labels, int count) where T : notnull =>
        labels.CountBy(x => x).ToDictionary(x => x.Key, x => x.Value / (double)count);
}
