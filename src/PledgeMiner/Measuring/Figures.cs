namespace PledgeMiner.Measuring;

/// <summary>The quality of what was found in labelled sentences: precision, recall and F1 of acts, pillars and slots; calibration; false alarms.</summary>
public sealed class Figures
{
    private readonly IReadOnlyList<Judged> _sentences;
    private readonly IReadOnlyList<Judged> _pledges;
    private readonly IReadOnlyList<Judged> _commitments;

    public Figures(IReadOnlyList<Judged> sentences)
    {
        _sentences = sentences;
        _pledges = [.. sentences.Where(x => x is { ExpectedAct: Act.Pledge, FoundAct: Act.Pledge })];
        _commitments = [.. sentences.Where(x => x.ExpectedAct != Act.None && x.ExpectedAct == x.FoundAct)];
    }

    public int Sentences => _sentences.Count;

    public Score ActScore(Act act) => new(
        _sentences.Count(x => x.ExpectedAct == act && x.FoundAct == act),
        _sentences.Count(x => x.ExpectedAct != act && x.FoundAct == act),
        _sentences.Count(x => x.ExpectedAct == act && x.FoundAct != act));

    /// <summary>Mean F1 of pledge, refusal, delivery and demand.</summary>
    public double ActMacro => Labels.All<Act>().Where(x => x != Act.None).Average(x => ActScore(x).F1);

    /// <summary>Of the true pledges that were found, as all of pillars and slots are counted.</summary>
    public Score PillarScore(Pillar pillar) => _pledges.Select(x =>
    {
        var (found, expected) = (FoundPillars(x).Contains(pillar), ExpectedPillars(x).Contains(pillar));
        return new Score(found && expected ? 1 : 0, found && !expected ? 1 : 0, !found && expected ? 1 : 0);
    }).Aggregate(default(Score), (a, b) => a + b);

    public double PillarMicro => Labels.All<Pillar>().Select(PillarScore).Aggregate((a, b) => a + b).F1;

    /// <summary>Mean F1 of the pillars that occur.</summary>
    public double PillarMacro => Labels.All<Pillar>().Select(PillarScore).Where(x => x.Right + x.Wrong + x.Missed > 0).Select(x => x.F1).DefaultIfEmpty().Average();

    public double ForceAccuracy => Ratio(_pledges.Count(x => x.Found[0].Judgement.Force?.Label is { } found && (x.Expected.Any(e => e.Force == found) || x.Expected.Any(e => e.Alt?.Force == found))), _pledges.Count);

    public Score Pledgers => Sets(_pledges, PledgersOf, x => x.Pledgers, x => x.Pledgers);
    public Score Conditions => Sets(_pledges, x => x.Deed.Conditions.Select(c => c.Value), x => x.Conditions, x => x.Conditions);
    public Score Amounts => Sets(_pledges, x => x.Deed.Amounts.Select(a => new LabelledPair(Math.Round(a.Value.Value), a.Value.Currency)), x => x.Amounts.Select(a => a with { Number = Math.Round(a.Number) }));
    public Score Beneficiaries => Sets(_commitments, x => x.Deed.Beneficiaries.Select(b => b.Value), x => x.Beneficiaries);
    public Score Instruments => Sets(_commitments, x => x.Deed.Instruments.Select(i => i.Value), x => x.Instruments);
    public Score Quantities => Sets(_commitments, x => x.Deed.Quantities.Select(q => new LabelledPair(q.Value.Number, q.Value.Unit)), x => x.Quantities);
    public Score Due => Sets(_commitments, x => x.Deed.Due is { } due ? [due.Value] : Array.Empty<Period>(), x => x.Due is { } due ? [due] : []);

    /// <summary>The speaker's side; by name too few agree on how a name is written.</summary>
    public Score Speakers => Sets(_commitments, x => x.Deed.Speaker is { } s ? [s.Code] : Array.Empty<string>(), x => x.Speaker is { } s ? [s.Code ?? "OTHER"] : []);

