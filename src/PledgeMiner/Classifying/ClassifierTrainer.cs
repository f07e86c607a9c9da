namespace PledgeMiner.Classifying;

/// <summary>Trains the act, pillar, force, slot and lone-sentence models. The same corpus gives the same bytes.</summary>
public sealed class ClassifierTrainer
{
    private readonly LinearTraining _training = new();
    private readonly List<TrainingDocument> _taken = [];
    private readonly List<LabelledDocument> _lone = [];

    /// <summary>Takes a document's examples in.</summary>
    public void Add(TrainingDocument document) => _taken.Add(document);

    /// <summary>Takes a sentence without a document in, which is labelled a pledge whatever its subject.</summary>
    public void AddLone(LabelledDocument sentence) => _lone.Add(sentence);

    /// <summary>Trains the models asked for and writes them to a folder.</summary>
    /// <param name="progress">Told what is begun.</param>
    public void Train(ModelKind kinds, string folder, Action<string>? progress = null)
    {
        Directory.CreateDirectory(folder);
        string In(string name) => Path.Combine(folder, name);
        var rarity = CountFeatures();
        rarity.Save(In(ModelNames.Rarity));
        var rows = _taken.SelectMany(Collected).Select(x => (Vector: x.Collector.ToVector(rarity), x.Example)).ToList();
        if (kinds.HasFlag(ModelKind.Acts))
        {
            progress?.Invoke("acts");
            _training.Multiclass(rows.Select(x => (x.Vector, (int)x.Example.Act)), Labels.All<Act>().Count, FeatureSpace.Size, In(ModelNames.Acts));
        }
        var commitments = rows.Where(x => x.Example.Act != Act.None).ToList();
        if (kinds.HasFlag(ModelKind.Pillars))
        {
            foreach (var pillar in Labels.All<Pillar>())
            {
                progress?.Invoke($"pillar {pillar.Code()}");
                _training.Binary(commitments.Select(x => (x.Vector, x.Example.Pillars.Contains(pillar))), FeatureSpace.Size, In(ModelNames.OfPillar(pillar)));
            }
        }
        if (kinds.HasFlag(ModelKind.Force))
        {
            progress?.Invoke("force");
            var pledges = commitments.Where(x => x.Example is { Act: Act.Pledge, Force: not null });
            _training.Multiclass(pledges.Select(x => (x.Vector, (int)x.Example.Force!.Value)), Labels.All<Force>().Count, FeatureSpace.Size, In(ModelNames.Force));
        }
        if (kinds.HasFlag(ModelKind.Slots)) TrainSlots(In, progress);
        if (kinds.HasFlag(ModelKind.Lone))
        {
            progress?.Invoke("lone sentences");
            _training.Binary(_lone.Select(LoneExamples.Of).Concat(_taken.SelectMany(LoneExamples.Of)), FeatureSpace.Size, In(ModelNames.Lone), LoneExamples.L2);
        }
    }

    private void TrainSlots(Func<string, string> fileOf, Action<string>? progress)
    {
        var examples = new SlotExamples();
        foreach (var document in _taken)
        {
            var context = new DocumentContext(document.Document, document.Sentences, [.. document.Examples.Select(x => x.Deed)]);
            foreach (var example in document.Examples.Where(x => x.Act != Act.None)) examples.Add(context, example);
        }
        progress?.Invoke("counts");
        _training.Binary(examples.Counts, FeatureSpace.Size, fileOf(ModelNames.Counts), SlotExamples.L2);
        progress?.Invoke("dates");
        _training.Binary(examples.Dates, FeatureSpace.Size, fileOf(ModelNames.Dates), SlotExamples.L2);
        progress?.Invoke("pledgers");
        _training.Binary(examples.Pledgers, FeatureSpace.Size, fileOf(ModelNames.Pledgers), SlotExamples.PledgersL2);
        progress?.Invoke("conditions");
        _training.Binary(examples.Conditions, FeatureSpace.Size, fileOf(ModelNames.Conditions), SlotExamples.ConditionsL2);
        foreach (var instrument in Labels.All<Instrument>())
        {
            progress?.Invoke($"instrument {instrument.Code()}");
            _training.Binary(examples.Instruments.Select(x => (x.Vector, x.Labels.Contains(instrument))), FeatureSpace.Size, fileOf(ModelNames.OfInstrument(instrument)), SlotExamples.InstrumentsL2);
        }
    }

    private FeatureRarity CountFeatures()
    {
        var (counts, sentences) = (new int[FeatureSpace.Size], 0);
        foreach (var (_, collector) in _taken.SelectMany(Collected))
        {
            sentences++;
            foreach (var bucket in collector.Buckets) counts[bucket]++;
        }
        return FeatureRarity.Count(counts, sentences);
    }

    private static IEnumerable<(Example Example, FeatureCollector Collector)> Collected(TrainingDocument document)
    {
        var context = new DocumentContext(document.Document, document.Sentences, [.. document.Examples.Select(x => x.Deed)]);
        var collector = new FeatureCollector();
        foreach (var example in document.Examples)
        {
            collector.Clear();
            SentenceFeatures.Collect(collector, context, example.Deed);
            yield return (example, collector);
        }
    }
}
