namespace PledgeMiner.Classifying;

/// <summary>Numbers fitted after training on 58 real documents (827 sentences), which nothing was trained on: they turn scores into decisions and honest probabilities.</summary>
internal static class Calibration
{
    /// <summary>
    /// Sentences that the network takes for a commitment with less probability than this are none, and are not looked at any further: 68% of the real sentences.
    /// Up to 0.48 pledge F1 does not change, here it loses 0.005, at 0.55 0.014; acts macro-F1 loses 0.006 from 0.35 to here.
    /// </summary>
    public const double Doubt = 0.5;

    /// <summary>
    /// The network's share in the acts that it and the linear models judge together. Average precision of pledges: the linear models alone 0.786, 0.4 of the network
    /// 0.818, 0.6 0.815, 0.8 0.807, the network alone 0.789; on the corpus' dev part 0.871, 0.903, 0.909, 0.907 and 0.896.
    /// </summary>
    public const double ActShare = 0.6;

    /// <summary>
    /// In documents about no known conflict 9% of the corpus' train sentences commit, in others 32%; the network does not see of whom a document speaks. On the real
    /// documents nothing changes from 0 to 2: they hold too few such documents to tell.
    /// </summary>
    private const double Elsewhere = 1;

    /// <summary>
    /// Commitments come in company: what the log-probability of none is lowered by for each share of the document's sentences that the network takes for commitments,
    /// beyond the usual share. At 0, 1, 2 and 2.5 pledge F1 is 0.748, 0.752, 0.778 and 0.778; on the corpus' dev part 0.803, 0.806, 0.800 and 0.800.
    /// </summary>
    private const double Company = 2, UsualShare = 0.3;

    /// <summary>
    /// A document none of whose sentences commits with at least this probability commits nothing: in a quiet document those that are half sure are mostly wrong.
    /// At 0.85, 0.90, 0.94, 0.95 and 0.96 pledge F1 is 0.761, 0.767, 0.777, 0.778 and 0.764, acts macro-F1 0.60, 0.56, 0.55, 0.56 and 0.53, with 1.8, 1.8, 1.1, 0 and 0 false
    /// commitments in a hundred sentences of documents without any; on the corpus' dev part pledge F1 0.81, 0.81, 0.80, 0.80, 0.80 with 1.8, 1.3, 0.8, 0.8, 0.8.
    /// </summary>
    private const double Quiet = 0.95;

    /// <summary>Fewer sentences than this tell too little of what a document is about; every document that was trained or fitted on has more.</summary>
    private const int ShortDocument = 5;

    /// <summary>What the log-probability of none is raised by in a short document: each real sentence by itself has pledge F1 0.687 and act macro-F1 0.54 with it, 0.669 and 0.53 without.</summary>
    private const double Lone = -0.75;

    /// <summary>What the log-probability of none is raised by, for what the network does not see of a document.</summary>
    /// <param name="readings">Of all sentences.</param>
    public static double NonePrior(DocumentContext context, IReadOnlyList<NetReading> readings) =>
        IsShort(context) ? Lone : (context.Conflict is null ? Elsewhere : 0) + (Company * (UsualShare - readings.Average(x => x.Commits)));

    /// <param name="commits">Each open sentence's probability to commit.</param>
    public static bool IsQuiet(DocumentContext context, IEnumerable<double> commits) => !IsShort(context) && commits.All(x => x < Quiet);

    private static bool IsShort(DocumentContext context) => context.Sentences.Count < ShortDocument;

    /// <summary>The network's share in pillars and force. Pillars' micro- and macro-F1 and force accuracy: 0 0.80, 0.69, 0.84; 0.4 0.82, 0.72, 0.86; on the corpus' dev part 0.79, 0.80, 0.81; 0.82, 0.83, 0.81.</summary>
    public const double SortingShare = 0.4;

    /// <summary>
    /// Added to the log-probability of pledge, refusal, delivery, demand and none before the likeliest is chosen.
    /// Pledge F1 at -0.4, -0.2, 0 and 0.2 is 0.762, 0.778, 0.775 and 0.763; delivery at 0, 0.2 and 0.4 0.42, 0.47, 0.46; demand at 0.2, 0.4, 0.6 and 0.8 0.36, 0.39, 0.43, 0.42,
    /// on the corpus' dev part 0.73, 0.72, 0.70, 0.67.
    /// </summary>
    public static readonly double[] ActBias = [-0.2, 0, 0.2, 0.6, 0];

    /// <summary>
    /// Log-odds of an act before the bias, times this, plus its act's offset, are the log-odds that it is right.
    /// Expected calibration error 0.04 and AUROC 0.72; where each eighth of the documents is judged by numbers fitted on the others, 0.05 and 0.70.
    /// </summary>
    private const double Slope = 0.57;

    private static readonly double[] Offsets = [0.1, -0.5, 0.35, 0, 0];

    /// <summary>A pillar holds from this probability on; the likeliest always. Micro-F1 on real pledges at 0.5 0.854, at 0.55 0.857; on the corpus' dev part 0.83 at 0.45 to 0.6.</summary>
    public const double PillarThreshold = 0.55;

    /// <summary>
    /// Log-odds from which an instrument holds that a word names, and one that none does. F1 on 168 documents of train whose instruments the network had not learnt:
    /// words alone 0.732, the network alone 0.723, together 0.773; 1 more or less of both 0.765 to 0.771.
    /// </summary>
    public const float NamedInstrument = -3, UnnamedInstrument = 0;

    /// <summary>How probable it is that an act judged with a probability is right.</summary>
    public static double Confidence(Act act, double probability)
    {
        var p = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return LinearModel.Sigmoid((Slope * Math.Log(p / (1 - p))) + Offsets[(int)act]);
    }
}
