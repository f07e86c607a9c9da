namespace PledgeMiner.Classifying;

/// <summary>Trains the act, pillar and force models. The same corpus gives the same bytes.</summary>
public sealed class ClassifierTrainer
{
    /// <summary>The second look learns from what first looks say of documents they have not seen: five of them, each on four fifths.</summary>
    private const int Folds = 5;

    private readonly LinearTraining _training = new();
    private readonly List<TrainingDocument> _taken = [];
    private List<List<Row>> _documents = [];

    private sealed record Row(FeatureVector Vector, Example Example, DocumentContext Context);

    /// <summary>Takes a document's examples in.</summary>
    public void Add(TrainingDocument document) => _taken.Add(document);

    /// <summary>Trains the models asked for and writes them to a folder.</summary>
    /// <param name="progress">Told what is begun.</param>
    public void Train(ModelKind kinds, string folder, Action<string>? progress = null)
    {
        Directory.CreateDirectory(folder);
        string In(string name) => Path.Combine(folder, name);
        var rarity = CountFeatures();
        rarity.Save(In(ModelNames.Rarity));
        _documents = [.. _taken.Select(x => RowsOf(x, rarity))];
        if (kinds.HasFlag(ModelKind.Acts)) TrainActs(In(ModelNames.Acts), In(ModelNames.SecondLook), progress);
        var commitments = _documents.SelectMany(x => x).Where(x => x.Example.Act != Act.None).ToList();
        if (kinds.HasFlag(ModelKind.Pillars))
        {
            foreach (var pillar in Labels.All<Pillar>())
            {
                progress?.Invoke($"pillar {pillar.Code()}");
                _training.Binary(commitments.Select(x => (x.Vector, x.Example.Pillars.Contains(pillar))), FeatureSpace.Size)(In(ModelNames.OfPillar(pillar)));
            }
        }
        if (kinds.HasFlag(ModelKind.Force))
        {
            progress?.Invoke("force");
            var pledges = commitments.Where(x => x.Example is { Act: Act.Pledge, Force: not null });
            _training.Multiclass(pledges.Select(x => (x.Vector, (int)x.Example.Force!.Value)), Labels.All<Force>().Count, FeatureSpace.Size, balanced: true).Save(In(ModelNames.Force));
        }
    }

    private FeatureRarity CountFeatures()
    {
        var (counts, sentences) = (new int[FeatureSpace.Size], 0);
        foreach (var (_, collector, _) in _taken.SelectMany(Collected))
        {
            sentences++;
            foreach (var bucket in collector.Buckets) counts[bucket]++;
        }
        return FeatureRarity.Count(counts, sentences);
    }

    private static List<Row> RowsOf(TrainingDocument document, FeatureRarity rarity) =>
        [.. Collected(document).Select(x => new Row(x.Collector.ToVector(rarity), x.Example, x.Context))];

    private static IEnumerable<(Example Example, FeatureCollector Collector, DocumentContext Context)> Collected(TrainingDocument document)
    {
        var context = new DocumentContext(document.Document, document.Sentences);
        var collector = new FeatureCollector();
        foreach (var example in document.Examples)
        {
            collector.Clear();
            SentenceFeatures.Collect(collector, context, example.Deed);
            yield return (example, collector, context);
        }
    }

    private void TrainActs(string acts, string secondLook, Action<string>? progress)
    {
        var second = new List<(FeatureVector, int)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            progress?.Invoke($"acts, fold {fold + 1} of {Folds}");
            var model = FirstLook(_documents.Where((_, i) => i % Folds != fold)).Model;
            foreach (var document in _documents.Where((x, i) => i % Folds == fold && x.Count > 0))
            {
                var look = new SecondLook(document[0].Context, [.. document.Select(x => model.Probabilities(x.Vector))]);
                second.AddRange(document.Select((x, i) => (look.Of(i), (int)x.Example.Act)));
            }
        }
        progress?.Invoke("acts");
        FirstLook(_documents).Save(acts);
        progress?.Invoke("acts, second look");
        _training.Multiclass(second, Labels.All<Act>().Count, SecondLook.Size, balanced: false).Save(secondLook);
    }

    private (Action<string> Save, LinearModel Model) FirstLook(IEnumerable<List<Row>> documents) =>
        _training.Multiclass(documents.SelectMany(x => x).Select(x => (x.Vector, (int)x.Example.Act)), Labels.All<Act>().Count, FeatureSpace.Size, balanced: true);
}
