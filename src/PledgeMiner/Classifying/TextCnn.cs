using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    private readonly PieceTable _table;

    private TextCnn(TextCnnWeights weights, WordPieces pieces) => (_weights, _pieces, _table) = (weights, pieces, new(weights, pieces.Count));

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
    /// <param name="from">The first sentence that is asked for; those before it only stand before it.</param>
    public IReadOnlyList<NetReading> Read(Document document, IReadOnlyList<Sentence> sentences, int from = 0)
    {
        var inputs = new TextCnnInputs(document, sentences, _pieces);
        var readings = new NetReading[sentences.Count - from];
        var whole = Calibration.MayBeAlone(document, sentences);
        var pooled = new float[(2 * _weights.Width) + (3 * _weights.ContextWidth)];
        var bags = pooled.AsSpan(2 * _weights.Width);
        Bag(inputs.Title, bags[.._weights.ContextWidth]);
        for (var i = 0; i < readings.Length; i++)
        {
            Convolve(inputs.Own(from + i), pooled);
            Bag(inputs.LeadIn(from + i), bags.Slice(_weights.ContextWidth, _weights.ContextWidth));
            Bag(inputs.Before(from + i), bags[(2 * _weights.ContextWidth)..]);
            readings[i] = _weights.Judge(pooled, whole);
        }
        return readings;
    }

    /// <summary>The strongest answer of each detector over all places, and after these the mean of its answers.</summary>
    private void Convolve(ReadOnlySpan<int> ids, float[] pooled)
    {
        _table.Meet(ids);
        _table.Fetch(ids);
        for (var group = 0; group < _weights.Width / PieceTable.Lanes; group++)
        {
            var (bias, at) = (_weights.BiasOf(group), group * PieceTable.Lanes);
            var (strongest, sum) = (Vector512<short>.Zero, Vector512<ushort>.Zero);
            // Places that the pieces so far have answered for in part: the oldest is whole once the next piece has answered.
            var (oldest, older, newer, newest) = (bias, bias, bias, bias);
            for (var i = 0; i < ids.Length + TextCnnWeights.Reach; i++)
            {
                Vector512<short> whole;
                if (i < ids.Length)
                {
                    ref readonly var answers = ref _table.Answers(ids[i], group);
                    whole = oldest + Widened(in answers, 4);
                    (oldest, older, newer, newest) = (older + Widened(in answers, 3), newer + Widened(in answers, 2), newest + Widened(in answers, 1), bias + Widened(in answers, 0));
                }
                else
                {
                    (whole, oldest) = (oldest, older);
                }
                if (i < TextCnnWeights.Reach) continue;
                whole = Vector512.Max(whole, Vector512<short>.Zero);
                strongest = Vector512.Max(strongest, whole);
                sum += whole.AsUInt16();
            }
            Pool(strongest.AsUInt16(), at, 1);
            Pool(sum, _weights.Width + at, 1f / ids.Length);

            void Pool(Vector512<ushort> told, int to, float share)
            {
                var (low, high) = Vector512.Widen(told);
                var half = PieceTable.Lanes / 2;
                (Vector512.ConvertToSingle(low.AsInt32()) * Vector512.Create(_weights.Steps, at) * share).CopyTo(pooled, to);
                (Vector512.ConvertToSingle(high.AsInt32()) * Vector512.Create(_weights.Steps, at + half) * share).CopyTo(pooled, to + half);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Widened(ref readonly sbyte answers, int place) =>
        Vector512.WidenLower(Vector256.LoadUnsafe(in answers, (nuint)(place * PieceTable.Lanes)).ToVector512Unsafe());

    /// <summary>The weighted mean of what pieces tell when they stand before a sentence.</summary>
    private void Bag(ReadOnlySpan<int> ids, Span<float> mean)
    {
        _table.Meet(ids);
        mean.Clear();
        var weight = 1f;
        foreach (var id in ids)
        {
            TensorPrimitives.Add(mean, _table.Told(id), mean);
            weight += _table.Weight(id);
        }
        TensorPrimitives.Divide(mean, weight, mean);
    }
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

    /// <summary>In a text that may be nobody's document: probability that the sentence promises anything, whatever it is about; else null.</summary>
    public double? Pledges { get; init; }

    /// <summary>Whether it may commit, so that it is worth a closer look.</summary>
    public bool IsOpen => Commits >= Calibration.Open || Pledges >= Calibration.Open;
}
