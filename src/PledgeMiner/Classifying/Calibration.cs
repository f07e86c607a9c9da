namespace PledgeMiner.Classifying;

/// <summary>Numbers fitted after training on 58 real documents (827 sentences), which nothing was trained on: they turn scores into decisions and honest probabilities.</summary>
internal static class Calibration
{
    /// <summary>
    /// Sentences that the linear models take for a commitment with less probability than this are none, and the encoder does not read them: 56% of the real
    /// sentences. No figure of the acts changes up to here; at 0.12 one pledge more is lost.
    /// </summary>
    public const double Doubt = 0.08;

    /// <summary>
    /// The encoder's share in the acts that it and the linear models judge together. Average precision of pledges: linear alone 0.738, 0.5 of the encoder 0.827,
    /// 0.6 0.830, 0.7 0.826, the encoder alone 0.797.
    /// </summary>
    public const double ActShare = 0.6;

    /// <summary>
    /// The encoder does not see of whom a document speaks. In documents about no known conflict 9% of the corpus' train sentences commit, in others 32%: log-odds
    /// 1.6 apart, of which its share is 1.0. From 1.0 to 2.0 pledge F1 0.75 (without 0.74) and 2.1 to 2.8 false commitments in a hundred sentences (without 3.5).
    /// </summary>
    private const double Elsewhere = 1.3;

    /// <summary>
    /// A document none of whose sentences commits with at least this probability commits nothing: commitments come in company, and in a quiet document those
    /// that are half sure are mostly wrong. At 0, 0.80, 0.85 and 0.90 pledge F1 is 0.75, 0.77, 0.78 and 0.76, with 3.2, 2.1, 0 and 0 false commitments in a
    /// hundred sentences of documents without any; on the corpus' dev part 0.84, 0.84, 0.85, 0.84 with 3.1, 1.6, 1.0, 1.0.
    /// </summary>
    private const double Quiet = 0.85;

    /// <summary>Fewer sentences than this tell too little of what a document is about; every document that was trained or fitted on has more.</summary>
    private const int ShortDocument = 5;

    public static bool IsShort(DocumentContext context) => context.Sentences.Count < ShortDocument;

    /// <summary>What the log-probability of none is raised by in a short document: each real sentence by itself has pledge F1 0.72 and act macro-F1 0.58 with it, 0.70 and 0.55 without.</summary>
    private const double Lone = -0.75;

    /// <summary>What the log-probability of none is raised by, for what the encoder does not see of a document.</summary>
    public static double NonePrior(DocumentContext context) => IsShort(context) ? Lone : context.Conflict is null ? Elsewhere : 0;

    /// <param name="probabilities">Of each act, for every sentence that the encoder read: headings commit nobody.</param>
    public static bool IsQuiet(DocumentContext context, IEnumerable<double[]> probabilities) =>
        !IsShort(context) && probabilities.All(x => 1 - x[(int)Act.None] < Quiet);

    /// <summary>The encoder's share in pillars and force. Pillars' micro- and macro-F1 and force accuracy: 0 0.83, 0.73, 0.88; 0.5 0.88, 0.80, 0.87; 1 0.85, 0.77, 0.82.</summary>
    public const double SortingShare = 0.5;

    /// <summary>
    /// Added to the log-probability of pledge, refusal, delivery, demand and none before the likeliest is chosen.
    /// Each lies on a plateau: pledge -0.5 to -0.1 (F1 0.77 to 0.78, at -0.6 and 0.1 0.76), delivery 0.2 to 0.4, demand 0 to 0.4.
    /// </summary>
    public static readonly double[] ActBias = [-0.25, 0, 0.2, 0.3, 0];

    /// <summary>
    /// Log-odds of an act before the bias, times this, plus its act's offset, are the log-odds that it is right.
    /// Expected calibration error 0.02 and AUROC 0.78; where each eighth of the documents is judged by numbers fitted on the others, 0.06 and 0.75.
    /// </summary>
    private const double Slope = 1.05;

    private static readonly double[] Offsets = [-0.3, -0.4, 0.4, 0, 0];

    /// <summary>A pillar holds from this probability on; the likeliest always. Micro-F1 on real pledges at 0.5 0.877, at 0.55 0.884, at 0.6 0.883.</summary>
    public const double PillarThreshold = 0.55;

    /// <summary>How probable it is that an act judged with a probability is right.</summary>
    public static double Confidence(Act act, double probability)
    {
        var p = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return LinearModel.Sigmoid((Slope * Math.Log(p / (1 - p))) + Offsets[(int)act]);
    }
}
