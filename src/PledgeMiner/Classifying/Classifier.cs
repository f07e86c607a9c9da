using Microsoft.ML;

namespace PledgeMiner.Classifying;

/// <summary>
/// Judges a document's sentences in two steps: the network reads each from its words alone and leaves most of them as none; those that stay open are judged
/// once their deeds are known, by the network and the linear models together: act, force and pillars, each with its probability and the reasons.
/// Immutable, shared by threads.
/// </summary>
public sealed class Classifier
{
    [ThreadStatic]
    private static FeatureCollector? t_features;

    private readonly FeatureRarity _rarity;
    private readonly LinearModel _linear;
    private readonly SlotLook _slots;
    private readonly LoneLook _lone;
    private readonly TextCnn _network;

    private Classifier(FeatureRarity rarity, LinearModel linear, SlotLook slots, LoneLook lone, TextCnn network, string version) =>
        (_rarity, _linear, _slots, _lone, _network, Version) = (rarity, linear, slots, lone, network, version);

    /// <summary>Which models judge: 12 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Loads the models of a folder written by <see cref="ClassifierTrainer"/>, and the network's.</summary>
    /// <exception cref="InvalidDataException">A model is missing or not one of ours.</exception>
    public static Classifier Load(string folder, string networkFolder)
    {
        string In(string name) => Path.Combine(folder, name);
        if (ModelNames.Files.Select(In).FirstOrDefault(x => !File.Exists(x)) is { } missing)
            throw new InvalidDataException($"The model {missing} is missing: run `train all`, or name another folder.");
        var ml = new MLContext();
        LinearModel Model(string name) => ModelFile.Load(ml, In(name));
        return new Classifier(FeatureRarity.Load(In(ModelNames.Rarity)), LinearModel.Join([.. ModelNames.Linear.Select(Model)]), new SlotLook(Model(ModelNames.Counts), Model(ModelNames.Dates), Model(ModelNames.Pledgers), Model(ModelNames.Conditions), LinearModel.Join([.. ModelNames.Instruments.Select(Model)])), new LoneLook(Model(ModelNames.Lone)),
            TextCnn.Load(networkFolder), ModelFile.VersionOf(ModelNames.Files.Select(In).Concat(TextCnn.Files(networkFolder))));
    }

    /// <summary>What every sentence seems to be from its words alone: they need not be tagged yet.</summary>
    public IReadOnlyList<NetReading> Read(Document document, IReadOnlyList<Sentence> sentences)
    {
        var readings = _network.Read(document, sentences);
        return Calibration.MayBeAlone(document, sentences) ? [.. readings.Select((x, i) => x with { Pledges = _lone.Pledges(document.Text.AsSpan(sentences[i].Span.Start, sentences[i].Span.Length)) })] : readings;
    }

    /// <summary>
    /// Whether a sentence may commit, so that it is worth to be tagged and searched. A heading alone commits nobody, the text below it does (guidelines, section 1);
    /// in a text of a line or two, or of lines alone, what looks like a heading may be all of it.
    /// </summary>
    public static bool IsOpen(Document document, Sentence sentence, NetReading reading) =>
        reading.IsOpen && (reading.Pledges is not null || document.Blocks[sentence.Block].Kind is not (BlockKind.Title or BlockKind.Heading));

    /// <summary>
    /// What the deeds are judged to be, in their order: one commitment a deed, or one for each of its clauses where these speak of several deeds. Their instruments
    /// are those that words and network agree on.
    /// </summary>
    /// <param name="deeds">Those of the open sentences, in text order.</param>
    /// <param name="readings">Of all sentences.</param>
    public IReadOnlyList<Commitment> Judge(Document document, IReadOnlyList<Sentence> sentences, IReadOnlyList<Deed> deeds, IReadOnlyList<NetReading> readings)
    {
        var context = new DocumentContext(document, sentences, deeds);
        if (readings.Any(x => x.Pledges is not null) && !Calibration.IsAlone(context)) readings = [.. readings.Select(x => x with { Pledges = null })];
        var prior = Calibration.NonePrior(context, readings);
        var (found, commits) = (new List<Commitment>(deeds.Count), new double[deeds.Count]);
        for (var i = 0; i < deeds.Count; i++)
        {
            var whole = Judge(context, deeds[i], readings[deeds[i].Sentence], prior, out commits[i]);
            if (whole.Judgement.Act.Label == Act.None) found.Add(whole);
            else found.AddRange(ToldApart(context, deeds[i], prior) ?? [whole]);
        }
        return Calibration.IsQuiet(context, commits) ? [.. deeds.Select((x, i) => new Commitment(x, NoneOf(1 - commits[i])))] : found;
    }

