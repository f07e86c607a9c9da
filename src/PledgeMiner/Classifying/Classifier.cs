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

    private Classifier(FeatureRarity rarity, IReadOnlyList<LinearModel> models, string version) =>
        (_rarity, _acts, _secondLook, _force, _pillars, Version) = (rarity, models[0], models[1], models[2], LinearModel.Join([.. models.Skip(3)]), version);

    /// <summary>Which models judge: 12 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Loads the models of a folder written by <see cref="ClassifierTrainer"/>.</summary>
    /// <exception cref="InvalidDataException">A model is missing or not one of ours.</exception>
    public static Classifier Load(string folder)
    {
        var files = ModelNames.Linear.Prepend(ModelNames.Rarity).Select(x => Path.Combine(folder, x)).ToList();
        if (files.Find(x => !File.Exists(x)) is { } missing)
            throw new InvalidDataException($"The model {missing} is missing: run `train all`, or name another folder.");
        var ml = new MLContext();
        return new Classifier(FeatureRarity.Load(files[0]), [.. files.Skip(1).Select(x => ModelFile.Load(ml, x))], ModelFile.VersionOf(files));
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
        var look = new SecondLook(context, [.. vectors.Select(_acts.Probabilities)]);
        var names = new FeatureCollector(keepNames: true);
        return [.. deeds.Select((deed, i) => Judge(context, deed, vectors[i], _secondLook.Probabilities(look.Of(i)), names))];
    }

    private Judgement Judge(DocumentContext context, Deed deed, FeatureVector vector, double[] probabilities, FeatureCollector names)
    {
        var label = Best<Act>([.. probabilities.Select((x, i) => Math.Log(Math.Max(x, 1e-12)) + Calibration.ActBias[i])]).Label;
        var act = new Scored<Act>(label, Calibration.Confidence(label, probabilities[(int)label]));
        // Guidelines, section 1: a heading alone commits nobody; the text below it does.
        if (context.Document.Blocks[context.Sentences[deed.Sentence].Block].Kind is BlockKind.Title or BlockKind.Heading) act = new(Act.None, probabilities[(int)Act.None]);
        if (act.Label == Act.None) return new(act, null, [], []);
        return new(act, act.Label == Act.Pledge ? Best<Force>(_force.Probabilities(vector)) : null, PillarsOf(vector),
            Reasons.Of(_acts, (int)act.Label, context, deed, names));
    }

    private IReadOnlyList<Scored<Pillar>> PillarsOf(FeatureVector vector)
    {
        var scores = _pillars.Scores(vector);
        var scored = scores.Select((x, i) => new Scored<Pillar>((Pillar)i, LinearModel.Sigmoid(x))).ToArray();
        // Most central is the pillar that exceeds its own threshold most; it holds even where it does not reach it.
        double Excess(Scored<Pillar> x) => x.Score / Calibration.PillarThresholds[(int)x.Label];
        var best = scored.Max(Excess);
        return [.. scored.Where(x => Excess(x) >= Math.Min(1, best)).OrderByDescending(Excess).ThenBy(x => x.Label)];
    }

    private static Scored<T> Best<T>(double[] probabilities) where T : struct, Enum
    {
        var best = 0;
        for (var i = 1; i < probabilities.Length; i++) if (probabilities[i] > probabilities[best]) best = i;
        return new(Labels.All<T>()[best], probabilities[best]);
    }
}
