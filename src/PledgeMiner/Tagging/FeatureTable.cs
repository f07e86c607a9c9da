using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PledgeMiner.Tagging;

/// <summary>
/// A trained linear model: for each feature a row of small whole weights, one a label. A row's last two bytes hold a
/// fingerprint of its feature, so that one look into memory tells an unknown feature from a known one. Immutable.
/// </summary>
internal sealed class FeatureTable
{
    private readonly int _shift;
    private readonly byte[] _rows;

    public FeatureTable(int labels, int stride, int bits, byte[] rows)
    {
        (Labels, Stride, Bits, _rows) = (labels, stride, bits, rows);
        _shift = 64 - bits;
    }

    public int Labels { get; }

    /// <summary>Bytes a row: 16, 32 or 64.</summary>
    public int Stride { get; }

    /// <summary>There are 2^bits rows.</summary>
    public int Bits { get; }

    public static int StrideFor(int labels) => labels <= 14 ? 16 : labels <= 30 ? 32 : 64;

    /// <summary>Adds the features' rows to the scores, which are at least <see cref="Stride"/> long.</summary>
    public void Add(ReadOnlySpan<ulong> features, Span<short> scores)
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        ref var sums = ref MemoryMarshal.GetReference(scores);
        if (Stride == 16)
        {
            // All looks into memory first, none waiting for what another finds.
            Span<ushort> prints = stackalloc ushort[features.Length];
            for (var i = 0; i < prints.Length; i++) prints[i] = PrintAt(ref rows, (int)(features[i] >> _shift) * 16, 16);
            var sum = Vector256.LoadUnsafe(ref sums);
            for (var i = 0; i < prints.Length; i++)
            {
                var (print, at) = (Fingerprint(features[i]), (int)(features[i] >> _shift) * 16);
                if (prints[i] != 0 && prints[i] != print && (at = Find(ref rows, features[i])) < 0) continue;
                // Nothing is added where the row is empty: whether it is cannot be guessed, and a wrong guess takes longer than the addition.
                sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref Unsafe.As<byte, sbyte>(ref Unsafe.Add(ref rows, at))).ToVector256Unsafe());
            }
            sum.StoreUnsafe(ref sums);
            return;
        }
        for (var part = 0; part < Stride; part += 32) AddPart(features, ref rows, part, ref Unsafe.Add(ref sums, part));
    }

    /// <summary>Adds sums made by <see cref="Add"/> to the scores.</summary>
    public static void AddSums(ReadOnlySpan<short> sums, Span<short> scores, int stride)
    {
        for (var i = 0; i < stride; i += 16)
        {
            ref var score = ref scores[i];
            (Vector256.LoadUnsafe(ref score) + Vector256.Create(sums.Slice(i, 16))).StoreUnsafe(ref score);
        }
    }

    private void AddPart(ReadOnlySpan<ulong> features, ref byte rows, int part, ref short sums)
    {
        var low = Vector256.LoadUnsafe(ref sums);
        var high = Vector256.LoadUnsafe(ref sums, 16);
        foreach (var feature in features)
        {
            var at = Find(ref rows, feature);
            if (at < 0) continue;
            var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref Unsafe.As<byte, sbyte>(ref Unsafe.Add(ref rows, at + part))));
            low += lower;
            high += upper;
        }
        low.StoreUnsafe(ref sums);
        high.StoreUnsafe(ref sums, 16);
    }

    /// <summary>Where the feature's row begins, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(ref byte rows, ulong feature)
    {
        var print = Fingerprint(feature);
        for (var at = (int)(feature >> _shift) * Stride; ;)
        {
            var found = PrintAt(ref rows, at, Stride);
            if (found == print) return at;
            if (found == 0) return -1;
            at += Stride;
            if (at == _rows.Length) at = 0;
        }
    }

    private static ushort PrintAt(ref byte rows, int at, int stride) => Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref rows, at + stride - 2));

    private static ushort Fingerprint(ulong feature) => (ushort)feature is var low && low == 0 ? (ushort)1 : low;

    /// <summary>A table of the given rows, half empty so that looking is short.</summary>
    public static FeatureTable Build(int labels, IReadOnlyList<KeyValuePair<ulong, sbyte[]>> rows)
    {
        var stride = StrideFor(labels);
        var bits = Math.Max(4, BitOperations.Log2((uint)rows.Count) + 2);
        var bytes = new byte[stride << bits];
        foreach (var (feature, weights) in rows)
        {
            var at = (int)(feature >> (64 - bits)) * stride;
            while (Unsafe.ReadUnaligned<ushort>(ref bytes[at + stride - 2]) != 0) at = (at + stride) % bytes.Length;
            for (var i = 0; i < labels; i++) bytes[at + i] = (byte)weights[i];
            Unsafe.WriteUnaligned(ref bytes[at + stride - 2], Fingerprint(feature));
        }
        return new(labels, stride, bits, bytes);
    }

    public static FeatureTable Read(BinaryReader from)
    {
        var (labels, bits) = (from.ReadInt32(), from.ReadInt32());
        if (labels is < 1 or > 62 || bits is < 4 or > 22) throw new InvalidDataException("a table of weights has an impossible size");
        var stride = StrideFor(labels);
        var rows = from.ReadBytes(stride << bits);
        if (rows.Length != stride << bits) throw new EndOfStreamException();
        return new(labels, stride, bits, rows);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(Labels);
        to.Write(Bits);
        to.Write(_rows);
    }
}
