using System.Runtime.InteropServices;

namespace PledgeMiner.Classifying;

/// <summary>A sparse vector over <see cref="FeatureSpace.Size"/> buckets: ascending indices, each with its value.</summary>
internal readonly record struct FeatureVector(int[] Indices, float[] Values);

/// <summary>A feature in words, with the bucket it was hashed to: what reasons are made from.</summary>
internal readonly record struct NamedFeature(FeatureKind Kind, string Text, int Bucket);

/// <summary>Gathers a deed's features. Keeps their words only where reasons are wanted.</summary>
internal sealed class FeatureCollector(bool keepNames = false)
{
    private readonly Dictionary<int, float> _values = [];

    public List<NamedFeature>? Names { get; } = keepNames ? [] : null;

    public void Add(FeatureKind kind, ReadOnlySpan<char> a, ReadOnlySpan<char> b = default, ReadOnlySpan<char> c = default, float value = 1f)
    {
        var bucket = FeatureSpace.Bucket(kind, a, b, c);
        CollectionsMarshal.GetValueRefOrAddDefault(_values, bucket, out _) = value;
        Names?.Add(new(kind, Join(a, b, c), bucket));
    }

    /// <summary>The vector so far, its length 1 in each group of features so that long sentences do not shout.</summary>
    public FeatureVector ToVector()
    {
        var indices = _values.Keys.ToArray();
        Array.Sort(indices);
        var values = new float[indices.Length];
        var norm = 0.0;
        for (var i = 0; i < indices.Length; i++)
        {
            values[i] = _values[indices[i]];
            norm += values[i] * values[i];
        }
        // Scaled to length 4: with unit vectors the trainer's smallest useful regularisation is too coarse a step.
        var scale = norm > 0 ? (float)(4 / Math.Sqrt(norm)) : 0f;
        for (var i = 0; i < values.Length; i++) values[i] *= scale;
        return new(indices, values);
    }

    public void Clear()
    {
        _values.Clear();
        Names?.Clear();
    }

    private static string Join(ReadOnlySpan<char> a, ReadOnlySpan<char> b, ReadOnlySpan<char> c) =>
        b.IsEmpty ? a.ToString() : c.IsEmpty ? $"{a} {b}" : $"{a} {b} {c}";
}
