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

    /// <summary>
    /// What the encoder makes of a sentence laid out by <see cref="EncoderInputs"/>. One at a time: what flows between its layers is rounded by the largest value
    /// in a batch, so that a sentence would be read a little differently in other company; 32 at once would save a quarter of the time.
    /// </summary>
    internal EncoderReading Read(EncoderInput input)
    {
        long[] shape = [1, input.Ids.Count];
        var (ids, segments, mask) = (new long[input.Ids.Count], new long[input.Ids.Count], new float[input.Ids.Count]);
        for (var i = 0; i < ids.Length; i++) (ids[i], segments[i], mask[i]) = (input.Ids[i], i < input.Own ? 0 : 1, 1);
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var segmentsValue = OrtValue.CreateTensorValueFromMemory(segments, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var run = new RunOptions();
        using var results = _session.Run(run, Inputs, [idsValue, segmentsValue, maskValue], Outputs);
        return new(results[0].GetTensorDataAsSpan<float>().ToArray(), results[1].GetTensorDataAsSpan<float>().ToArray(), results[2].GetTensorDataAsSpan<float>().ToArray());
    }

    /// <summary>Lays out a document's sentences.</summary>
    internal EncoderInputs InputsOf(DocumentContext context) => new(context, _pieces);
}

/// <summary>What the encoder makes of a sentence.</summary>
/// <param name="Acts">Log-probability of each act.</param>
/// <param name="Pillars">Log-odds of each pillar, were it a commitment.</param>
/// <param name="Force">Log-probability of each force, were it a pledge.</param>
internal sealed record EncoderReading(float[] Acts, float[] Pillars, float[] Force);
