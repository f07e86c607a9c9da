using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace PledgeMiner.Classifying;

/// <summary>Trains the act, pillar and force models. One thread and a fixed seed: the same corpus gives the same bytes.</summary>
public sealed class ClassifierTrainer
{
    private const int Seed = 20220224;
    private readonly MLContext _ml = new(Seed);
    private readonly List<(FeatureVector Vector, Example Example)> _rows = [];

    /// <summary>Takes a document's examples in.</summary>
    public void Add(TrainingDocument document)
    {
        var context = new DocumentContext(document.Document, document.Sentences);
        var collector = new FeatureCollector();
        foreach (var example in document.Examples)
        {
            collector.Clear();
            SentenceFeatures.Collect(collector, context, example.Deed);
            _rows.Add((collector.ToVector(), example));
        }
    }

    /// <summary>Trains the models asked for and writes them to a folder.</summary>
    /// <param name="progress">Told each model's name as it is begun.</param>
    public void Train(ModelKind kinds, string folder, Action<string>? progress = null)
    {
        Directory.CreateDirectory(folder);
        if (kinds.HasFlag(ModelKind.Acts))
        {
            progress?.Invoke("acts");
            TrainMulticlass(_rows.Select(x => Row(x.Vector, (uint)x.Example.Act)), Labels.All<Act>().Count, Path.Combine(folder, ModelNames.Acts));
        }
        var commitments = _rows.Where(x => x.Example.Act != Act.None).ToList();
        if (kinds.HasFlag(ModelKind.Pillars))
        {
            foreach (var pillar in Labels.All<Pillar>())
            {
                progress?.Invoke($"pillar {pillar.Code()}");
                TrainBinary(commitments.Select(x => new BinaryRow { Features = Buffer(x.Vector), Label = x.Example.Pillars.Contains(pillar) }),
                    Path.Combine(folder, ModelNames.OfPillar(pillar)));
            }
        }
        if (kinds.HasFlag(ModelKind.Force))
        {
            progress?.Invoke("force");
            TrainMulticlass(_rows.Where(x => x.Example is { Act: Act.Pledge, Force: not null }).Select(x => Row(x.Vector, (uint)x.Example.Force!.Value)),
                Labels.All<Force>().Count, Path.Combine(folder, ModelNames.Force));
        }
    }

    private void TrainMulticlass(IEnumerable<MulticlassRow> rows, int labels, string file)
    {
        var data = _ml.Data.LoadFromEnumerable(rows.ToList(), SchemaFor<MulticlassRow>(labels));
        var trainer = _ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = 1,
            OptimizationTolerance = 1e-5f,
            NumberOfThreads = 1,
        });
        ModelFile.Save(_ml, trainer.Fit(data), data.Schema, file);
    }

    private void TrainBinary(IEnumerable<BinaryRow> rows, string file)
    {
        var data = _ml.Data.LoadFromEnumerable(rows.ToList());
        var trainer = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = 1,
            OptimizationTolerance = 1e-5f,
            NumberOfThreads = 1,
        });
        ModelFile.Save(_ml, trainer.Fit(data), data.Schema, file);
    }

    private static SchemaDefinition SchemaFor<T>(int labels)
    {
        var schema = SchemaDefinition.Create(typeof(T));
        schema[nameof(MulticlassRow.Label)].ColumnType = new KeyDataViewType(typeof(uint), labels);
        return schema;
    }

    private static MulticlassRow Row(FeatureVector vector, uint label) => new() { Features = Buffer(vector), Label = label };

    private static VBuffer<float> Buffer(FeatureVector vector) =>
        new(FeatureSpace.Size, vector.Indices.Length, vector.Values, vector.Indices);

    private sealed class MulticlassRow
    {
        [VectorType(FeatureSpace.Size)]
        public VBuffer<float> Features { get; set; }
        public uint Label { get; set; }
    }

    private sealed class BinaryRow
    {
        [VectorType(FeatureSpace.Size)]
        public VBuffer<float> Features { get; set; }
        public bool Label { get; set; }
    }
}
