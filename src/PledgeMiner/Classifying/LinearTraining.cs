using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace PledgeMiner.Classifying;

/// <summary>Linear models by ML.NET's L-BFGS. One thread and a fixed seed: the same rows give the same weights.</summary>
internal sealed class LinearTraining
{
    private const int Seed = 20220224;

    /// <summary>Strength of the L2 penalty on weights; for a plain baseline on 58 real documents 0.33, 0.1 and 0.03 gave pledge F1 0.596, 0.622 and 0.620.</summary>
    private const float L2 = 0.1f;

    private readonly MLContext _ml = new(Seed);

    /// <summary>One of several labels, by maximum entropy. Each weighs as much as any other in all: the rare ones would hardly be learnt from words else.</summary>
    /// <param name="size">Length of the vectors.</param>
    public void Multiclass(IEnumerable<(FeatureVector Vector, int Label)> rows, int labels, int size, string file)
    {
        var schema = Schema<MulticlassRow>(size);
        schema[nameof(MulticlassRow.Label)].ColumnType = new KeyDataViewType(typeof(uint), labels);
        var list = rows.ToList();
        var counts = list.CountBy(x => x.Label).ToDictionary();
        var data = _ml.Data.LoadFromEnumerable(list.Select(x => new MulticlassRow
        {
            Features = Buffer(x.Vector, size),
            Label = (uint)x.Label,
            Weight = (float)list.Count / (counts.Count * counts[x.Label]),
        }), schema);
        var trainer = _ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = L2,
            OptimizationTolerance = 1e-5f,
            NumberOfThreads = 1,
            ExampleWeightColumnName = nameof(MulticlassRow.Weight),
        });
        ModelFile.Save(_ml, trainer.Fit(data), data.Schema, file);
    }

    /// <summary>Whether a label holds, by logistic regression.</summary>
    /// <param name="l2">Strength of the penalty: more for vectors that are not scaled.</param>
    public void Binary(IEnumerable<(FeatureVector Vector, bool Label)> rows, int size, string file, float l2 = L2) =>
        Binary(rows.Select(x => (x.Vector, x.Label, 1f)), size, file, l2, weight: null);

    /// <summary>The same of rows that do not all weigh alike.</summary>
    public void Binary(IEnumerable<(FeatureVector Vector, bool Label, float Weight)> rows, int size, string file, float l2) => Binary(rows, size, file, l2, nameof(BinaryRow.Weight));

    private void Binary(IEnumerable<(FeatureVector Vector, bool Label, float Weight)> rows, int size, string file, float l2, string? weight)
    {
        var data = _ml.Data.LoadFromEnumerable(rows.Select(x => new BinaryRow { Features = Buffer(x.Vector, size), Label = x.Label, Weight = x.Weight }).ToList(), Schema<BinaryRow>(size));
        var trainer = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = l2,
            OptimizationTolerance = 1e-5f,
            NumberOfThreads = 1,
            ExampleWeightColumnName = weight,
        });
        ModelFile.Save(_ml, trainer.Fit(data), data.Schema, file);
    }

    private static SchemaDefinition Schema<T>(int size)
    {
        var schema = SchemaDefinition.Create(typeof(T));
        schema[nameof(BinaryRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, size);
        return schema;
    }

    private static VBuffer<float> Buffer(FeatureVector vector, int size)
    {
        var sorted = vector.Sorted();
        return new(size, sorted.Indices.Length, sorted.Values, sorted.Indices);
    }

    private sealed class MulticlassRow
    {
        public VBuffer<float> Features { get; set; }
        public uint Label { get; set; }
        public float Weight { get; set; }
    }

    private sealed class BinaryRow
    {
        public VBuffer<float> Features { get; set; }
        public bool Label { get; set; }
        public float Weight { get; set; }
    }
}
