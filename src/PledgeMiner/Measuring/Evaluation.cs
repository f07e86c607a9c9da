namespace PledgeMiner.Measuring;

/// <summary>A figure by name; the interval is by a bootstrap of documents, where there is one.</summary>
/// <param name="Support">How many labelled cases it is measured on; null where that says nothing.</param>
public sealed record Figure(string Name, double Value, (double Low, double High)? Interval = null, int? Support = null);

/// <summary>How a table of figures is cut.</summary>
public enum Cut { Pillar, Genre, Act }

/// <summary>Measures what was found in labelled documents.</summary>
public sealed class Evaluation
{
    private readonly List<IReadOnlyList<Judged>> _documents = [];

    public void Add(LabelledDocument document, IReadOnlyList<Commitment> found) => _documents.Add(Judged.Of(document, found));

    public int Documents => _documents.Count;

    public IEnumerable<Judged> Sentences => _documents.SelectMany(x => x);

    /// <summary>The figures that the models are judged by; what no label tells of is left out.</summary>
    public IReadOnlyList<Figure> Main()
    {
        var all = new Figures([.. Sentences]);
        Figure OfScore(string name, Func<Figures, Score> score)
        {
            var whole = score(all);
            return new(name, whole.F1, Bootstrap.Interval([.. _documents.Select(x => score(new Figures(x)))]), whole.Right + whole.Missed);
        }
        var pledge = all.ActScore(Act.Pledge);
        Figure[] figures =
        [
            new("pledge precision", pledge.Precision), new("pledge recall", pledge.Recall),
            .. Labels.All<Act>().Where(x => x != Act.None).Select(x => OfScore($"{x.Code()} F1", f => f.ActScore(x))),
            new("acts, macro F1", all.ActMacro),
            new("false commitments in 100 sentences of empty documents", all.FalsePerHundredEmpty),
            OfScore("pillars, micro F1", f => Labels.All<Pillar>().Select(f.PillarScore).Aggregate((a, b) => a + b)),
            .. Sentences.Any(x => x.Expected.Any(e => e.Pillars.Count > 0)) ? [new("pillars, macro F1", all.PillarMacro)] : Array.Empty<Figure>(),
            .. Sentences.Any(x => x.Expected.Any(e => e.Force is not null)) ? [new("force accuracy", all.ForceAccuracy)] : Array.Empty<Figure>(),
            OfScore("pledgers F1", f => f.Pledgers), OfScore("conditions F1", f => f.Conditions), OfScore("amounts F1", f => f.Amounts),
            OfScore("beneficiaries F1", f => f.Beneficiaries), OfScore("instruments F1", f => f.Instruments), OfScore("quantities F1", f => f.Quantities),
            OfScore("due F1", f => f.Due), OfScore("speaker F1", f => f.Speakers),
            new("expected calibration error", all.CalibrationError), new("AUROC of right against wrong", all.Auroc),
        ];
        return [.. figures.Where(x => x.Support is null or > 0)];
    }

    /// <summary>F1 of each act, each pillar or, by genre, of pledges.</summary>
    public IReadOnlyList<Figure> By(Cut cut) => cut switch
    {
        Cut.Act => [.. Labels.All<Act>().Where(x => x != Act.None).Select(x => Of(x.Code(), _documents, f => f.ActScore(x)))],
        Cut.Pillar => [.. Labels.All<Pillar>().Select(x => Of(x.Code(), _documents, f => f.PillarScore(x)))],
        _ => [.. _documents.GroupBy(x => x[0].Document.Genre ?? "none").OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => Of(x.Key, [.. x], f => f.ActScore(Act.Pledge)))],
    };

    private static Figure Of(string name, IReadOnlyList<IReadOnlyList<Judged>> documents, Func<Figures, Score> score)
    {
        var byDocument = documents.Select(x => score(new Figures(x))).ToList();
        var whole = byDocument.Aggregate(default(Score), (a, b) => a + b);
        return new(name, whole.F1, Bootstrap.Interval(byDocument), whole.Right + whole.Missed);
    }
}
