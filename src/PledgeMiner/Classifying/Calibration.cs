namespace PledgeMiner.Classifying;

/// <summary>Numbers fitted after training on 58 real documents (827 sentences), which nothing was trained on: they turn scores into decisions and honest probabilities.</summary>
internal static class Calibration
{
    /// <summary>
    /// Sentences that the network takes for a commitment with less probability than this are none, and are not looked at any further: 66% of the real sentences.
    /// Over all settings tried pledge F1 is 0.759 at 0.4, 0.761 here and 0.752 at 0.5.
    /// </summary>
    public const double Open = 0.45;

    /// <summary>
    /// The network's share in the acts that it and the linear models judge together. Average precision of pledges: the linear models alone 0.775, 0.4 of the network
    /// 0.809, 0.6 0.812, the network alone 0.789; on the corpus' dev part 0.873, 0.903, 0.909 and 0.896.
    /// </summary>
    public const double ActShare = 0.6;

    /// <summary>
    /// In documents about no known conflict 9% of the corpus' train sentences commit, in others 32%; the network does not see of whom a document speaks. On the real
    /// documents nothing changes from 0 to 2: they hold too few such documents to tell.
    /// </summary>
    private const double Elsewhere = 1;

    /// <summary>
    /// Commitments come in company: what the log-probability of none is lowered by for each share of the document's sentences that the network takes for commitments,
    /// beyond the usual share. At 0, 1, 2 and 2.5 pledge F1 was 0.748, 0.752, 0.778 and 0.778; on the corpus' dev part 0.803, 0.806, 0.800 and 0.800.
    /// </summary>
    private const double Company = 2.5, UsualShare = 0.3;

    /// <summary>
    /// What fits a pillar is likelier a commitment: what the log-probability of none is lowered by for each step of the likeliest pillar's log-odds beyond the usual.
    /// Average precision of pledges at 0, 0.1, 0.2, 0.3 and 0.5 0.815, 0.820, 0.824, 0.825, 0.825; on the corpus' dev part 0.909, 0.910, 0.911, 0.911, 0.910.
    /// </summary>
    private const double Fit = 0.15, UsualFit = 1;

    /// <summary>
    /// What it is raised by where the aggressor promises or is called on. Of 17 such sentences of the real documents and of the corpus' train and dev parts that would
    /// be taken for commitments 13 are none, and so are the 10 others; pledge F1 and acts macro-F1 on the real documents without it 0.781 and 0.585, with it 0.787 and 0.596.
    /// </summary>
    public const double Aggressors = 3;

    /// <summary>
    /// A document commits nothing where its surest commitment has less probability than the first, and with the mean of all its sentences less than the second: in a
    /// quiet document those that are half sure are mostly wrong. Without a commitment the surest two of 19 real documents have 0.95 and 0.86, with their mean 1.18 and 1.08.
    /// Pledge F1 and acts macro-F1 by the surest alone at 0.94, 0.95, 0.96 and 0.98 0.76 and 0.55, 0.77 and 0.52, 0.77 and 0.53, 0.72 and 0.48; with the mean too
    /// 0.777 and 0.58, with 0 false commitments in a hundred sentences of documents without any from 0.96 on, else 1; on the corpus' dev part 0.82 and 0.70 with 0.8.
    /// </summary>
    private const double Sure = 0.96, Loud = 1.2;

    /// <summary>Fewer sentences than this tell too little of what a document is about; every document that was trained or fitted on has more.</summary>
    private const int ShortDocument = 5;

    /// <summary>What the log-probability of none is raised by in a short document: each real sentence by itself has pledge F1 0.698 and act macro-F1 0.56 with it, 0.679 at -1.25, 0.688 at -0.5.</summary>
    private const double Lone = -0.75;

    /// <summary>What the log-probability of none is raised by, for what the network does not see of a document.</summary>
    /// <param name="readings">Of all sentences.</param>
    public static double NonePrior(DocumentContext context, IReadOnlyList<NetReading> readings) =>
        IsShort(context.Sentences) ? Lone : (context.Conflict is null ? Elsewhere : 0) + (Company * (UsualShare - readings.Average(x => x.Commits)));

    /// <summary>What it is raised by for a sentence, by its likeliest pillar's log-odds.</summary>
    public static double NonePrior(double pillar) => Fit * (UsualFit - pillar);

    /// <summary>
    /// Clauses count as deeds of their own where each commits with at least this probability. At 0.8, 0.9 and 0.95, of 125 sentences of the corpus' train part that are
    /// labelled with several deeds 33, 24 and 18 are told apart, 28, 21 and 16 of them into the acts labelled; of 4,505 with one 70, 41 and 30 are, of which every
    /// second, read again, does speak of two.
    /// </summary>
    public const double ToldApart = 0.9;

