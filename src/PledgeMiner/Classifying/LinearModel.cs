using System.Runtime.Intrinsics;

namespace PledgeMiner.Classifying;

/// <summary>A weight for each feature and label, and a bias for each label: what ML.NET trained, ready to be added up.</summary>
internal sealed class LinearModel
{
    /// <summary>So few labels are added up one by one: filled up to whole vectors they would take several times the memory.</summary>
    private const int Few = 5;

    // A feature's weights lie side by side, filled up to whole vectors: looking them up waits for memory once and adds them at once.
    private readonly float[] _weights;
    private readonly float[] _biases;
    private readonly int _stride;

    /// <param name="weights">By label, each as long as the vectors.</param>
    /// <param name="biases">By label.</param>
    public LinearModel(IReadOnlyList<IReadOnlyList<float>> weights, IReadOnlyList<float> biases)
    {
        _stride = biases.Count <= Few ? biases.Count : (biases.Count + Vector512<float>.Count - 1) / Vector512<float>.Count * Vector512<float>.Count;
        _biases = [.. biases, .. new float[_stride - biases.Count]];
        Labels = biases.Count;
        _weights = new float[weights[0].Count * _stride];
        for (var label = 0; label < Labels; label++)
        {
            var column = weights[label];
            for (var i = 0; i < column.Count; i++) _weights[(i * _stride) + label] = column[i];
        }
    }

    public int Labels { get; }

    /// <summary>How much more a feature speaks for one of the first labels than for the others of them; 0 where it does not speak for it.</summary>
    public float Lead(int index, int label, int labels)
    {
        var weights = _weights.AsSpan(index * _stride, labels);
        var own = weights[label];
        if (own <= 0) return 0;
        var rival = float.NegativeInfinity;
        for (var other = 0; other < weights.Length; other++) if (other != label) rival = Math.Max(rival, weights[other]);
        return own - rival;
    }

    /// <summary>Several models over the same vectors as one: a feature's weights in all of them are looked up at once.</summary>
    public static LinearModel Join(IReadOnlyList<LinearModel> models) =>
        new([.. models.SelectMany(x => Enumerable.Range(0, x.Labels).Select(x.Column))], [.. models.SelectMany(x => x._biases.Take(x.Labels))]);

    private float[] Column(int label) => [.. Enumerable.Range(0, _weights.Length / _stride).Select(x => _weights[(x * _stride) + label])];

    /// <summary>The raw score of each label for a sparse vector.</summary>
    public double[] Scores(ReadOnlySpan<int> indices, ReadOnlySpan<float> values)
    {
        var scores = new double[Labels];
        if (Labels <= Few)
        {
            for (var k = 0; k < Labels; k++) scores[k] = _biases[k];
            for (var i = 0; i < indices.Length; i++)
            {
                for (var k = 0; k < Labels; k++) scores[k] += _weights[(indices[i] * _stride) + k] * values[i];
            }
            return scores;
        }
        Span<float> sums = stackalloc float[Vector512<float>.Count];
        for (var first = 0; first < Labels; first += sums.Length)
        {
            var sum = Vector512.Create(_biases, first);
            for (var i = 0; i < indices.Length; i++) sum += Vector512.Create(_weights, (indices[i] * _stride) + first) * values[i];
            sum.CopyTo(sums);
            for (var k = 0; k < sums.Length && first + k < Labels; k++) scores[first + k] = sums[k];
        }
        return scores;
    }

    /// <summary>The raw score of one label for features that count alike.</summary>
    public double Score(ReadOnlySpan<int> indices, int label)
    {
        double score = _biases[label];
        foreach (var index in indices) score += _weights[(index * _stride) + label];
        return score;
    }

    /// <summary>Scores to probabilities that add up to one.</summary>
    public static void Softmax(Span<double> scores)
    {
        var max = double.NegativeInfinity;
        foreach (var x in scores) max = Math.Max(max, x);
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++) sum += scores[i] = Math.Exp(scores[i] - max);
        for (var i = 0; i < scores.Length; i++) scores[i] /= sum;
    }

    public static double Sigmoid(double score) => 1 / (1 + Math.Exp(-score));
}
