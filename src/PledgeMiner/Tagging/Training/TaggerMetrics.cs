using System.Text.Json;

namespace PledgeMiner.Tagging.Training;

/// <summary>How well a tagger does on the dev parts of the treebanks, their tokens given.</summary>
internal static class TaggerMetrics
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Percentages by measure and treebank, as JSON.</summary>
    public static string Measure(Tagger tagger, IReadOnlyDictionary<string, List<TreebankSentence>> tagged, IReadOnlyDictionary<string, List<TreebankSentence>> named)
    {
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, sentences) in tagged)
        {
            var (words, parts, lemmas) = (0, 0, 0);
            foreach (var sentence in sentences)
            {
                var found = tagger.Tag(sentence.Text, sentence.Spans).Tokens;
                for (var i = 0; i < found.Count; i++)
                {
                    var truth = sentence.Words[i];
                    words++;
                    if (found[i].Pos == PosLabels.PartOf(truth.Label)) parts++;
                    if (found[i].Lemma == truth.Lemma || truth.Lemma == "_") lemmas++;
                }
            }
            metrics[$"{name} upos accuracy"] = Percent(parts, words);
            metrics[$"{name} lemma accuracy"] = Percent(lemmas, words);
        }
        foreach (var (name, sentences) in named)
        {
            var (truths, guesses, right) = (0, 0, 0);
            foreach (var sentence in sentences)
            {
                var truth = Names(sentence).ToHashSet();
                var guess = tagger.Tag(sentence.Text, sentence.Spans).Entities.Select(x => (x.Span, x.Kind)).ToList();
                (truths, guesses, right) = (truths + truth.Count, guesses + guess.Count, right + guess.Count(truth.Contains));
            }
            metrics[$"{name} names f1"] = Percent(2 * right, truths + guesses);
        }
        return JsonSerializer.Serialize(metrics, Indented) + "\n";
    }

    private static IEnumerable<(TextSpan Span, EntityKind Kind)> Names(TreebankSentence sentence)
    {
        var start = 0;
        foreach (var word in sentence.Words)
        {
            if (NameLabels.Opens(word.Name)) start = word.Start;
            if (NameLabels.Closes(word.Name)) yield return (new(start, word.End), NameLabels.EntityOf(word.Name));
        }
    }

    private static double Percent(int part, int whole) => Math.Round(100.0 * part / Math.Max(1, whole), 2);
}
