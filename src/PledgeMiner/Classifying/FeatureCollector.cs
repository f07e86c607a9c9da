using System.Numerics;

namespace PledgeMiner.Classifying;

/// <summary>A feature's terms, with the bucket it was hashed to: what reasons are made from.</summary>
internal readonly record struct NamedFeature(FeatureKind Kind, int Bucket, Term A, Term B = default, Term C = default)
{
    /// <summary>The terms' texts, one to three.</summary>
    public string[] Parts => C.Text is not null ? [A.Text, B.Text, C.Text] : B.Text is not null ? [A.Text, B.Text] : [A.Text];
}

/// <summary>Gathers a deed's features, each once. Keeps their words only where reasons are wanted.</summary>
internal sealed class FeatureCollector(bool keepNames = false)
{
    // Open addressing, at most half full: a sentence has some 400 features, and this is the innermost loop.
    private int[] _slots = NewSlots(2048);
    private int[] _buckets = new int[1024];
    private int[] _at = new int[1024];
    private FeatureKind[] _kinds = new FeatureKind[1024];

    public List<NamedFeature>? Names { get; } = keepNames ? [] : null;

    /// <summary>The buckets that were hit.</summary>
    public ReadOnlySpan<int> Buckets => _buckets.AsSpan(0, Count);

    private int Count { get; set; }

    public void Add(FeatureKind kind, Term a)
    {
        if (Hit(kind, FeatureSpace.Bucket(kind, a.Hash))) Names?.Add(new(kind, Buckets[^1], a));
    }

    public void Add(FeatureKind kind, Term a, Term b)
    {
        if (Hit(kind, FeatureSpace.Bucket(kind, a.Hash, b.Hash))) Names?.Add(new(kind, Buckets[^1], a, b));
    }

    public void Add(FeatureKind kind, Term a, Term b, Term c)
    {
        if (Hit(kind, FeatureSpace.Bucket(kind, a.Hash, b.Hash, c.Hash))) Names?.Add(new(kind, Buckets[^1], a, b, c));
    }

    /// <summary>The vector so far: rare features weigh more than common ones, and each group has a length of its own, so that long sentences do not shout.</summary>
    public FeatureVector ToVector(FeatureRarity rarity)
    {
        var known = 0;
        foreach (var bucket in Buckets) if (rarity.Of(bucket) > 0) known++;
        var (indices, values) = (new int[known], new float[known]);
        Span<double> squares = stackalloc double[FeatureSpace.GroupLengths.Count];
        squares.Clear();
        for (var (i, k) = (0, 0); i < Count; i++)
        {
            if (rarity.Of(_buckets[i]) is not (> 0 and var value)) continue;
            (indices[k], values[k]) = (_buckets[i], value);
            squares[FeatureSpace.GroupOf(_kinds[i])] += value * value;
            k++;
        }
        for (var g = 0; g < squares.Length; g++) squares[g] = squares[g] > 0 ? FeatureSpace.GroupLengths[g] / Math.Sqrt(squares[g]) : 0;
        for (var (i, k) = (0, 0); k < known; i++)
        {
            if (rarity.Of(_buckets[i]) > 0) values[k++] *= (float)squares[FeatureSpace.GroupOf(_kinds[i])];
        }
        return new(indices, values);
    }

    public void Clear()
    {
        foreach (var slot in _at.AsSpan(0, Count)) _slots[slot] = -1;
        Count = 0;
        Names?.Clear();
    }

    /// <summary>Whether the bucket was not there yet.</summary>
    private bool Hit(FeatureKind kind, int bucket)
    {
        var slot = SlotOf(bucket);
        if (_slots[slot] == bucket) return false;
        if (Count == _buckets.Length)
        {
            Grow();
            slot = SlotOf(bucket);
        }
        _slots[slot] = bucket;
        (_buckets[Count], _kinds[Count], _at[Count]) = (bucket, kind, slot);
        Count++;
        return true;
    }

    /// <summary>Where a bucket stands, or the free slot where it would.</summary>
    private int SlotOf(int bucket)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(((uint)bucket * 0x9E3779B1u) >> (32 - BitOperations.Log2((uint)_slots.Length)));
        while (_slots[slot] >= 0 && _slots[slot] != bucket) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref _buckets, 2 * _buckets.Length);
        Array.Resize(ref _kinds, _buckets.Length);
        Array.Resize(ref _at, _buckets.Length);
        _slots = NewSlots(2 * _buckets.Length);
        for (var i = 0; i < Count; i++) _slots[_at[i] = SlotOf(_buckets[i])] = _buckets[i];
    }

    private static int[] NewSlots(int size)
    {
        var slots = new int[size];
        Array.Fill(slots, -1);
        return slots;
    }
}
