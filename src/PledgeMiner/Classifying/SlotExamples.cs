namespace PledgeMiner.Classifying;

/// <summary>What the slot models learn from: of each labelled deed, which of its counts and dates were labelled as its own, and who of all that may act does.</summary>
internal sealed class SlotExamples
{
    /// <summary>Strength of the L2 penalty. On 676 documents of train, each quarter judged by models of the rest, 1 to 10 differ by less than 0.005.</summary>
    public const float L2 = 2;

    /// <summary>The same for pledgers: 3 to 10 differ by less than 0.005.</summary>
    public const float PledgersL2 = 5;

    /// <summary>The same for conditions, on all of train: 2 to 8 differ by less than 0.004.</summary>
    public const float ConditionsL2 = 5;

    /// <summary>The same for instruments: F1 by these models alone, learnt from train, on the corpus' dev part and on 96 unseen documents at 1, 3 and 8 0.785 and 0.746, 0.782 and 0.741, 0.772 and 0.728.</summary>
    public const float InstrumentsL2 = 1;

    private readonly FeatureCollector _features = new();

    public List<(FeatureVector Vector, bool Label)> Counts { get; } = [];
    public List<(FeatureVector Vector, bool Label)> Dates { get; } = [];
    public List<(FeatureVector Vector, bool Label)> Pledgers { get; } = [];

    /// <summary>Of pledges alone: nothing else hangs on conditions (guidelines, section 4).</summary>
    public List<(FeatureVector Vector, bool Label)> Conditions { get; } = [];

    public List<(FeatureVector Vector, HashSet<Instrument> Labels)> Instruments { get; } = [];

    public void Add(DocumentContext context, Example example)
    {
        var (deed, labels) = (example.Deed, example.Labels);
        var words = SlotLook.WordsOf(context, deed);
        for (var i = 0; i < deed.Counts.Count; i++)
        {
            _features.Clear();
            SlotFeatures.OfCount(_features, words, deed.Counts, i, example.Act);
            var (number, unit) = deed.Counts[i].Value;
            Counts.Add((_features.ToIndicators(), labels.Any(x => x.Quantities.Any(q => q.Number == number && q.Word == unit))));
        }
        for (var i = 0; i < deed.Dates.Count; i++)
        {
            _features.Clear();
            SlotFeatures.OfDate(_features, words, deed.Dates, i, context.Document.Published, example.Act);
            var (from, to) = deed.Dates[i].Value;
            Dates.Add((_features.ToIndicators(), labels.Any(x => x.Due is { } due && (from is not null && from == due.From || to is not null && to == due.To))));
        }
        AddInstruments(context, example, words);
        if (example.Act == Act.Pledge) AddConditions(deed, labels, words);
        foreach (var candidate in PledgerCandidates.Of(context, deed))
        {
            _features.Clear();
            PledgerFeatures.Of(_features, context, deed, words, candidate, example.Act);
            Pledgers.Add((_features.ToIndicators(), Acts(candidate.Pledger, [.. example.Pledgers])));
        }
    }

    private void AddInstruments(DocumentContext context, Example example, SlotWords words)
    {
        _features.Clear();
        InstrumentFeatures.Of(_features, context, example.Deed, words, example.Act);
        Instruments.Add((_features.ToIndicators(), example.Labels.SelectMany(x => x.Instruments).ToHashSet()));
    }

    private void AddConditions(Deed deed, IReadOnlyList<LabelledSentence> labels, SlotWords words)
    {
        for (var i = 0; i < deed.Provisos.Count; i++)
        {
            _features.Clear();
            ConditionFeatures.Of(_features, words, deed.Provisos, i);
            Conditions.Add((_features.ToIndicators(), labels.Any(x => x.Conditions.Contains(deed.Provisos[i].Kind))));
        }
    }

    /// <summary>"We" acts too where those were labelled that it was resolved to, and a name that "we" was resolved to where "we" was.</summary>
    private static bool Acts(Pledger pledger, List<string> labelled) =>
        labelled.Contains(pledger.Code) || pledger.Code == "WE" && pledger.Resolved.Any(labelled.Contains) || labelled.Contains("WE") && pledger.Name.ToLowerInvariant() is "we" or "us" or "our" or "i";
}
