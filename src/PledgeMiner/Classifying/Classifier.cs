using Microsoft.ML;

namespace PledgeMiner.Classifying;

/// <summary>Judges deeds: act, force and pillars, each with its probability and the reasons. Immutable, shared by threads.</summary>
public sealed class Classifier
{
    private readonly FeatureRarity _rarity;
    private readonly LinearModel _acts;
    private readonly LinearModel _secondLook;
    private readonly LinearModel _force;
    private readonly LinearModel _pillars;
    private readonly Encoder _encoder;

    private Classifier(FeatureRarity rarity, IReadOnlyList<LinearModel> models, Encoder encoder, string version) =>
        (_rarity, _acts, _secondLook, _force, _pillars, _encoder, Version) = (rarity, models[0], models[1], models[2], LinearModel.Join([.. models.Skip(3)]), encoder, version);

    /// <summary>Which models judge: 12 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Loads the models of a folder written by <see cref="ClassifierTrainer"/>, and the encoder's.</summary>
    /// <exception cref="InvalidDataException">A model is missing or not one of ours.</exception>
    public static Classifier Load(string folder, string encoderFolder)
    {
        var files = ModelNames.Linear.Prepend(ModelNames.Rarity).Select(x => Path.Combine(folder, x)).ToList();
        if (files.Find(x => !File.Exists(x)) is { } missing)
            throw new InvalidDataException($"The model {missing} is missing: run `train all`, or name another folder.");
        var ml = new MLContext();
        var encoder = Encoder.Load(encoderFolder);
        return new Classifier(FeatureRarity.Load(files[0]), [.. files.Skip(1).Select(x => ModelFile.Load(ml, x))], encoder, ModelFile.VersionOf(files.Concat(Encoder.Files(encoderFolder))));
    }

    /// <summary>One judgement a deed, in their order.</summary>
    /// <param name="deeds">In text order.</param>
    public IReadOnlyList<Judgement> Judge(Document document, IReadOnlyList<Sentence> sentences, IReadOnlyList<Deed> deeds)
    {
        var context = new DocumentContext(document, sentences);
        var collector = new FeatureCollector();
        var vectors = new FeatureVector[deeds.Count];
        for (var i = 0; i < deeds.Count; i++)
        {
            collector.Clear();
            SentenceFeatures.Collect(collector, context, deeds[i]);
            vectors[i] = collector.ToVector(_rarity);
        }
        var linear = LinearActs(context, vectors);
        var readings = ReadDoubtful(context, deeds, linear);
        var joint = linear.Select((x, i) => readings[i] is { } read ? JointLook.Of(x, read.Acts, Calibration.ActShare, Calibration.NonePrior(context)) : x).ToArray();
        var quiet = Calibration.IsQuiet(context, joint.Where((_, i) => readings[i] is not null));
        var names = new FeatureCollector(keepNames: true);
        return [.. deeds.Select((deed, i) => readings[i] is { } read && !quiet ? Judge(context, deed, vectors[i], joint[i], read, names) : NoneOf(joint[i]))];
    }

    /// <summary>A sentence or two have no company to be seen in: only the first look counts.</summary>
    private double[][] LinearActs(DocumentContext context, FeatureVector[] vectors)
    {
        var first = vectors.Select(_acts.Probabilities).ToArray();
        if (Calibration.IsShort(context)) return first;
        var look = new SecondLook(context, first);
        return [.. first.Select((_, i) => _secondLook.Probabilities(look.Of(i)))];
    }

    /// <summary>What the encoder makes of the deeds that the linear models do not take for none outright; null for the others, which are none.</summary>
    private EncoderReading?[] ReadDoubtful(DocumentContext context, IReadOnlyList<Deed> deeds, double[][] linear)
    {
        var inputs = _encoder.InputsOf(context);
        return [.. deeds.Select((deed, i) => 1 - linear[i][(int)Act.None] < Calibration.Doubt || IsHeading(context, deed) ? null : _encoder.Read(inputs.Of(deed.Sentence)))];
    }

    private Judgement Judge(DocumentContext context, Deed deed, FeatureVector vector, double[] probabilities, EncoderReading reading, FeatureCollector names)
    {
        var label = Best<Act>([.. probabilities.Select((x, i) => Math.Log(Math.Max(x, 1e-12)) + Calibration.ActBias[i])]).Label;
        if (label == Act.None) return NoneOf(probabilities);
        var act = new Scored<Act>(label, Calibration.Confidence(label, probabilities[(int)label]));
        var force = label == Act.Pledge ? Best<Force>(JointLook.Of(_force.Probabilities(vector), reading.Force, Calibration.SortingShare)) : (Scored<Force>?)null;
        return new(act, force, PillarsOf(vector, reading), [Reasons.Of(reading, label), .. Reasons.Of(_acts, (int)label, context, deed, names)]);
    }

    private static Judgement NoneOf(double[] probabilities) => new(new(Act.None, probabilities[(int)Act.None]), null, [], []);

    /// <summary>Guidelines, section 1: a heading alone commits nobody; the text below it does.</summary>
    private static bool IsHeading(DocumentContext context, Deed deed) => context.Document.Blocks[context.Sentences[deed.Sentence].Block].Kind is BlockKind.Title or BlockKind.Heading;

    private IReadOnlyList<Scored<Pillar>> PillarsOf(FeatureVector vector, EncoderReading reading)
    {
        var scores = JointLook.LogOdds(_pillars.Scores(vector), reading.Pillars, Calibration.SortingShare);
        var scored = scores.Select((x, i) => new Scored<Pillar>((Pillar)i, LinearModel.Sigmoid(x))).OrderByDescending(x => x.Score).ThenBy(x => x.Label).ToList();
        return [.. scored.Where((x, i) => i == 0 || x.Score >= Calibration.PillarThreshold)];
    }

    private static Scored<T> Best<T>(double[] probabilities) where T : struct, Enum
    {
        var best = 0;
        for (var i = 1; i < probabilities.Length; i++) if (probabilities[i] > probabilities[best]) best = i;
        return new(Labels.All<T>()[best], probabilities[best]);
    }
}