    /// <summary>False commitments in a hundred sentences of documents that hold none.</summary>
    public double FalsePerHundredEmpty => 100 * Ratio(_sentences.Count(x => x.Empty && x.FoundAct != Act.None), _sentences.Count(x => x.Empty));

    /// <summary>Expected calibration error of the acts found, in ten bins.</summary>
    public double CalibrationError
    {
        get
        {
            var found = Found();
            return found.GroupBy(x => Math.Min(9, (int)(x.Confidence * 10))).Sum(x => Math.Abs(x.Sum(y => y.Confidence) - x.Count(y => y.Right))) / Math.Max(1, found.Count);
        }
    }

    /// <summary>Chance that a right act had a higher score than a wrong one.</summary>
    public double Auroc
    {
        get
        {
            var (right, wrong) = (Found().Where(x => x.Right).ToList(), Found().Where(x => !x.Right).ToList());
            return right.Count == 0 || wrong.Count == 0 ? 0 : right.Sum(r => wrong.Sum(w => r.Confidence > w.Confidence ? 1 : r.Confidence == w.Confidence ? 0.5 : 0)) / ((double)right.Count * wrong.Count);
        }
    }

    private List<(double Confidence, bool Right)> Found() => [.. _sentences.Where(x => x.Confidence is not null).Select(x => (x.Confidence!.Value, x.FoundAct == x.ExpectedAct))];

    private static HashSet<Pillar> FoundPillars(Judged x) => [.. x.Found.SelectMany(f => f.Judgement.Pillars.Select(p => p.Label))];

    private static HashSet<Pillar> ExpectedPillars(Judged x)
    {
        var (one, other) = (x.Expected.SelectMany(e => e.Pillars).ToHashSet(), x.Expected.SelectMany(e => e.Alt?.Pillars ?? []).ToHashSet());
        return other.Count > 0 && Distance(other) < Distance(one) ? other : one;

        int Distance(HashSet<Pillar> reading)
        {
            var difference = FoundPillars(x);
            difference.SymmetricExceptWith(reading);
            return difference.Count;
        }
    }

    /// <summary>WE counts as WE where the label says so, else as whom it was resolved to.</summary>
    private static IEnumerable<string> PledgersOf(Commitment found, IReadOnlyCollection<string> expected) =>
        found.Deed.Pledgers.SelectMany(x =>
            x.Code == "WE" && !expected.Contains("WE") && x.Resolved.Count > 0 ? x.Resolved
            : x.Code != "WE" && expected.Contains("WE") && x.Name.ToLowerInvariant() is "we" or "us" or "our" or "i" ? ["WE"] : (IEnumerable<string>)[x.Code]);

    private static Score Sets<T>(IEnumerable<Judged> sentences, Func<Commitment, IEnumerable<T>> found, Func<LabelledSentence, IEnumerable<T>> expected, Func<SecondReading, IEnumerable<T>?>? alt = null) =>
        Sets(sentences, (x, _) => found(x), expected, alt);

    /// <summary>One set a sentence against the better of its two readings.</summary>
    private static Score Sets<T>(IEnumerable<Judged> sentences, Func<Commitment, IReadOnlyCollection<T>, IEnumerable<T>> found, Func<LabelledSentence, IEnumerable<T>> expected, Func<SecondReading, IEnumerable<T>?>? alt = null) =>
        sentences.Select(x =>
        {
            var reading = x.Expected.SelectMany(expected).ToHashSet();
            var score = Score.Of(x.Found.SelectMany(f => found(f, reading)), reading);
            if (alt is null || x.Expected.All(e => e.Alt is null || alt(e.Alt) is null)) return score;
            var second = x.Expected.SelectMany(e => e.Alt is null ? [] : alt(e.Alt) ?? []).ToHashSet();
            var other = Score.Of(x.Found.SelectMany(f => found(f, second)), second);
            return other.F1 > score.F1 ? other : score;
        }).Aggregate(default(Score), (a, b) => a + b);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
