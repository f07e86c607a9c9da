using Microsoft.ML;

namespace PledgeMiner.Classifying;

/// <summary>Judges deeds: act, force and pillars, each with its probability and the reasons. Immutable, shared by threads.</summary>
public sealed class Classifier
{
    /// <summary>A pillar holds from this probability on; the most probable one always does.</summary>
    private const double PillarThreshold = 0.5;

    private readonly LinearModel _acts;
    private readonly LinearModel _force;
    private readonly LinearModel[] _pillars;

    private Classifier(LinearModel acts, LinearModel force, LinearModel[] pillars, string version) =>
        (_acts, _force, _pillars, Version) = (acts, force, pillars, version);

    /// <summary>Which models judge: 12 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Loads the models of a folder written by <see cref="ClassifierTrainer"/>.</summary>
    /// <exception cref="InvalidDataException">A model is missing or not one of ours.</exception>
    public static Classifier Load(string folder)
    {
        var files = ModelNames.All.Select(x => Path.Combine(folder, x)).ToList();
        if (files.Find(x => !File.Exists(x)) is { } missing)
            throw new InvalidDataException($"The model {missing} is missing: run `train all`, or name another folder.");
        var ml = new MLContext();
        return new Classifier(
            ModelFile.Load(ml, files[0]), ModelFile.Load(ml, files[1]), [.. files.Skip(2).Select(x => ModelFile.Load(ml, x))],
            ModelFile.VersionOf(files));
    }

    /// <summary>One judgement a deed, in their order.</summary>
    public IReadOnlyList<Judgement> Judge(Document document, IReadOnlyList<Sentence> sentences, IReadOnlyList<Deed> deeds)
    {
        var context = new DocumentContext(document, sentences);
        var collector = new FeatureCollector();
        var judgements = new Judgement[deeds.Count];
        for (var i = 0; i < deeds.Count; i++)
        {
            collector.Clear();
            SentenceFeatures.Collect(collector, context, deeds[i]);
            judgements[i] = Judge(context, deeds[i], collector.ToVector());
        }
        return judgements;
    }

    private Judgement Judge(DocumentContext context, Deed deed, FeatureVector vector)
    {
        var act = Best<Act>(_acts, vector);
        if (act.Label == Act.None) return new(act, null, [], []);
        return new(act, act.Label == Act.Pledge ? Best<Force>(_force, vector) : null, PillarsOf(vector),
            Reasons.Of(_acts, (int)act.Label, context, deed));
    }

    private IReadOnlyList<Scored<Pillar>> PillarsOf(FeatureVector vector)
    {
        Span<double> score = stackalloc double[1];
        var scored = new Scored<Pillar>[_pillars.Length];
        for (var i = 0; i < scored.Length; i++)
        {
            _pillars[i].Score(vector, score);
            scored[i] = new((Pillar)i, LinearModel.Sigmoid(score[0]));
        }
        var best = scored.Max(x => x.Score);
        return [.. scored.Where(x => x.Score >= PillarThreshold || x.Score == best).OrderByDescending(x => x.Score).ThenBy(x => x.Label)];
    }

    private static Scored<T> Best<T>(LinearModel model, FeatureVector vector) where T : struct, Enum
    {
        Span<double> scores = stackalloc double[model.Labels];
        model.Score(vector, scores);
        LinearModel.Softmax(scores, temperature: 1);
        var best = 0;
        for (var i = 1; i < scores.Length; i++) if (scores[i] > scores[best]) best = i;
        return new(Labels.All<T>()[best], scores[best]);
    }
}