    private Commitment Judge(DocumentContext context, Deed deed, NetReading reading, double ofDocument, out double commits)
    {
        if (Weigh(context, deed, reading, ofDocument) is not { } weighed)
        {
            commits = reading.Commits;
            return new(deed, NoneOf(reading));
        }
        commits = weighed.Commits;
        var (act, linear, pillars) = (weighed.Act, weighed.Linear, weighed.Pillars);
        if (act == Act.None) return new(deed, NoneOf(1 - commits));
        var settled = _slots.Of(context, deed, act, reading.Instruments, pillars[(int)Pillar.RenewedAggression]) with { Clauses = [] };
        return new(settled, new(
            new(act, Calibration.Confidence(act, weighed.Acts, weighed.Prior, pillars.Max())),
            act == Act.Pledge ? Best<Force>(JointLook.Of(linear.Force, reading.Force, Calibration.SortingShare)) : null,
            PillarsOf(pillars),
            [Reasons.Of(reading, act), .. Reasons.Of(_linear, act, context, deed, t_features!)]));
    }

    /// <summary>What a deed is likely to do and to be about, its features still gathered; null where the network closes it.</summary>
    private Weighed? Weigh(DocumentContext context, Deed deed, NetReading reading, double ofDocument)
    {
        if (!reading.IsOpen) return null;
        var features = t_features ??= new();
        features.Clear();
        SentenceFeatures.Collect(features, context, deed);
        features.Weigh(_rarity, out var indices, out var values);
        var linear = new LinearScores(_linear.Scores(indices, values));
        var pillars = JointLook.LogOdds(linear.Pillars, reading.Pillars, Calibration.SortingShare);
        var prior = ofDocument + Calibration.NonePrior(pillars.Max());
        var acts = JointLook.Of(linear.Acts, reading.Acts, Calibration.ActShare, prior);
        if (reading.Pledges is { } pledges) acts = LoneLook.AtLeast(acts, pledges);
        var commits = 1 - acts[(int)Act.None];
        // How quiet the document is, the aggressor's part tells as well as others'.
        if (reading.Pledges is null && SidesLook.IsAggressors(context, deed)) acts = JointLook.Of(linear.Acts, reading.Acts, Calibration.ActShare, prior += Calibration.Aggressors);
        return new(linear, pillars, prior, acts, Best<Act>([.. acts.Select((x, k) => Math.Log(Math.Max(x, 1e-12)) + Calibration.ActBias[k])]).Label, commits);
    }

    /// <param name="Commits">Probability that it commits anybody, an aggressor included.</param>
    private readonly record struct Weighed(LinearScores Linear, double[] Pillars, double Prior, double[] Acts, Act Act, double Commits);

    /// <summary>The commitments of a deed's clauses, where several surely commit and differ in what they do or in who does it; else null.</summary>
    private List<Commitment>? ToldApart(DocumentContext context, Deed deed, double prior)
    {
        if (deed.Clauses.Count < 2) return null;
        Sentence[] parts = [.. context.Sentences.Take(deed.Sentence).TakeLast(1), .. deed.Clauses.Select(x => context.Sentences[deed.Sentence].Part(x.Span))];
        var readings = _network.Read(context.Document, parts, from: parts.Length - deed.Clauses.Count);
        var sure = new List<(int Clause, Act Act, IEnumerable<string> Pledgers)>();
        for (var i = 0; i < deed.Clauses.Count; i++)
        {
            // Too few are left for two.
            if (sure.Count + deed.Clauses.Count - i < 2) return null;
            if (Weigh(context, deed.Clauses[i], readings[i], prior) is { Act: not Act.None and var act, Commits: >= Calibration.ToldApart })
                sure.Add((i, act, _slots.PledgersOf(context, deed.Clauses[i], act).Select(x => x.Code).Distinct()));
        }
        var differ = sure.DistinctBy(x => x.Act).Count() > 1 || !sure.SelectMany(x => x.Pledgers).GroupBy(x => x).Any(x => x.Count() > 1);
        return sure.Count > 1 && differ ? sure.ConvertAll(x => Judge(context, deed.Clauses[x.Clause], readings[x.Clause], prior, out _)) : null;
    }

    /// <summary>The judgement of a sentence that is not open.</summary>
    public static Judgement NoneOf(NetReading reading) => NoneOf(1 - reading.Commits);

    private static Judgement NoneOf(double probability) => new(new(Act.None, probability), null, [], []);

    private static IReadOnlyList<Scored<Pillar>> PillarsOf(double[] scores)
    {
        var best = Array.IndexOf(scores, scores.Max());
        var held = scores.Select((x, i) => new Scored<Pillar>((Pillar)i, LinearModel.Sigmoid(x))).Where((x, i) => i == best || x.Score >= Calibration.PillarThreshold);
        return [.. held.OrderByDescending(x => x.Score)];
    }

    private static Scored<T> Best<T>(double[] probabilities) where T : struct, Enum
    {
        var best = 0;
        for (var i = 1; i < probabilities.Length; i++) if (probabilities[i] > probabilities[best]) best = i;
        return new(Labels.All<T>()[best], probabilities[best]);
    }
}
