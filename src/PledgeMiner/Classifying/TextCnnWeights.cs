using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace PledgeMiner.Classifying;

/// <summary>The network's weights, as models/textcnn-en/train.py wrote them.</summary>
internal sealed class TextCnnWeights
{
    /// <summary>Over how many pieces a detector reaches, and over how many on either side.</summary>
    public const int Kernel = 5, Reach = Kernel / 2;

    private readonly float[] _words;
    private readonly short[] _bias;
    private readonly NarrowLayer _hidden;
    private readonly Layer _convolution, _context, _gate, _act, _pillars, _force, _instruments;

    private TextCnnWeights(IReadOnlyDictionary<string, float[]> tensors)
    {
        Layer Of(string name) => new(tensors[$"{name}.weight"], tensors[$"{name}.bias"]);
        _words = tensors["words"];
        (_convolution, _context, _gate, _hidden) = (Of("convolution"), Of("context"), Of("gate"), new(Of("hidden")));
        Steps = tensors["steps"];
        _bias = [.. _convolution.Bias.Zip(Steps, (bias, step) => (short)MathF.Round(bias / step))];
        (_act, _pillars, _force, _instruments) = (Of("act"), Of("pillars"), Of("force"), Of("instruments"));
    }

    /// <summary>How many detectors there are.</summary>
    public int Width => _convolution.Outputs;

    /// <summary>How many numbers a piece of what stands before a sentence tells.</summary>
    public int ContextWidth => _context.Outputs;

    /// <summary>The whole step in which each detector answers: network.py takes it so that the answers to a piece fit a byte, and those of a sentence added up two.</summary>
    public float[] Steps { get; }

    /// <summary>What a group of detectors answers before any piece is seen.</summary>
    public Vector512<short> BiasOf(int group) => Vector512.Create(_bias, group * PieceTable.Lanes);

    /// <param name="pieces">Of how many pieces the vocabulary is.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or of another vocabulary.</exception>
    public static TextCnnWeights Load(string file, int pieces)
    {
        var tensors = SafeTensors.Load(file);
        try
        {
            var weights = new TextCnnWeights(tensors);
            if (weights._words.Length == pieces * weights._context.Inputs && weights._convolution.Inputs == Kernel * weights._context.Inputs
                && weights._hidden.Inputs == (2 * weights.Width) + (3 * weights.ContextWidth) && weights.Width % PieceTable.Lanes == 0 && weights.Steps.Length == weights.Width) return weights;
        }
        catch (KeyNotFoundException)
        {
            // Told below, with what to do.
        }
        throw new InvalidDataException($"The model {file} is not of this program or not of its vocabulary: copy both again from the program's own models.");
    }

    /// <summary>Works out what every detector answers to a piece, in the order of <see cref="PieceTable.Answers"/>.</summary>
    public void Answer(int id, Span<sbyte> answers)
    {
        var word = WordOf(id);
        for (var i = 0; i < answers.Length; i++)
        {
            var (group, rest) = Math.DivRem(i, PieceTable.Lanes * Kernel);
            var (place, lane) = Math.DivRem(rest, PieceTable.Lanes);
            var detector = (group * PieceTable.Lanes) + lane;
            var answer = TensorPrimitives.Dot(word, _convolution.Row(detector).Slice(place * word.Length, word.Length));
            answers[i] = (sbyte)Math.Clamp(MathF.Round(answer / Steps[detector]), -sbyte.MaxValue, sbyte.MaxValue);
        }
    }

    /// <summary>Works out what a piece tells where it stands before a sentence, already weighed.</summary>
    /// <returns>Its weight.</returns>
    public float Tell(int id, Span<float> told)
    {
        var word = WordOf(id);
        var weight = (float)LinearModel.Sigmoid(_gate.Of(word)[0]);
        TensorPrimitives.Max(_context.Of(word), 0, told);
        TensorPrimitives.Multiply(told, weight, told);
        return weight;
    }

    /// <summary>Judges a sentence.</summary>
    /// <param name="pooled">The detectors' strongest and mean answers, then what title, lead-in and the sentence before tell.</param>
    /// <param name="whole">Whether pillars, force and instruments are wanted of a sentence that commits nobody too.</param>
    public NetReading Judge(ReadOnlySpan<float> pooled, bool whole)
    {
        Span<float> hidden = stackalloc float[_hidden.Outputs];
        _hidden.Of(pooled, hidden);
        TensorPrimitives.Max(hidden, 0, hidden);
        var acts = _act.Of(hidden);
        LogSoftmax(acts);
        var none = new NetReading(acts, [], [], []);
        if (!whole && none.Commits < Calibration.Open) return none;
        var force = _force.Of(hidden);
        LogSoftmax(force);
        return new(acts, _pillars.Of(hidden), force, _instruments.Of(pooled));
    }

    private ReadOnlySpan<float> WordOf(int id) => _words.AsSpan(id * _context.Inputs, _context.Inputs);

    private static void LogSoftmax(Span<float> scores)
    {
        var max = TensorPrimitives.Max(scores);
        var sum = 0.0;
        foreach (var x in scores) sum += Math.Exp(x - max);
        TensorPrimitives.Subtract(scores, max + (float)Math.Log(sum), scores);
    }

    /// <summary>A matrix, row by row, and what is added to each output.</summary>
    private sealed record Layer(float[] Weight, float[] Bias)
    {
        public int Outputs => Bias.Length;
        public int Inputs { get; } = Weight.Length / Bias.Length;

        public ReadOnlySpan<float> Row(int output) => Weight.AsSpan(output * Inputs, Inputs);

        public float[] Of(ReadOnlySpan<float> x)
        {
            var y = new float[Outputs];
            for (var i = 0; i < y.Length; i++) y[i] = Bias[i] + TensorPrimitives.Dot(x, Row(i));
            return y;
        }
    }

    /// <summary>A layer with so few outputs that all are added up at once, input by input: a third of the time of one product after the other.</summary>
    private sealed class NarrowLayer
    {
        private readonly float[] _columns, _bias;

        public NarrowLayer(Layer layer)
        {
            (_bias, _columns) = (layer.Bias, new float[layer.Weight.Length]);
            for (var i = 0; i < _columns.Length; i++) _columns[i] = layer.Weight[(i % Outputs * layer.Inputs) + (i / Outputs)];
        }

        public int Outputs => _bias.Length;
        public int Inputs => _columns.Length / Outputs;

        public void Of(ReadOnlySpan<float> x, Span<float> y)
        {
            var lanes = Vector512<float>.Count;
            for (var at = 0; at < y.Length; at += 4 * lanes)
            {
                // Four sums at once: each waits for its last addition.
                var (a, b, c, d) = (Vector512.Create(_bias, at), Vector512.Create(_bias, at + lanes), Vector512.Create(_bias, at + (2 * lanes)), Vector512.Create(_bias, at + (3 * lanes)));
                for (var i = 0; i < x.Length; i++)
                {
                    var told = Vector512.Create(x[i]);
                    ReadOnlySpan<float> column = _columns.AsSpan((i * y.Length) + at, 4 * lanes);
                    a += told * Vector512.Create(column);
                    b += told * Vector512.Create(column[lanes..]);
                    c += told * Vector512.Create(column[(2 * lanes)..]);
                    d += told * Vector512.Create(column[(3 * lanes)..]);
                }
                a.CopyTo(y[at..]);
                b.CopyTo(y[(at + lanes)..]);
                c.CopyTo(y[(at + (2 * lanes))..]);
                d.CopyTo(y[(at + (3 * lanes))..]);
            }
        }
    }
}
