namespace PledgeMiner.Classifying;

/// <summary>One weight vector and a bias for each label: what ML.NET trained, ready to be added up.</summary>
/// <param name="Weights">By label, each of <see cref="FeatureSpace.Size"/> weights.</param>
/// <param name="Biases">By label.</param>
internal sealed record LinearModel(float[][] Weights, float[] Biases)
{
    public int Labels => Biases.Length;

    /// <summary>The raw score of each label.</summary>
    public void Score(FeatureVector vector, Span<double> scores)
    {
        for (var label = 0; label < Labels; label++)
        {
            var weights = Weights[label];
            double sum = Biases[label];
            for (var i = 0; i < vector.Indices.Length; i++) sum += weights[vector.Indices[i]] * (double)vector.Values[i];
            scores[label] = sum;
        }
    }

    /// <summary>The probability of each label.</summary>
    public double[] Probabilities(FeatureVector vector)
    {
        var scores = new double[Labels];
        Score(vector, scores);
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
