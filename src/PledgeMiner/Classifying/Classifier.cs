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
    private readonly TextCnn _network;

    private Classifier(FeatureRarity rarity, IReadOnlyList<LinearModel> models, TextCnn network, string version) =>
        (_rarity, _linear, _network, Version) = (rarity, LinearModel.Join(models), network, version);

    /// <summary>Which models judge: 12 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Loads the models of a folder written by <see cref="ClassifierTrainer"/>, and the network's.</summary>
    /// <exception cref="InvalidDataException">A model is missing or not one of ours.</exception>
    public static Classifier Load(string folder, string networkFolder)
    {
        var files = ModelNames.Linear.Prepend(ModelNames.Rarity).Select(x => Path.Combine(folder, x)).ToList();
        if (files.Find(x => !File.Exists(x)) is { } missing)
            throw new InvalidDataException($"The model {missing} is missing: run `train all`, or name another folder.");
        var ml = new MLContext();
        var network = TextCnn.Load(networkFolder);
        return new Classifier(FeatureRarity.Load(files[0]), [.. files.Skip(1).Select(x => ModelFile.Load(ml, x))], network, ModelFile.VersionOf(files.Concat(TextCnn.Files(networkFolder))));
    }

    /// <summary>What every sentence seems to be from its words alone: they need not be tagged yet.</summary>
    public IReadOnlyList<NetReading> Read(Document document, IReadOnlyList<Sentence> sentences) => _network.Read(document, sentences);

    /// <summary>Whether a sentence may commit, so that it is worth to be tagged and searched. A heading alone commits nobody; the text below it does (guidelines, section 1).</summary>
    public static bool IsOpen(Document document, Sentence sentence, NetReading reading) =>
        reading.Commits >= Calibration.Doubt && document.Blocks[sentence.Block].Kind is not (BlockKind.Title or BlockKind.Heading);

    /// <summary>One judgement a deed, in their order.</summary>
    /// <param name="deeds">Those of the open sentences, in text order.</param>
    /// <param name="readings">Of all sentences.</param>
    public IReadOnlyList<Judgement> Judge(Document document, IReadOnlyList<Sentence> sentences, IReadOnlyList<Deed> deeds, IReadOnlyList<NetReading> readings)
    {
        var context = new DocumentContext(document, sentences);
        var features = t_features ??= new();
        var (judgements, commits) = (new Judgement[deeds.Count], new double[deeds.Count]);
        var ofDocument = Calibration.NonePrior(context, readings);
        for (var i = 0; i < deeds.Count; i++)
        {
            features.Clear();
            SentenceFeatures.Collect(features, context, deeds[i]);
            var linear = new LinearScores(_linear.Scores(features.ToVector(_rarity)));
            var reading = readings[deeds[i].Sentence];
            var pillars = JointLook.LogOdds(linear.Pillars, reading.Pillars, Calibration.SortingShare);
            var prior = ofDocument + Calibration.NonePrior(pillars.Max());
            var acts = JointLook.Of(linear.Acts, reading.Acts, Calibration.ActShare, prior);
            commits[i] = 1 - acts[(int)Act.None];
            var act = Best<Act>([.. acts.Select((x, k) => Math.Log(Math.Max(x, 1e-12)) + Calibration.ActBias[k])]).Label;
            judgements[i] = act == Act.None ? NoneOf(1 - commits[i]) : new(
                new(act, Calibration.Confidence(act, acts, prior, pillars.Max())),
                act == Act.Pledge ? Best<Force>(JointLook.Of(linear.Force, reading.Force, Calibration.SortingShare)) : null,
                PillarsOf(pillars),
                [Reasons.Of(reading, act), .. Reasons.Of(_linear, act, context, deeds[i], features)]);
        }
        return Calibration.IsQuiet(context, commits) ? [.. commits.Select(x => NoneOf(1 - x))] : judgements;
    }

    /// <summary>A deed with the instruments that its words and the network agree on.</summary>
    public static Deed Settle(Deed deed, NetReading reading) =>
        deed with { Instruments = InstrumentLook.Of(deed.Instruments, reading.Instruments, deed.Span with { End = deed.Span.Start }) };

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
