namespace PledgeMiner.Classifying;

/// <summary>
/// Whether a sentence by itself promises anything, whatever its subject: where there is no document to tell of whom it speaks, what is in scope cannot be told
/// from what is not, and a promise counts as one. Immutable, shared by threads.
/// </summary>
internal sealed class LoneLook(LinearModel model)
{
    [ThreadStatic]
    private static FeatureCollector? t_features;

    /// <summary>Probability that it is a pledge.</summary>
    public double Pledges(ReadOnlySpan<char> sentence)
    {
        var features = t_features ??= new();
        features.Clear();
        LoneFeatures.Collect(features, sentence);
        var vector = features.ToUnit();
        return LinearModel.Sigmoid(model.Scores(vector.Indices, vector.Values)[0] + Calibration.LoneShift);
    }

    /// <summary>The acts' probabilities where the sentence is at least as sure to pledge as said: what is missing to that is taken from none.</summary>
    public static double[] AtLeast(double[] acts, double pledges)
    {
        var missing = pledges - (1 - acts[(int)Act.None]);
        if (missing <= 0) return acts;
        double[] raised = [.. acts];
        raised[(int)Act.Pledge] += missing;
        raised[(int)Act.None] -= missing;
        return raised;
    }
}
