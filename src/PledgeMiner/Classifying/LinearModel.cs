namespace PledgeMiner.Classifying;

/// <summary>A weight for each feature and label, and a bias for each label: what ML.NET trained, ready to be added up.</summary>
internal sealed class LinearModel
{
    // A feature's weights lie side by side: looking one up waits for memory once, not once for each label.
    private readonly float[] _weights;
    private readonly float[] _biases;

    /// <param name="weights">By label, each as long as the vectors.</param>
    /// <param name="biases">By label.</param>
    public LinearModel(IReadOnlyList<IReadOnlyList<float>> weights, IReadOnlyList<float> biases)
    {
        _biases = [.. biases];
        _weights = new float[weights[0].Count * Labels];
        for (var label = 0; label < Labels; label++)
        {
            var column = weights[label];
            for (var i = 0; i < column.Count; i++) _weights[(i * Labels) + label] = column[i];
        }
    }

    public int Labels => _biases.Length;

    public float WeightOf(int index, int label) => _weights[(index * Labels) + label];

    /// <summary>Several models of one label each over the same vectors as one.</summary>
    public static LinearModel Join(IReadOnlyList<LinearModel> models) =>
        new([.. models.Select(x => x._weights)], [.. models.Select(x => x._biases[0])]);

    /// <summary>The raw score of each label.</summary>
    public double[] Scores(FeatureVector vector)
    {
        var scores = new double[Labels];
        for (var label = 0; label < scores.Length; label++) scores[label] = _biases[label];
        for (var i = 0; i < vector.Indices.Length; i++)
        {
            var weights = _weights.AsSpan(vector.Indices[i] * scores.Length, scores.Length);
            var value = vector.Values[i];
            for (var label = 0; label < weights.Length; label++) scores[label] += weights[label] * value;
        }
        return scores;
    }

    /// <summary>The probability of each label.</summary>
    public double[] Probabilities(FeatureVector vector)
    {
        var scores = Scores(vector);
        Softmax(scores);
        return scores;
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
