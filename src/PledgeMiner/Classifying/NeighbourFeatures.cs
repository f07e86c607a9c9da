namespace PledgeMiner.Classifying;

/// <summary>
/// What the second look at a sentence sees: the first look's probabilities of its act and of its neighbours', its block's and its
/// document's. Commitments come in clusters; a sentence in their midst is one more easily.
/// </summary>
internal static class NeighbourFeatures
{
    private static readonly int Acts = Labels.All<Act>().Count;

    /// <summary>Itself, the one before, the one before that, the one after, its block, the document.</summary>
    public static readonly int Size = 6 * Acts;

    /// <param name="first">For each sentence of a document the first look's probability of each act.</param>
    /// <param name="blocks">For each sentence its block.</param>
    public static FeatureVector Of(double[][] first, int[] blocks, int index)
    {
        var values = new float[Size];
        for (var act = 0; act < Acts; act++)
        {
            values[act] = (float)Math.Log(Math.Max(first[index][act], 1e-4));
            values[Acts + act] = At(first, index - 1, act);
            values[(2 * Acts) + act] = At(first, index - 2, act);
            values[(3 * Acts) + act] = At(first, index + 1, act);
            values[(4 * Acts) + act] = MeanOf(first, act, index, i => blocks[i] == blocks[index]);
            values[(5 * Acts) + act] = MeanOf(first, act, index, _ => true);
        }
        return new([.. Enumerable.Range(0, Size)], values);
    }

    private static float At(double[][] first, int index, int act) => index >= 0 && index < first.Length ? (float)first[index][act] : 0;

    /// <summary>The mean of the other sentences within thirty places: longer documents change their subject.</summary>
    private static float MeanOf(double[][] first, int act, int index, Func<int, bool> counts)
    {
        var (sum, n) = (0.0, 0);
        for (var i = Math.Max(0, index - 30); i < Math.Min(first.Length, index + 31); i++)
        {
            if (i == index || !counts(i)) continue;
            sum += first[i][act];
            n++;
        }
        return n == 0 ? 0 : (float)(sum / n);
    }
}
