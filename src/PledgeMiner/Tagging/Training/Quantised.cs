namespace PledgeMiner.Tagging.Training;

/// <summary>Trained weights as small whole numbers.</summary>
internal static class Quantised
{
    /// <summary>The scale is chosen so that 1 weight in 10,000 is clipped; rows that round to nothing are left out.</summary>
    public static (FeatureTable Table, float Scale) Table(int labels, Dictionary<ulong, int> rows, float[] weights)
    {
        var sizes = weights.Where(x => x != 0).Select(Math.Abs).Order().ToArray();
        var scale = sizes.Length == 0 ? 1 : 127 / sizes[(int)(sizes.Length * 0.9999)];
        var kept = new List<KeyValuePair<ulong, sbyte[]>>();
        foreach (var (feature, row) in rows)
        {
            var small = new sbyte[labels];
            for (var i = 0; i < labels; i++) small[i] = (sbyte)Math.Clamp(MathF.Round(weights[(row * labels) + i] * scale), -127, 127);
            if (small.AsSpan().IndexOfAnyExcept((sbyte)0) >= 0) kept.Add(new(feature, small));
        }
        return (FeatureTable.Build(labels, kept), scale);
    }
}