    /// <summary>
    /// Added to the log-odds that a sentence by itself promises anything. At 0, 0.5, 1 and 1.5 a writer's summit sentences that were left out have F1 0.876, 0.898, 0.914
    /// and 0.918 (recall 0.81 to 0.92), another's press releases 0.671, 0.671, 0.682 and 0.685, by an earlier form that learnt from fewer sentences.
    /// </summary>
    public const double LoneShift = 1.5;

    /// <summary>Whether a text may be nobody's document: too short to tell what it is about and without a title or publisher that would, or without any of title, publisher and date.</summary>
    public static bool MayBeAlone(Document document, IReadOnlyList<Sentence> sentences) =>
        IsShort(sentences) && (document.Title is null || document.Publisher is null) || document is { Title: null, Publisher: null, Published: null };

    /// <summary>Whether it is: a long text that names the sides of a conflict often enough is about that.</summary>
    public static bool IsAlone(DocumentContext context) =>
        MayBeAlone(context.Document, context.Sentences) && (IsShort(context.Sentences) || context.Actors.SidesNamed < SidesNamed * context.Sentences.Count);

    /// <summary>A text about a conflict names its sides in so many of its sentences at least: 13 of the 58 real documents in fewer, the other 45 in more than 0.14 of them.</summary>
    private const double SidesNamed = 0.1;

    private static bool IsShort(IReadOnlyList<Sentence> sentences) => sentences.Count < ShortDocument;

    /// <param name="commits">Each open sentence's probability to commit.</param>
    public static bool IsQuiet(DocumentContext context, IReadOnlyCollection<double> commits) =>
        !IsShort(context.Sentences) && !IsAlone(context) && commits.DefaultIfEmpty().Max() is var surest && surest < Sure && surest + (commits.Sum() / context.Sentences.Count) < Loud;

    /// <summary>
    /// The network's share in pillars and force. Pillars' micro- and macro-F1 and force accuracy at 0.3, 0.4, 0.5, 0.6 and 0.7 0.836, 0.753, 0.81; 0.833, 0.749, 0.83; 0.840,
    /// 0.758, 0.83; 0.843, 0.764, 0.81; 0.848, 0.767, 0.82; on the corpus' dev part 0.83, 0.84, 0.84; 0.84, 0.85, 0.84; 0.86, 0.86, 0.84; 0.85, 0.85, 0.83; 0.84, 0.85, 0.82.
    /// </summary>
    public const double SortingShare = 0.5;

    /// <summary>
    /// Added to the log-probability of pledge, refusal, delivery, demand and none before the likeliest is chosen. Over all settings tried pledge F1 is 0.764, 0.760
    /// and 0.749 at -0.4, -0.2 and 0 for pledge, acts macro-F1 0.565, 0.556 and 0.545; 0.2 to 0.4 for delivery and 0.4 to 0.8 for demand change either by less than 0.006.
    /// </summary>
    public static readonly double[] ActBias = [-0.4, 0, 0.4, 0.4, 0];

    /// <summary>
    /// Log-odds of an act by its sentence alone, before priors and bias, times the first, the likeliest pillar's log-odds times the second, and its act's offset are the
    /// log-odds that it is right. Expected calibration error 0.03 and AUROC 0.76; where each eighth of the documents is judged by numbers fitted on the others, 0.1 and
    /// 0.72. Without the pillar AUROC is 0.73 and 0.70, with the priors 0.76 and 0.72; on the corpus' dev part 0.84 (0.06).
    /// </summary>
    private const double ActSlope = 0.55, PillarSlope = 0.2;

    private static readonly double[] Offsets = [0, -0.9, -0.2, -0.2, 0];

    /// <summary>A pillar holds from this probability on; the likeliest always. Macro-F1 on real pledges at 0.4, 0.45, 0.5 and 0.6 0.754, 0.758, 0.734 and 0.732; on the corpus' dev part 0.86 at all.</summary>
    public const double PillarThreshold = 0.45;

    /// <summary>
    /// The network's share in an instrument's log-odds, and those from which it holds where a word names it, and where none does. F1 of instruments on the corpus' dev part and on
    /// 96 documents, each writer's judged by models that learnt from the others too: words and the network 0.803 and 0.771; with a share of 0.2, 0.4 and 0.5 at -2.5 and -1
    /// 0.825 and 0.787, 0.825 and 0.796, 0.820 and 0.793; with 0.4 at -1.5 and -0.5 0.813 and 0.785.
    /// </summary>
    public const double InstrumentShare = 0.4, NamedInstrument = -2.5, UnnamedInstrument = -1;

