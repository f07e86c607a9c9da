namespace PledgeMiner.Classifying;

/// <summary>What the linear models and the network say together: means of their log-probabilities, in shares fitted in <see cref="Calibration"/>.</summary>
internal static class JointLook
{
    /// <summary>Probabilities that sum to one.</summary>
    /// <param name="linear">Of each label.</param>
    /// <param name="network">Log-probability of each label.</param>
    /// <param name="share">The network's, from 0 to 1.</param>
    /// <param name="last">What the last label's log-probability is raised by.</param>
    public static double[] Of(double[] linear, float[] network, double share, double last = 0)
    {
        var joint = new double[linear.Length];
        for (var i = 0; i < joint.Length; i++) joint[i] = Math.Exp(((1 - share) * Math.Log(Math.Max(linear[i], 1e-4))) + (share * network[i]));
        joint[^1] *= Math.Exp(last);
        var sum = joint.Sum();
        for (var i = 0; i < joint.Length; i++) joint[i] /= sum;
        return joint;
    }

    /// <summary>Log-odds of each pillar.</summary>
    public static double[] LogOdds(ReadOnlySpan<double> linear, float[] network, double share)
    {
        var joint = new double[linear.Length];
        for (var i = 0; i < joint.Length; i++) joint[i] = ((1 - share) * linear[i]) + (share * network[i]);
        return joint;
    }
}
