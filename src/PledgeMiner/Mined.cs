namespace PledgeMiner;

/// <summary>A document with all that was found in it: the path's result, ready for recording.</summary>
/// <param name="Commitments">Every deed judged to be an act, in text order; sentences judged none are not among them.</param>
/// <param name="ModelVersion">Which models judged: 12 hexadecimal digits of the hash of their files.</param>
public sealed record Mined(
    Document Document, IReadOnlyList<Sentence> Sentences, IReadOnlyList<Commitment> Commitments, string ModelVersion)
{
    /// <summary>The deeds judged none: a few are drawn to be looked at, since only they tell what was missed.</summary>
    public IReadOnlyList<Commitment> Nones { get; init; } = [];
}
