using Microsoft.ML.OnnxRuntime;

namespace PledgeMiner.Classifying;

/// <summary>
/// A small transformer that reads a sentence with what stands before it: it knows English from far more text than the corpus has.
/// Slower than the linear models by two orders, so that only sentences they leave open are read. Shared by threads.
/// </summary>
public sealed class Encoder
{
    private const string Model = "encoder.onnx";
    private const string Vocabulary = "vocab.txt";

    /// <summary>Sentences read at once, of like length: 32 take a third less time each than one by one, 64 no less than 32.</summary>
    private const int Batch = 32;

    private static readonly string[] Inputs = ["ids", "segments", "mask"];
    private static readonly string[] Outputs = ["act", "pillars", "force"];

    private readonly InferenceSession _session;
    private readonly WordPieces _pieces;

    private Encoder(InferenceSession session, WordPieces pieces) => (_session, _pieces) = (session, pieces);

    /// <summary>Loads a folder's model and vocabulary.</summary>
    /// <exception cref="InvalidDataException">A file is missing or damaged.</exception>
    public static Encoder Load(string folder)
    {
        if (Files(folder).FirstOrDefault(x => !File.Exists(x)) is { } missing)
            throw new InvalidDataException($"The model {missing} is missing: copy it from the program's own models, or name another folder.");
        try
        {
            // One thread each: the crawl and the pages people look at share the machine, and sums come out the same every time.
            using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
            return new(new InferenceSession(Path.Combine(folder, Model), options), WordPieces.Load(Path.Combine(folder, Vocabulary)));
        }
        catch (OnnxRuntimeException)
        {
            throw new InvalidDataException($"The model {Path.Combine(folder, Model)} is damaged: copy it again from the program's own models.");
        }
    }

    /// <summary>The files of a model's folder that a version is made of.</summary>
    public static IReadOnlyList<string> Files(string folder) => [Path.Combine(folder, Model), Path.Combine(folder, Vocabulary)];

    /// <summary>What the encoder makes of some sentences of a document, in their order.</summary>
    internal EncoderReading[] Read(DocumentContext context, IReadOnlyList<int> sentences)
    {
        var readings = new EncoderReading[sentences.Count];
        if (sentences.Count == 0) return readings;
        var inputs = new EncoderInputs(context, _pieces);
        var byLength = sentences.Select((sentence, at) => (At: at, Input: inputs.Of(sentence))).OrderBy(x => x.Input.Ids.Count);
        foreach (var batch in byLength.Chunk(Batch)) Run(batch, readings);
        return readings;
    }

    private void Run((int At, EncoderInput Input)[] batch, EncoderReading[] readings)
    {
        long[] shape = [batch.Length, batch.Max(x => x.Input.Ids.Count)];
        var (ids, segments, mask) = (new long[shape[0] * shape[1]], new long[shape[0] * shape[1]], new float[shape[0] * shape[1]]);
        for (var row = 0; row < batch.Length; row++)
        {
            var input = batch[row].Input;
            for (var i = 0; i < input.Ids.Count; i++)
            {
                var at = (row * shape[1]) + i;
                (ids[at], segments[at], mask[at]) = (input.Ids[i], i < input.Own ? 0 : 1, 1);
            }
        }
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var segmentsValue = OrtValue.CreateTensorValueFromMemory(segments, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var run = new RunOptions();
        using var results = _session.Run(run, Inputs, [idsValue, segmentsValue, maskValue], Outputs);
        for (var row = 0; row < batch.Length; row++) readings[batch[row].At] = new(Row(results[0], row), Row(results[1], row), Row(results[2], row));
    }

    private static float[] Row(OrtValue value, int row)
    {
        var width = (int)value.GetTensorTypeAndShape().Shape[1];
        return value.GetTensorDataAsSpan<float>().Slice(row * width, width).ToArray();
    }
}

/// <summary>What the encoder makes of a sentence.</summary>
/// <param name="Acts">Log-probability of each act.</param>
/// <param name="Pillars">Log-odds of each pillar, were it a commitment.</param>
/// <param name="Force">Log-probability of each force, were it a pledge.</param>
internal sealed record EncoderReading(float[] Acts, float[] Pillars, float[] Force);
