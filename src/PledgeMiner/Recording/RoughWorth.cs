using System.Globalization;
using System.Reflection;

namespace PledgeMiner.Recording;

/// <summary>Puts sums of different currencies in an order, by rough rates (corpora/cues/rates.tsv). Nothing else may use it.</summary>
internal static class RoughWorth
{
    private static readonly Dictionary<string, decimal> Rates = Load();

    /// <summary>The largest of some amounts in whole euros; null where there is none in a currency with a rate.</summary>
    public static long? Of(IEnumerable<Money> amounts) =>
        amounts.Where(x => Rates.ContainsKey(x.Currency)).Select(x => (long?)Math.Min(x.Value / Rates[x.Currency], long.MaxValue / 2)).Max();

    private static Dictionary<string, decimal> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("cues/rates.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(x => x[0] != '#')
            .Select(x => x.Split('\t')).ToDictionary(x => x[0], x => decimal.Parse(x[1], CultureInfo.InvariantCulture));
    }
}
