using System.Runtime.Intrinsics;

namespace PledgeMiner.Tagging;

/// <summary>Finds persons, organisations and locations: the best path through a linear chain. Immutable.</summary>
/// <param name="moves">What a label after a label weighs, in the table's scale; row a first label.</param>
internal sealed class NameTagger(FeatureTable table, short[] moves, Vocabulary vocabulary)
{
    private const int Never = -1_000_000;

    /// <summary>The labels fill most of a vector, so that the steps to all of them are weighed at once.</summary>
    private static readonly int Lanes = Vector512<int>.Count;

    public FeatureTable Table { get; } = table;

    public short[] Moves { get; } = moves;

    private readonly WordSums _sums = new(table, vocabulary, NameFeatures.Reach, NameFeatures.Single);

    /// <summary>For each label a vector of what the step to each other weighs.</summary>
    private readonly int[] _steps = [.. Enumerable.Range(0, NameLabels.Count * Lanes)
        .Select(x => (From: x / Lanes, To: x % Lanes))
        .Select(x => x.To < NameLabels.Count && NameLabels.MayFollow(x.From, x.To) ? moves[(x.From * NameLabels.Count) + x.To] : Never)];

    /// <param name="names">Written for [start, end).</param>
    /// <param name="back">Room for (end - start) times the number of labels.</param>
    public void Tag(WordBuffer words, ReadOnlySpan<byte> labels, ReadOnlySpan<NameKinds> kinds, int start, int end, Span<byte> names, Span<byte> back)
    {
        const int N = NameLabels.Count;
        Span<ulong> features = stackalloc ulong[NameFeatures.Most];
        Span<short> scores = stackalloc short[Lanes];
        Span<int> best = stackalloc int[Lanes];
        Span<int> origins = stackalloc int[Lanes];
        best.Fill(Never);
        best[NameLabels.Outside] = 0;
        var mood = PosFeatures.MoodOf(words, start, end);
        for (var i = start; i < end; i++)
        {
            if (words[i].NeverName)
            {
                Leave(best, back.Slice((i - start) * N, N));
                continue;
            }
            scores.Clear();
            var n = NameFeatures.Parts(words[i], labels, start, end, i, features);
            n += NameFeatures.Joint(words, labels, kinds, start, end, i, mood, features[n..]);
            n += _sums.Add(words, start, end, i, scores, features[n..]);
            Table.Add(features[..n], scores);
            var (from, top) = (Vector512<int>.Zero, Vector512.Create(int.MinValue));
            for (var f = 0; f < N; f++)
            {
                var sum = Vector512.Create(best[f]) + Vector512.Create(_steps, f * Lanes);
                from = Vector512.ConditionalSelect(Vector512.GreaterThan(sum, top), Vector512.Create(f), from);
                top = Vector512.Max(top, sum);
            }
            var (low, high) = Vector256.Widen(Vector256.Create<short>(scores));
            (top + Vector512.Create(low, high)).CopyTo(best);
            from.CopyTo(origins);
            for (var to = 0; to < N; to++) back[((i - start) * N) + to] = (byte)origins[to];
        }
        var last = 0;
        for (var label = 1; label < N; label++)
        {
            if (NameLabels.MayFollow(label, NameLabels.Outside) && best[label] > best[last]) last = label;
        }
        for (var i = end - 1; i >= start; i--)
        {
            names[i] = (byte)last;
            last = back[((i - start) * N) + last];
        }
    }

    /// <summary>A step to a word that is outside every name.</summary>
    private void Leave(Span<int> best, Span<byte> back)
    {
        var (from, top) = (0, int.MinValue);
        for (var f = 0; f < NameLabels.Count; f++)
        {
            var sum = best[f] + _steps[f * Lanes];
            if (sum > top) (from, top) = (f, sum);
        }
        best.Fill(Never);
        (best[NameLabels.Outside], back[NameLabels.Outside]) = (top, (byte)from);
    }
}
