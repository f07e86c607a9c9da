using System.Numerics;
using System.Numerics.Tensors;

namespace PledgeMiner.Classifying;

/// <summary>
/// A convolutional network over the pieces of a sentence's words and of what stands before it (Kim 2014, "Convolutional neural networks for sentence
/// classification"): one layer of detectors, each over a few pieces in a row, of which the strongest and the mean answer count. It needs neither parts of
/// speech nor entities, so that every sentence can be read before anything else is done to it. Shared by threads.
/// </summary>
public sealed class TextCnn
{
    private const string Model = "textcnn.safetensors";
    private const string Vocabulary = "vocab.txt";

    private readonly TextCnnWeights _weights;
    private readonly WordPieces _pieces;
    private readonly PieceAnswers?[] _answers;

    private TextCnn(TextCnnWeights weights, WordPieces pieces) => (_weights, _pieces, _answers) = (weights, pieces, new PieceAnswers[pieces.Count]);

    /// <summary>Loads a folder's weights and vocabulary.</summary>
    /// <exception cref="InvalidDataException">A file is missing or damaged.</exception>
    public static TextCnn Load(string folder)
    {
        if (Files(folder).FirstOrDefault(x => !File.Exists(x)) is { } missing)
            throw new InvalidDataException($"The model {missing} is missing: copy it from the program's own models, or name another folder.");
        var pieces = WordPieces.Load(Path.Combine(folder, Vocabulary));
        return new(TextCnnWeights.Load(Path.Combine(folder, Model), pieces.Count), pieces);
    }

    /// <summary>The files of a model's folder that a version is made of.</summary>
    public static IReadOnlyList<string> Files(string folder) => [Path.Combine(folder, Model), Path.Combine(folder, Vocabulary)];

    /// <summary>What every sentence of a document seems to be.</summary>
    public IReadOnlyList<NetReading> Read(Document document, IReadOnlyList<Sentence> sentences)
    {
        var inputs = new TextCnnInputs(document, sentences, _pieces);
        var title = new float[_weights.ContextWidth];
        Bag(inputs.Title, title);
        var readings = new NetReading[sentences.Count];
        var (strongest, sum) = (new short[_weights.Width], new int[_weights.Width]);
        for (var i = 0; i < readings.Length; i++)
        {
            Convolve(inputs.Own(i), strongest, sum);
            var pooled = new float[(2 * _weights.Width) + (3 * _weights.ContextWidth)];
            Pool(strongest, sum, 1 / PieceAnswers.Scale, 1 / (PieceAnswers.Scale * inputs.Own(i).Length), pooled);
            var bags = pooled.AsSpan(2 * _weights.Width);
            title.CopyTo(bags);
            Bag(inputs.LeadIn(i), bags.Slice(title.Length, title.Length));
            Bag(inputs.Before(i), bags[(2 * title.Length)..]);
            readings[i] = _weights.Judge(pooled);
        }
        return readings;
    }

    /// <summary>The strongest answer of each detector over all places, and the sum of its answers.</summary>
    private void Convolve(ReadOnlySpan<int> ids, short[] strongest, int[] sum)
    {
        Array.Clear(strongest);
        Array.Clear(sum);
        var (width, reach) = (_weights.Width, _weights.Kernel / 2);
        var window = new short[_weights.Kernel][];
        for (var place = 0; place < ids.Length; place++)
        {
            for (var step = 0; step < window.Length; step++)
            {
                var at = place + step - reach;
                window[step] = at >= 0 && at < ids.Length ? AnswersTo(ids[at]).Detectors : _weights.Silence;
            }
            // In one pass over the detectors: pass by pass the sums would wait for memory twice as long as they take.
            for (var i = 0; i < width; i += Vector<short>.Count)
            {
                var answer = new Vector<short>(_weights.Bias, i);
                for (var step = 0; step < window.Length; step++) answer += new Vector<short>(window[step], (step * width) + i);
                answer = Vector.Max(answer, Vector<short>.Zero);
                Vector.Max(answer, new Vector<short>(strongest, i)).CopyTo(strongest, i);
                Vector.Widen(answer, out var low, out var high);
                (low + new Vector<int>(sum, i)).CopyTo(sum, i);
                (high + new Vector<int>(sum, i + Vector<int>.Count)).CopyTo(sum, i + Vector<int>.Count);
            }
        }
    }

    /// <summary>Strongest and mean answers as numbers with a fraction.</summary>
    private static void Pool(short[] strongest, int[] sum, float step, float share, float[] pooled)
    {
        for (var i = 0; i < strongest.Length; i += Vector<short>.Count)
        {
            Vector.Widen(new Vector<short>(strongest, i), out var low, out var high);
            (Vector.ConvertToSingle(low) * step).CopyTo(pooled, i);
            (Vector.ConvertToSingle(high) * step).CopyTo(pooled, i + Vector<int>.Count);
        }
        for (var i = 0; i < sum.Length; i += Vector<int>.Count) (Vector.ConvertToSingle(new Vector<int>(sum, i)) * share).CopyTo(pooled, sum.Length + i);
    }

    /// <summary>The weighted mean of what pieces tell when they stand before a sentence.</summary>
    private void Bag(ReadOnlySpan<int> ids, Span<float> mean)
    {
        var weight = 1f;
        foreach (var id in ids)
        {
            var told = AnswersTo(id);
            TensorPrimitives.Add(mean, told.Context, mean);
            weight += told.Weight;
        }
        if (ids.Length > 0) TensorPrimitives.Divide(mean, weight, mean);
    }

    /// <summary>What each detector answers to a piece at each of its places, and what the piece tells as context: worked out once, when it is first met.</summary>
    private PieceAnswers AnswersTo(int id) => _answers[id] ??= _weights.AnswersTo(id);
}

/// <summary>What the network makes of a sentence; of one that it closes only the acts.</summary>
/// <param name="Acts">Log-probability of each act.</param>
/// <param name="Pillars">Log-odds of each pillar, were it a commitment.</param>
/// <param name="Force">Log-probability of each force, were it a pledge.</param>
/// <param name="Instruments">Log-odds of each instrument, were it a commitment.</param>
public sealed record NetReading(float[] Acts, float[] Pillars, float[] Force, float[] Instruments)
{
    /// <summary>Probability that it commits at all: pledge, refusal, delivery or demand.</summary>
    public double Commits => 1 - Math.Exp(Acts[(int)Act.None]);
}