    /// <summary>
    /// Log-odds from which a pledge hangs on what may be its condition. F1 on 96 documents from which no model had learnt, though some words that open a condition come from their errors, on the corpus' dev part and on train, each quarter
    /// judged by models of the rest: as the finder takes them 0.746, 0.797 and 0.687, at -0.7 0.809, 0.813 and 0.694, at -0.4 0.818, 0.797 and 0.693, at 0 0.807, 0.807 and 0.693.
    /// On real pledges (ten cases) at -0.7 and -0.4 0.800 and 0.737.
    /// </summary>
    public const double Hangs = -0.7;

    /// <summary>
    /// Log-odds of the pillar of renewed aggression from which an attack is a condition that words name, and one that none does. Conditions' F1 on real pledges (ten cases)
    /// and on the corpus' dev part (105) with words alone 0.700 and 0.804, at -1 and 0.5 0.778 and 0.814, at -1 and 0 0.737 and 0.814, at 0 and 0 0.737 and 0.812.
    /// </summary>
    public const double NamedAttack = -1, UnnamedAttack = 0.5;

    /// <summary>
    /// Log-odds from which a count is what the deed gives: where the finders have no doubt, and where they have. Quantities' F1 on 676 documents of train, each quarter
    /// judged by models of the rest, and on the corpus' dev part at -0.4 and -0.4 0.837 and 0.840, at -0.7 and 0 0.838 and 0.845, by the finders alone 0.828 and 0.862.
    /// </summary>
    public static double Given(Doubt doubts) => doubts == Doubt.None ? -0.7 : 0;

    /// <summary>
    /// The same of a date for when it is due, and of one that was told elsewhere. On the 676 documents and on 300 short ones by six writers, which no model learnt from, at
    /// -0.4, -1 and -1 0.783 and 0.899, at -1.5, -1 and -1.5 0.788 and 0.904, most of it in refusals; on the corpus' dev part 0.888 and 0.889.
    /// </summary>
    public static double IsDue(Doubt doubts) => doubts is Doubt.None or Doubt.Elsewhere ? -1.5 : -1;

    /// <summary>
    /// Log-odds from which somebody is one of those to act. Pledgers' F1 on real pledges and on the corpus' dev part as the finders take them 0.853 and 0.757, at 0.1 0.869 and
    /// 0.805; where the likeliest stands in for nobody, at -0.4, 0, 0.1 and 0.3 0.847 and 0.807, 0.874 and 0.806, 0.879 and 0.804, 0.883 and 0.799, but "we" of unknown authors
    /// becomes whom the document names most.
    /// </summary>
    public const double Acts = 0.1;

    /// <summary>
    /// Where a step of confidence begins, and how many of its judgements are right. 175 judged acts tell four steps apart, not a hundred: of 12, 38, 57 and 68 acts 0.33,
    /// 0.50, 0.72 and 0.91 were right. The scaling-binning calibrator (Kumar, Liang and Ma, Verified Uncertainty Calibration, 2019): the error of steps can be known, of a
    /// curve it cannot. Calibration error with the curve itself 0.035, in steps 0.02; drawing 139 documents from the 58 it is under 0.05 in 48% and 90% of draws.
    /// </summary>
    private static readonly (double From, double Right)[] Steps = [(0.8, 0.89), (0.6, 0.71), (0.4, 0.52), (0, 0.32)];

    /// <summary>What is kept of the curve within a step, so that a queue has an order: AUROC 0.764 with it, 0.751 without.</summary>
    private const double WithinStep = 0.05;

    /// <summary>How probable it is that an act is right, in four steps.</summary>
    /// <param name="acts">Probability of each act.</param>
    /// <param name="prior">What the log-probability of none was raised by in them.</param>
    /// <param name="pillar">The likeliest pillar's log-odds.</param>
    public static double Confidence(Act act, double[] acts, double prior, double pillar)
    {
        var (own, none) = (acts[(int)act], acts[(int)Act.None]);
        var odds = own / Math.Max(1 - own - none + (none * Math.Exp(-prior)), 1e-6);
        var curve = LinearModel.Sigmoid((ActSlope * Math.Log(Math.Max(odds, 1e-6))) + (PillarSlope * pillar) + Offsets[(int)act]);
        var step = Array.Find(Steps, x => curve >= x.From).Right;
        return step + (WithinStep * (curve - step));
    }
}
