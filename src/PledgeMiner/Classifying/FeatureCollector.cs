using System.Numerics;

namespace PledgeMiner.Classifying;

/// <summary>A feature's terms, with the bucket it was hashed to: what reasons are made from.</summary>
internal readonly record struct NamedFeature(FeatureKind Kind, int Bucket, Term A, Term B = default, Term C = default)
{
    /// <summary>The terms' texts, one to three.</summary>
    public string[] Parts => C.Text is not null ? [A.Text, B.Text, C.Text] : B.Text is not null ? [A.Text, B.Text] : [A.Text];
}

/// <summary>Gathers a deed's features, each once; the words of a few of them are found by gathering again.</summary>
internal sealed class FeatureCollector
{
    // Open addressing, at most half full: a sentence has some 400 features, and this is the innermost loop.
    private int[] _slots = NewSlots(2048);
    private int[] _buckets = new int[1024];
    private int[] _at = new int[1024];
    private FeatureKind[] _kinds = new FeatureKind[1024];
    private int[] _indices = new int[1024];
    private float[] _values = new float[1024];
    private byte[] _groups = new byte[1024];

    private readonly List<int> _wanted = [];
    private ulong _wantedEnds;
    private readonly List<NamedFeature> _named = [];

    /// <summary>The buckets that were hit.</summary>
    public ReadOnlySpan<int> Buckets => _buckets.AsSpan(0, Count);

    private int Count { get; set; }

    public void Add(FeatureKind kind, Term a)
    {
        if (Hit(kind, FeatureSpace.Bucket(kind, a.Hash), out var bucket)) _named.Add(new(kind, bucket, a));
    }

    public void Add(FeatureKind kind, Term a, Term b)
    {
        if (Hit(kind, FeatureSpace.Bucket(kind, a.Hash, b.Hash), out var bucket)) _named.Add(new(kind, bucket, a, b));
    }

    public void Add(FeatureKind kind, Term a, Term b, Term c)
    {
        if (Hit(kind, FeatureSpace.Bucket(kind, a.Hash, b.Hash, c.Hash), out var bucket)) _named.Add(new(kind, bucket, a, b, c));
    }

    /// <summary>Two terms that count as one, and two more.</summary>
    public void Add(FeatureKind kind, (Term First, Term Second) a, Term b, Term c)
    {
        if (Hit(kind, FeatureSpace.Bucket(kind, (a.First.Hash * 31) + a.Second.Hash, b.Hash, c.Hash), out var bucket)) _named.Add(new(kind, bucket, $"{a.First.Text} {a.Second.Text}", b, c));
    }

    /// <summary>From here on nothing is gathered, but the features of these buckets are named.</summary>
    public void Want(ReadOnlySpan<int> buckets)
    {
        _wanted.Clear();
        _wanted.AddRange(buckets);
        _wantedEnds = 0;
        foreach (var bucket in buckets) _wantedEnds |= EndOf(bucket);
        _named.Clear();
    }

    /// <summary>A wanted bucket's first feature.</summary>
    public NamedFeature NameOf(int bucket) => _named.Find(x => x.Bucket == bucket);

    /// <summary>The vector so far, to be kept.</summary>
    public FeatureVector ToVector(FeatureRarity rarity)
    {
        Weigh(rarity, out var indices, out var values);
        return new(indices.ToArray(), values.ToArray());
    }

    /// <summary>The vector so far, in the collector's own room: rare features weigh more than common ones, and each group has a length of its own, so that long sentences do not shout.</summary>
    public void Weigh(FeatureRarity rarity, out ReadOnlySpan<int> indices, out ReadOnlySpan<float> values)
    {
        var known = 0;
        Span<double> squares = stackalloc double[FeatureSpace.GroupLengths.Count];
        squares.Clear();
        for (var i = 0; i < Count; i++)
        {
            var value = rarity.Of(_buckets[i]);
            var group = FeatureSpace.GroupOf(_kinds[i]);
            squares[group] += value * value;
            (_indices[known], _values[known], _groups[known]) = (_buckets[i], value, (byte)group);
            // Whether a feature is known cannot be guessed: one that is not is written over by the next.
            known += value == 0 ? 0 : 1;
        }
        for (var g = 0; g < squares.Length; g++) squares[g] = squares[g] > 0 ? FeatureSpace.GroupLengths[g] / Math.Sqrt(squares[g]) : 0;
        for (var k = 0; k < known; k++) _values[k] *= (float)squares[_groups[k]];
        indices = _indices.AsSpan(0, known);
        values = _values.AsSpan(0, known);
    }

    /// <summary>The vector so far, each feature for itself.</summary>
    public FeatureVector ToIndicators() => Even(1);

    /// <summary>The vector so far, each feature alike and its length one.</summary>
    public FeatureVector ToUnit() => Even(1 / MathF.Sqrt(Math.Max(1, Count)));

    private FeatureVector Even(float value)
    {
        var values = new float[Count];
        Array.Fill(values, value);
        return new(Buckets.ToArray(), values);
    }

    public void Clear()
    {
        foreach (var slot in _at.AsSpan(0, Count)) _slots[slot] = -1;
        Count = 0;
        _wanted.Clear();
    }

    /// <summary>Gathers a bucket that was not there yet; where features are to be named, whether this one is.</summary>
    private bool Hit(FeatureKind kind, int bucket, out int hit)
    {
        hit = bucket;
        if (_wanted.Count > 0) return (_wantedEnds & EndOf(bucket)) != 0 && _wanted.Contains(bucket);
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
        return false;
    }

    /// <summary>A bit for a bucket's last bits: most of those not wanted are told by it.</summary>
    private static ulong EndOf(int bucket) => 1UL << (bucket & 63);

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
        Array.Resize(ref _indices, _buckets.Length);
        Array.Resize(ref _values, _buckets.Length);
        Array.Resize(ref _groups, _buckets.Length);
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
