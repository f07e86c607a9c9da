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
        var weights = model.Weights[label];
        var rivals = Enumerable.Range(0, model.Labels).Where(x => x != label).Select(x => model.Weights[x]).ToArray();
        return
        [
            .. collector.Names!.DistinctBy(x => x.Bucket)
                .Select(x => (Feature: x, Weight: weights[x.Bucket] - rivals.Max(r => r[x.Bucket])))
                .Where(x => x.Weight > 0).OrderByDescending(x => x.Weight).ThenBy(x => x.Feature.Text, StringComparer.Ordinal)
                .Select(x => Say(x.Feature)).Distinct().Take(Most),
        ];
    }

    private static string Say(NamedFeature feature) => feature.Kind switch
    {
        FeatureKind.Word or FeatureKind.WordPair => $"the words “{feature.Text}”",
        FeatureKind.Opening => $"it begins “{feature.Text}”",
        FeatureKind.Length => $"its length: {feature.Text}",
        FeatureKind.Class => Named(feature.Text),
        FeatureKind.ClassPair or FeatureKind.ClassTriple => string.Join(", then ", feature.Text.Split(' ').Select(Named)),
        FeatureKind.ClassGap or FeatureKind.ClassesTogether => string.Join(" with ", feature.Text.Split(' ').Select(Named)),
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
        FeatureKind.Document => $"the document names {Named(feature.Text.Split(' ')[0])} {feature.Text[(feature.Text.IndexOf(' ') + 1)..]}",
        _ => feature.Text,
    };

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
        _ when WordClasses.Names.Contains(part) => $"a word of {part.Replace('-', ' ')}",
        _ => $"“{part}”",
    };
}
