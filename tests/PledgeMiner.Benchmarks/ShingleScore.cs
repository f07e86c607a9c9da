using System.Text.RegularExpressions;

namespace PledgeMiner.Benchmarks;

/// <summary>Precision and recall of a text's runs of four words, a page each: how public benchmarks of article extraction count.</summary>
internal static partial class ShingleScore
{
    private const int Length = 4;

    public static (double Precision, double Recall) Of(string expected, string found)
    {
        var (wanted, had) = (Shingles(expected), Shingles(found));
        double common = wanted.Sum(x => Math.Min(x.Value, had.GetValueOrDefault(x.Key)));
        return (had.Count == 0 ? 0 : common / had.Values.Sum(), wanted.Count == 0 ? 1 : common / wanted.Values.Sum());
    }

    public static double F1(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Word().Matches(text).Select(x => x.Value).ToArray();
        var counts = new Dictionary<string, int>();
        for (var i = 0; words.Length > 0 && i < Math.Max(1, words.Length - Length + 1); i++)
        {
            var shingle = string.Join(' ', words.AsSpan(i, Math.Min(Length, words.Length - i)));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }
        return counts;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
