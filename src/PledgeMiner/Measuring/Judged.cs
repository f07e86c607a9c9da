namespace PledgeMiner.Measuring;

/// <summary>A labelled sentence with what was found in it, both united over their first act: as the real documents' scorer counts it.</summary>
/// <param name="Expected">The labels of the sentence's first act in the guidelines' order; empty for none.</param>
/// <param name="Found">The commitments of the first act found in it, the surest first; empty for none.</param>
/// <param name="Empty">Whether its document holds no commitment at all.</param>
public sealed record Judged(LabelledDocument Document, TextSpan Span, IReadOnlyList<LabelledSentence> Expected, IReadOnlyList<Commitment> Found, bool Empty)
{
    public Act ExpectedAct => Expected.Count == 0 ? Act.None : Expected[0].Act;

    public Act FoundAct => Found.Count == 0 ? Act.None : Found[0].Judgement.Act.Label;

    /// <summary>How sure the miner was; of what it did not find it says nothing.</summary>
    public double? Confidence => Found.Count == 0 ? null : Found[0].Judgement.Act.Score;

    public string Text => Span.Of(Document.Text);

    /// <summary>One a sentence of the document.</summary>
    public static IReadOnlyList<Judged> Of(LabelledDocument document, IReadOnlyList<Commitment> found)
    {
        var empty = document.Sentences.All(x => x.Act == Act.None);
        return [.. document.Sentences.GroupBy(x => x.Span).Select(x => new Judged(document, x.Key, First(x.Where(s => s.Act != Act.None), s => s.Act),
            [.. First(found.Where(c => Overlaps(c.Deed.Span, x.Key)), c => c.Judgement.Act.Label).OrderByDescending(c => c.Judgement.Act.Score)], empty))];
    }

    private static bool Overlaps(TextSpan a, TextSpan b) => a.Overlap(b) is > 0 and var shared && 2 * shared >= Math.Min(a.Length, b.Length);

    private static List<T> First<T>(IEnumerable<T> items, Func<T, Act> act) => items.GroupBy(act).MinBy(x => x.Key)?.ToList() ?? [];
}
