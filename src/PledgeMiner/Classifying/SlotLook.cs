namespace PledgeMiner.Classifying;

/// <summary>Chooses from all that a deed's words count, date and make depend what is the deed's own, and from all that may act who does. Immutable, shared by threads.</summary>
internal sealed class SlotLook(LinearModel counts, LinearModel dates, LinearModel pledgers, LinearModel conditions, LinearModel instruments)
{
    [ThreadStatic]
    private static FeatureCollector? t_features;

    private readonly LinearModel _model = LinearModel.Join([counts, dates, pledgers, conditions]);

    /// <summary>The deed with all slots settled that words alone do not tell.</summary>
    /// <param name="network">The network's log-odds of each instrument.</param>
    /// <param name="renewedAggression">The log-odds of that pillar.</param>
    public Deed Of(DocumentContext context, Deed deed, Act act, float[] network, double renewedAggression)
    {
        // Where what no word names is noted: nowhere, at the sentence's beginning.
        var here = deed.Span with { End = deed.Span.Start };
        var words = WordsOf(context, deed);
        var counted = deed.Counts.Where((c, i) => LogOdds(0, x => SlotFeatures.OfCount(x, words, deed.Counts, i, act)) > Calibration.Given(c.Doubts)).Select(x => x.Found);
        var dated = deed.Dates.Where((c, i) => LogOdds(1, x => SlotFeatures.OfDate(x, words, deed.Dates, i, context.Document.Published, act)) > Calibration.IsDue(c.Doubts)).ToList();
        var sure = deed.Dates.Where(x => x.Doubts == Doubt.None);
        return deed with
        {
            Pledgers = PledgersOf(context, deed, words, act),
            Quantities = [.. counted],
            Due = dated.SequenceEqual(sure) ? deed.Due : OverAll(dated),
            Instruments = InstrumentsOf(context, deed, words, act, network, here),
            Conditions = act == Act.Pledge ? ConditionLook.Of(ConditionsOf(deed, words), renewedAggression, here) : [],
        };
    }

    /// <summary>Those likelier to act than not; where none is, whom the finders took, and where they took none, the likeliest.</summary>
    public IReadOnlyList<Pledger> PledgersOf(DocumentContext context, Deed deed, Act act) => PledgersOf(context, deed, WordsOf(context, deed), act);

    private IReadOnlyList<Pledger> PledgersOf(DocumentContext context, Deed deed, SlotWords words, Act act)
    {
        var scored = PledgerCandidates.Of(context, deed).ConvertAll(c => (c.Pledger, LogOdds: LogOdds(2, x => PledgerFeatures.Of(x, context, deed, words, c, act))));
        var chosen = scored.FindAll(x => x.LogOdds > Calibration.Acts);
        if (chosen.Count > 0) return [.. chosen.Select(x => x.Pledger)];
        return deed.Pledgers.Count > 0 || scored.Count == 0 ? deed.Pledgers : [scored.MaxBy(x => x.LogOdds).Pledger];
    }

    private IReadOnlyList<Found<Instrument>> InstrumentsOf(DocumentContext context, Deed deed, SlotWords words, Act act, float[] network, TextSpan here)
    {
        var features = t_features ??= new();
        features.Clear();
        InstrumentFeatures.Of(features, context, deed, words, act);
        var vector = features.ToIndicators();
        return InstrumentLook.Of(deed.Instruments, instruments.Scores(vector.Indices, vector.Values), network, here);
    }

    private IReadOnlyList<Found<ConditionKind>> ConditionsOf(Deed deed, SlotWords words)
    {
        if (deed.Provisos.Count == 0) return [];
        var held = deed.Provisos.Where((_, i) => LogOdds(3, x => ConditionFeatures.Of(x, words, deed.Provisos, i)) > Calibration.Hangs);
        return [.. held.Select(x => new Found<ConditionKind>(x.Kind, x.Span)).DistinctBy(x => x.Value)];
    }

    public static SlotWords WordsOf(DocumentContext context, Deed deed) => new(context.Document.Text, context.WordsOf(deed).Sentence, deed.Frames);

    private double LogOdds(int model, Action<FeatureCollector> collect)
    {
        var features = t_features ??= new();
        features.Clear();
        collect(features);
        return _model.Score(features.Buckets, model);
    }

    private static Found<Period>? OverAll(List<Candidate<Period>> dates) =>
        dates.Count == 0 ? null : new(dates.Select(x => x.Value).Aggregate((a, b) => a.Over(b)), dates[0].Span);
}
