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
        FeatureKind.Word or FeatureKind.WordPair or FeatureKind.WordTriple => $"the words “{feature.Text}”",
        FeatureKind.Lemma or FeatureKind.LemmaPair => $"a form of “{feature.Text}”",
        FeatureKind.Gap => $"“{feature.Text.Replace(" ", " … ", StringComparison.Ordinal)}”",
        FeatureKind.Subject or FeatureKind.Verb => $"the verb “{feature.Text.Replace("- ", "", StringComparison.Ordinal)}”",
        FeatureKind.Opening => $"it begins “{feature.Text}”",
        FeatureKind.PartOfSpeechTriple => $"its build ({feature.Text})",
        FeatureKind.Names => $"it names a {feature.Text.ToLowerInvariant()}",
        FeatureKind.Condition => $"a condition: {feature.Text}",
        FeatureKind.Instrument => $"it speaks of {feature.Text}",
        FeatureKind.Amount or FeatureKind.Due or FeatureKind.Reported => $"it holds {feature.Text}",
        FeatureKind.Actor => $"who acts: {feature.Text}",
        FeatureKind.Block => $"it is a {feature.Text.ToLowerInvariant()}",
        FeatureKind.Heading => $"“{feature.Text}” in the heading",
        FeatureKind.LeadIn => $"“{feature.Text}” in the lead-in",
        FeatureKind.Title => $"“{feature.Text}” in the title",
        FeatureKind.Before => $"“{feature.Text}” in the sentence before",
        FeatureKind.After => $"“{feature.Text}” in the sentence after",
        FeatureKind.Place => $"its place: {feature.Text}",
        FeatureKind.Length => $"its length: {feature.Text}",
        FeatureKind.Document => $"the document speaks of “{feature.Text}”",
        _ => feature.Text,
    };
}
