using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace PledgeMiner.Classifying;

/// <summary>Models as ML.NET writes them, and the weights taken out of them.</summary>
internal static class ModelFile
{
    /// <summary>Reads a model trained by <see cref="ClassifierTrainer"/>.</summary>
    /// <exception cref="InvalidDataException">The file holds another kind of model.</exception>
    public static LinearModel Load(MLContext ml, string file)
    {
        var transformer = ml.Model.Load(file, out _);
        var parameters = (transformer is IEnumerable<ITransformer> chain ? chain.Last() : transformer) is ISingleFeaturePredictionTransformer<object> x ? x.Model : null;
        switch (parameters)
        {
            case MaximumEntropyModelParameters entropy:
                VBuffer<float>[]? weights = null;
                entropy.GetWeights(ref weights, out _);
                return new([.. weights.Select(x => x.DenseValues().ToArray())], [.. entropy.GetBiases()]);
            case CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> { SubModel: var linear }:
                return new([linear.Weights], [linear.Bias]);
            default:
                throw new InvalidDataException($"{file} is not a linear model of this program: train it again with `train`.");
        }
    }

    /// <summary>Writes a model so that the same weights are the same bytes: the archive's times are fixed.</summary>
    public static void Save(MLContext ml, ITransformer model, DataViewSchema schema, string file)
    {
        using var written = new MemoryStream();
        ml.Model.Save(model, schema, written);
        written.Position = 0;
        using var source = new ZipArchive(written, ZipArchiveMode.Read);
        using var target = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        foreach (var entry in source.Entries.OrderBy(x => x.FullName, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var from = entry.Open();
            using var to = copy.Open();
            from.CopyTo(to);
        }
    }

    /// <summary>12 hexadecimal digits over the models' bytes: which models judged.</summary>
    public static string VersionOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files) hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
