using System.Globalization;

namespace PledgeMiner.Classifying;

/// <summary>Says why: the features that spoke most for a judgement, in words an analyst understands.</summary>
internal static class Reasons
{
    /// <summary>More than five reasons are not read.</summary>
    private const int Most = 5;

    /// <summary>So many of the heaviest features are put in words; some say the same.</summary>
    private const int Candidates = 12;

    /// <param name="features">The deed's own, still gathered.</param>
    public static IReadOnlyList<string> Of(LinearModel model, Act act, DocumentContext context, Deed deed, FeatureCollector features)
    {
        Span<float> weights = stackalloc float[Candidates];
        Span<int> heaviest = stackalloc int[Candidates];
        var found = 0;
        foreach (var bucket in features.Buckets)
        {
            var weight = model.Lead(bucket, (int)act, Labels.All<Act>().Count);
            if (weight <= 0 || found == Candidates && weight <= weights[^1]) continue;
            if (found < Candidates) found++;
            var at = found - 1;
            for (; at > 0 && weights[at - 1] < weight; at--) (weights[at], heaviest[at]) = (weights[at - 1], heaviest[at - 1]);
            (weights[at], heaviest[at]) = (weight, bucket);
        }
        if (found == 0) return [];
        features.Want(heaviest[..found]);
        SentenceFeatures.Collect(features, context, deed);
        var reasons = new List<string>(Most);
        for (var i = 0; i < found && reasons.Count < Most; i++)
        {
            var said = Say(features.NameOf(heaviest[i]));
            if (!reasons.Contains(said)) reasons.Add(said);
        }
        return reasons;
    }

    /// <summary>What the network says for an act, which no single word explains.</summary>
    public static string Of(NetReading reading, Act act) => string.Create(CultureInfo.InvariantCulture, $"read whole, in its place: {100 * Math.Exp(reading.Acts[(int)act]):0} % {act.Code()}");

    private static string Say(NamedFeature feature)
    {
        var parts = feature.Parts;
        return feature.Kind switch
        {
            FeatureKind.Word or FeatureKind.Lemma when parts[0] is ['(', _, ..] => Named(parts[0]),
            FeatureKind.Word or FeatureKind.Lemma => $"the word “{Plain(parts)}”",
            FeatureKind.Opening => $"it begins “{Plain(parts)}”",
            FeatureKind.Length => $"its length: {parts[0]}",
            FeatureKind.Class => Named(parts[0]),
            FeatureKind.ClassPair or FeatureKind.ClassTriple => string.Join(", then ", parts.Select(Named)),
            FeatureKind.ClassGap => string.Join(" with ", parts.Select(Named)),
            FeatureKind.Condition => $"a condition: {parts[0]}",
            FeatureKind.Instrument => $"it speaks of {parts[0]}",
            FeatureKind.Actor => $"who acts: {parts[0]}",
            FeatureKind.Amount or FeatureKind.Due or FeatureKind.Reported => $"it holds {parts[0]}",
            FeatureKind.Block => $"it is a {parts[0]}",
            FeatureKind.Heading => $"“{parts[0]}” in the heading",
            FeatureKind.LeadIn => $"“{parts[0]}” in the lead-in",
            FeatureKind.Title => $"“{parts[0]}” in the title",
            _ => $"what is done: {string.Join(", ", parts.SelectMany(x => x.Split(' ')).Select(Named))}",
        };
    }

    /// <summary>Words as they stand, with "ally" for the name of one.</summary>
    private static string Plain(IEnumerable<string> parts) => string.Join(' ', parts.Select(x => x.Length > 2 ? x.Trim('(', ')') : x));

    /// <summary>An actor, a class of words, or a function word as it is.</summary>
    private static string Named(string part) => part switch
    {
        "(ally)" => "an ally",
        "(leader)" => "a leader",
        "(person)" => "a person",
        "(partner)" => "the partner",
        "(aggressor)" => "the aggressor",
        "(money)" => "a sum of money",
        "(date)" => "a date",
        "(number)" => "a number",
        "(equipment)" => "a weapon's name",
        "(other)" => "somebody named",
        "-" => "no subject",
        ['^', .. var governor] => $"whoever does “{governor}”",
        _ when Manners.TryGetValue(part.TrimEnd('!', 'v'), out var manner) => (part.EndsWith('!') ? "not " : "") + manner + (part.TrimEnd('!').EndsWith('v') ? " be" : ""),
        _ when WordClasses.Names.Contains(part) => $"a word of {part.Replace('-', ' ')}",
        _ => $"“{part}”",
    };

    private static readonly Dictionary<string, string> Manners = new()
    {
        [nameof(Modality.Past)] = "did",
        [nameof(Modality.Perfect)] = "has done",
        [nameof(Modality.Present)] = "does",
        [nameof(Modality.Progressive)] = "is doing",
        [nameof(Modality.Future)] = "will",
        [nameof(Modality.Possible)] = "may",
        [nameof(Modality.Conditional)] = "would",
        [nameof(Modality.Required)] = "must",
        [nameof(Modality.Infinitive)] = "to do",
        [nameof(Modality.Participle)] = "doing",
    };
}
