using System.Numerics;
using System.Numerics.Tensors;

namespace PledgeMiner.Classifying;

/// <summary>The network's weights, as models/textcnn-en/train.py wrote them.</summary>
internal sealed class TextCnnWeights
{
    private readonly float[] _words;
    private readonly Layer _convolution, _context, _gate, _hidden, _act, _pillars, _force, _instruments;

    private TextCnnWeights(IReadOnlyDictionary<string, float[]> tensors)
    {
        Layer Of(string name) => new(tensors[$"{name}.weight"], tensors[$"{name}.bias"]);
        _words = tensors["words"];
        (_convolution, _context, _gate, _hidden) = (Of("convolution"), Of("context"), Of("gate"), Of("hidden"));
        (Bias, Silence) = ([.. _convolution.Bias.Select(PieceAnswers.Whole)], new short[_convolution.Weight.Length / _context.Inputs]);
        (_act, _pillars, _force, _instruments) = (Of("act"), Of("pillars"), Of("force"), Of("instruments"));
    }

    /// <summary>How many detectors there are.</summary>
    public int Width => _convolution.Outputs;

    /// <summary>How many numbers a piece of what stands before a sentence tells.</summary>
    public int ContextWidth => _context.Outputs;

    /// <summary>Over how many pieces a detector reaches.</summary>
    public int Kernel => _convolution.Inputs / _context.Inputs;

    /// <summary>What a detector answers before any piece is seen.</summary>
    public short[] Bias { get; }

    /// <summary>The answers where there is no piece.</summary>
    public short[] Silence { get; }

    /// <param name="pieces">Of how many pieces the vocabulary is.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or of another vocabulary.</exception>
    public static TextCnnWeights Load(string file, int pieces)
    {
        var tensors = SafeTensors.Load(file);
        try
        {
            var weights = new TextCnnWeights(tensors);
            if (weights._words.Length == pieces * weights._context.Inputs && weights._hidden.Inputs == (2 * weights.Width) + (3 * weights.ContextWidth) && weights.Width % Vector<short>.Count == 0) return weights;
        }
        catch (KeyNotFoundException)
        {
            // Told below, with what to do.
        }
        throw new InvalidDataException($"The model {file} is not of this program or not of its vocabulary: copy both again from the program's own models.");
    }

    public PieceAnswers AnswersTo(int id)
    {
        var size = _context.Inputs;
        var word = _words.AsSpan(id * size, size);
        var detectors = new short[Silence.Length];
        for (var i = 0; i < detectors.Length; i++)
            detectors[i] = PieceAnswers.Whole(TensorPrimitives.Dot(word, _convolution.Row(i % Width).Slice(i / Width * size, size)));
        var weight = (float)LinearModel.Sigmoid(_gate.Of(word)[0]);
        var context = _context.Of(word);
        TensorPrimitives.Max(context, 0, context);
        TensorPrimitives.Multiply(context, weight, context);
        return new(detectors, context, weight);
    }

    /// <summary>Judges a sentence.</summary>
    /// <param name="pooled">The detectors' strongest and mean answers, then what title, lead-in and the sentence before tell.</param>
    public NetReading Judge(ReadOnlySpan<float> pooled)
    {
        var hidden = _hidden.Of(pooled);
        TensorPrimitives.Max(hidden, 0, hidden);
        var acts = _act.Of(hidden);
        LogSoftmax(acts);
        var none = new NetReading(acts, [], [], []);
        if (none.Commits < Calibration.Doubt) return none;
        var force = _force.Of(hidden);
        LogSoftmax(force);
        return new(acts, _pillars.Of(hidden), force, _instruments.Of(pooled));
    }

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
}
