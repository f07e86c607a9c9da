namespace PledgeMiner.Tagging;

/// <summary>Gives each word of a sentence its part of speech, from left to right. Immutable.</summary>
internal sealed class PosTagger(FeatureTable table)
{
    public FeatureTable Table { get; } = table;

    /// <param name="labels">Written for [start, end).</param>
    public void Tag(WordBuffer words, int start, int end, Span<byte> labels)
    {
        Span<ulong> features = stackalloc ulong[PosFeatures.Most];
        Span<short> scores = stackalloc short[64];
        var mood = PosFeatures.MoodOf(words, start, end);
        var (before, before2) = (PosFeatures.Outside, PosFeatures.Outside);
        for (var i = start; i < end; i++)
        {
            scores.Clear();
            var n = PosFeatures.Fixed(words, start, end, i, mood, features);
            n += PosFeatures.Moving(words, end, i, before, before2, features[n..]);
            Table.Add(features[..n], scores);
            var best = 0;
            for (var label = 1; label < Table.Labels; label++) if (scores[label] > scores[best]) best = label;
            labels[i] = (byte)best;
            (before2, before) = (before, best);
        }
    }
}
