namespace PledgeMiner.Tagging;

/// <summary>Finds persons, organisations and locations: the best path through a linear chain. Immutable.</summary>
/// <param name="moves">What a label after a label weighs, in the table's scale; row a first label.</param>
internal sealed class NameTagger(FeatureTable table, short[] moves)
{
    private const int Never = -1_000_000;

    public FeatureTable Table { get; } = table;

    public short[] Moves { get; } = moves;

    private readonly int[] _steps = [.. Enumerable.Range(0, NameLabels.Count * NameLabels.Count)
        .Select(x => NameLabels.MayFollow(x / NameLabels.Count, x % NameLabels.Count) ? moves[x] : Never)];

    /// <param name="names">Written for [start, end).</param>
    /// <param name="back">Room for (end - start) times the number of labels.</param>
    public void Tag(WordBuffer words, ReadOnlySpan<byte> labels, ReadOnlySpan<NameKinds> kinds, int start, int end, Span<byte> names, Span<byte> back)
    {
        const int N = NameLabels.Count;
        Span<ulong> features = stackalloc ulong[NameFeatures.Most];
        Span<short> scores = stackalloc short[16];
        Span<int> best = stackalloc int[N];
        Span<int> next = stackalloc int[N];
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
            Table.Add(features[..NameFeatures.Of(words, labels, kinds, start, end, i, mood, features)], scores);
            for (var to = 0; to < N; to++)
            {
                var (from, top) = (0, int.MinValue);
                for (var f = 0; f < N; f++)
                {
                    var sum = best[f] + _steps[(f * N) + to];
                    if (sum > top) (from, top) = (f, sum);
                }
                next[to] = top + scores[to];
                back[((i - start) * N) + to] = (byte)from;
            }
            next.CopyTo(best);
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
            var sum = best[f] + _steps[f * NameLabels.Count];
            if (sum > top) (from, top) = (f, sum);
        }
        best.Fill(Never);
        (best[NameLabels.Outside], back[NameLabels.Outside]) = (top, (byte)from);
    }
}
