namespace PledgeMiner.Classifying;

/// <summary>What the model of lone sentences learns from: sentences that were labelled by themselves, whatever their subject, and those of documents of which the label tells as much.</summary>
internal static class LoneExamples
{
    /// <summary>Strength of the L2 penalty: with 0.1, 0.03 and 0.01 average precision on a writer left out is 0.972, 0.975 and 0.976 for summits, 0.851, 0.859 and 0.865 for press releases.</summary>
    public const float L2 = 0.01f;

    /// <summary>A document's sentence weighs this much beside one that was labelled by itself: at 0, 0.1 and 0.3 summit sentences of a writer left out have F1 0.901, 0.920 and 0.89.</summary>
    private const float DocumentsWeight = 0.1f;

    /// <summary>Beginnings of words with which a sentence that is labelled none may still promise what is out of scope.</summary>
    private static readonly string[] Promising = ["will", "shall", "would", "commit", "pledg", "promis", "agree", "intend", "plan", "undertak", "ready", "determined", "resolv", "decid", "announc"];

    public static (FeatureVector Vector, bool Label, float Weight) Of(LabelledDocument sentence) =>
        (VectorOf(sentence.Text), sentence.Sentences.Any(x => x.Act == Act.Pledge), 1);

    public static IEnumerable<(FeatureVector Vector, bool Label, float Weight)> Of(TrainingDocument document)
    {
        foreach (var example in document.Examples)
        {
            var text = example.Deed.Span.Of(document.Document.Text);
            if (example.Act == Act.Pledge || example.Act == Act.None && !MayPromise(text)) yield return (VectorOf(text), example.Act == Act.Pledge, DocumentsWeight);
        }
    }

    private static FeatureVector VectorOf(string sentence)
    {
        var features = new FeatureCollector();
        LoneFeatures.Collect(features, sentence);
        return features.ToUnit();
    }

    private static bool MayPromise(string sentence) =>
        sentence.Split([' ', '\n', ',', '"', '“', '’', '\'']).Any(word => word is "to" or "ll" || Promising.Any(x => word.StartsWith(x, StringComparison.OrdinalIgnoreCase)));
}
