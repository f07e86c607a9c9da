namespace PledgeMiner.Classifying;

/// <summary>Says why: the features that spoke most for a judgement, in words an analyst understands.</summary>
internal static class Reasons
{
    /// <summary>More than five reasons are not read.</summary>
    private const int Most = 5;

    public static IReadOnlyList<string> Of(LinearModel model, int label, DocumentContext context, Deed deed)
    {
        var collector = new FeatureCollector(keepNames: true);
        SentenceFeatures.Collect(collector, context, deed);
        var rivals = Enumerable.Range(0, model.Labels).Where(x => x != label).ToArray();
        return
        [
            .. collector.Names!
                .Select(x => (Feature: x, Weight: model.WeightOf(x.Bucket, label) - rivals.Max(r => model.WeightOf(x.Bucket, r))))
                .Where(x => x.Weight > 0).OrderByDescending(x => x.Weight).ThenBy(x => x.Feature.Text, StringComparer.Ordinal)
                .Select(x => Say(x.Feature)).Distinct().Take(Most),
        ];
    }

    private static string Say(NamedFeature feature)
    {
        var parts = feature.Text.Split('\t');
        return feature.Kind switch
        {
            FeatureKind.Word or FeatureKind.WordPair or FeatureKind.Lemma or FeatureKind.LemmaPair => $"the words “{string.Join(' ', parts)}”",
            FeatureKind.Opening => $"it begins “{string.Join(' ', parts)}”",
            FeatureKind.Length => $"its length: {feature.Text}",
            FeatureKind.Class => Named(feature.Text),
            FeatureKind.ClassPair or FeatureKind.ClassTriple => string.Join(", then ", parts.Select(Named)),
            FeatureKind.ClassGap or FeatureKind.ClassesTogether => string.Join(" with ", parts.Select(Named)),
            FeatureKind.Condition => $"a condition: {feature.Text}",
            FeatureKind.Instrument => $"it speaks of {feature.Text}",
            FeatureKind.Actor => $"who acts: {feature.Text}",
            FeatureKind.Amount or FeatureKind.Due or FeatureKind.Reported => $"it holds {feature.Text}",
            FeatureKind.Block => $"it is a {feature.Text}",
            FeatureKind.Heading => $"“{feature.Text}” in the heading",
            FeatureKind.LeadIn => $"“{feature.Text}” in the lead-in",
            FeatureKind.Title => $"“{feature.Text}” in the title",
            FeatureKind.Before => $"“{feature.Text}” in the sentence before",
            FeatureKind.After => $"“{feature.Text}” in the sentence after",
            FeatureKind.Document => $"the document names {Named(parts[0])} {parts[1]}",
            _ => $"what is done: {string.Join(", ", parts.SelectMany(x => x.Split(' ')).Select(Named))}",
        };
    }

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
        [nameof(Modality.Past)] = "did", [nameof(Modality.Perfect)] = "has done", [nameof(Modality.Present)] = "does", [nameof(Modality.Progressive)] = "is doing",
        [nameof(Modality.Future)] = "will", [nameof(Modality.Possible)] = "may", [nameof(Modality.Conditional)] = "would", [nameof(Modality.Required)] = "must",
        [nameof(Modality.Infinitive)] = "to do", [nameof(Modality.Participle)] = "doing",
    };
}
