using System.Runtime.InteropServices;

namespace PledgeMiner.Classifying;

/// <summary>A sparse vector: ascending indices, each with its value.</summary>
internal readonly record struct FeatureVector(int[] Indices, float[] Values);

/// <summary>A feature in words, with the bucket it was hashed to: what reasons are made from.</summary>
internal readonly record struct NamedFeature(FeatureKind Kind, string Text, int Bucket);

/// <summary>Gathers a deed's features. Keeps their words only where reasons are wanted.</summary>
internal sealed class FeatureCollector(bool keepNames = false)
{
    private readonly Dictionary<int, FeatureKind> _found = [];

    public List<NamedFeature>? Names { get; } = keepNames ? [] : null;

    /// <summary>The buckets that were hit.</summary>
    public IEnumerable<int> Buckets => _found.Keys;

    public void Add(FeatureKind kind, ReadOnlySpan<char> a, ReadOnlySpan<char> b = default, ReadOnlySpan<char> c = default)
    {
        var bucket = FeatureSpace.Bucket(kind, a, b, c);
        CollectionsMarshal.GetValueRefOrAddDefault(_found, bucket, out _) = kind;
        Names?.Add(new(kind, Join(a, b, c), bucket));
    }

    /// <summary>The vector so far: rare features weigh more than common ones, and each group has a length of its own, so that long sentences do not shout.</summary>
    public FeatureVector ToVector(FeatureRarity rarity)
    {
        var indices = _found.Keys.ToArray();
        Array.Sort(indices);
        var values = new float[indices.Length];
        Span<double> squares = stackalloc double[FeatureSpace.GroupLengths.Count];
        for (var i = 0; i < indices.Length; i++)
        {
            values[i] = rarity.Of(indices[i]);
            squares[FeatureSpace.GroupOf(_found[indices[i]])] += values[i] * values[i];
        }
        for (var i = 0; i < indices.Length; i++)
        {
            var group = FeatureSpace.GroupOf(_found[indices[i]]);
            values[i] *= (float)(FeatureSpace.GroupLengths[group] / Math.Sqrt(squares[group]));
        }
        return new(indices, values);
    }

    public void Clear()
    {
        _found.Clear();
        Names?.Clear();
    }

    private static string Join(ReadOnlySpan<char> a, ReadOnlySpan<char> b, ReadOnlySpan<char> c) =>
        b.IsEmpty ? a.ToString() : c.IsEmpty ? $"{a} {b}" : $"{a} {b} {c}";
}
