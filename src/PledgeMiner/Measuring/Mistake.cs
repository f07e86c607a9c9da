namespace PledgeMiner.Measuring;

/// <summary>A sentence that was judged otherwise than its label, or right with a wrong slot.</summary>
/// <param name="Kind">What went wrong: "pledge missed", "pledge for none in an empty document", "pillars", "conditions".</param>
public sealed record Mistake(string Kind, string Document, string Text, string Expected, string Found, double? Confidence)
{
    /// <summary>The mistakes by kind, the commonest kind first, in a kind the surest first.</summary>
    public static IReadOnlyList<IGrouping<string, Mistake>> Of(IEnumerable<Judged> sentences) =>
        [.. sentences.SelectMany(Of).OrderByDescending(x => x.Confidence ?? 0).GroupBy(x => x.Kind).OrderByDescending(x => x.Count()).ThenBy(x => x.Key, StringComparer.Ordinal)];

    private static IEnumerable<Mistake> Of(Judged x)
    {
        Mistake Make(string kind, string expected, string found) => new(kind, x.Document.Id, x.Text, expected, found, x.Confidence);
        if (x.ExpectedAct != x.FoundAct)
        {
            var kind = x.FoundAct == Act.None ? $"{x.ExpectedAct.Code()} missed"
                : x.ExpectedAct == Act.None ? $"{x.FoundAct.Code()} for none{(x.Empty ? " in an empty document" : "")}"
                : $"{x.FoundAct.Code()} for {x.ExpectedAct.Code()}";
            yield return Make(kind, x.ExpectedAct.Code(), x.FoundAct.Code());
            yield break;
        }
        if (x.ExpectedAct != Act.Pledge) yield break;
        var one = new Figures([x]);
        string Codes<T>(IEnumerable<T> labels) where T : struct, Enum => string.Join(", ", labels.Distinct().Select(l => l.Code()));
        if (one.PillarMicro < 1) yield return Make("pillars", Codes(x.Expected.SelectMany(e => e.Pillars)), Codes(x.Found.SelectMany(f => f.Judgement.Pillars.Select(p => p.Label))));
        if (one.ForceAccuracy < 1) yield return Make("force", Codes(x.Expected.Select(e => e.Force!.Value)), Codes(x.Found.Select(f => f.Judgement.Force!.Value.Label)));
        if (one.Pledgers is not { Wrong: 0, Missed: 0 }) yield return Make("pledgers", string.Join(", ", x.Expected.SelectMany(e => e.Pledgers)), string.Join(", ", x.Found.SelectMany(f => f.Deed.Pledgers.Select(p => p.Code))));
        if (one.Conditions is not { Wrong: 0, Missed: 0 }) yield return Make("conditions", Codes(x.Expected.SelectMany(e => e.Conditions)), Codes(x.Found.SelectMany(f => f.Deed.Conditions.Select(c => c.Value))));
    }
}
