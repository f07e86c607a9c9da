namespace PledgeMiner.Tagging.Training;

/// <summary>Numbers the features of the training text, leaving out those that are seen too seldom to be trusted.</summary>
/// <param name="least">Seen less often than this, a feature has no row.</param>
internal sealed class FeatureRows(int least)
{
    private readonly Dictionary<ulong, int> _seen = [];
    private readonly Dictionary<ulong, int> _rows = [];

    public int Count => _rows.Count;

    public IReadOnlyDictionary<ulong, int> Rows => _rows;

    public void See(ReadOnlySpan<ulong> features)
    {
        foreach (var feature in features)
        {
            var count = _seen.GetValueOrDefault(feature) + 1;
            _seen[feature] = count;
            if (count == least) _rows.Add(feature, _rows.Count);
        }
    }

    /// <summary>The rows of the features that have one; their number.</summary>
    public int Find(ReadOnlySpan<ulong> features, Span<int> into)
    {
        var n = 0;
        foreach (var feature in features) if (_rows.TryGetValue(feature, out var row)) into[n++] = row;
        return n;
    }

    public int[] Find(ReadOnlySpan<ulong> features)
    {
        Span<int> rows = stackalloc int[features.Length];
        return rows[..Find(features, rows)].ToArray();
    }
}
