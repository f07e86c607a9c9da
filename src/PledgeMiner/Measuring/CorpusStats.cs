namespace PledgeMiner.Measuring;

/// <summary>A table of the datasheet: a title, column names and rows of text.</summary>
public sealed record StatsTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Counts a corpus: the tables of its datasheet.</summary>
public static class CorpusStats
{
    /// <param name="blind">The two blind labellings of the same documents, before differences were settled, or null where there are none.</param>
    public static IEnumerable<StatsTable> Of(Corpus corpus, (IReadOnlyList<LabelledDocument> First, IReadOnlyList<LabelledDocument> Second)? blind)
    {
        yield return Sizes(corpus);
        yield return PerPart("Acts, in sentences", corpus, Labels.All<Act>().Select(x => (x.Code(), (Func<IReadOnlyList<LabelledSentence>, bool>)(s => s.Min(y => y.Act) == x))));
        yield return PerPart("Pillars, in sentences", corpus, Labels.All<Pillar>().Select(x => (x.Code(), (Func<IReadOnlyList<LabelledSentence>, bool>)(s => s.Any(y => y.Pillars.Contains(x))))));
        yield return PerPart("Force, in sentences", corpus, Labels.All<Force>().Select(x => (x.Code(), (Func<IReadOnlyList<LabelledSentence>, bool>)(s => s.Any(y => y.Force == x)))));
        yield return PerPart("Conditions, in sentences", corpus, Labels.All<ConditionKind>().Select(x => (x.Code(), (Func<IReadOnlyList<LabelledSentence>, bool>)(s => s.Any(y => y.Conditions.Contains(x))))));
        yield return PerPart("Instruments, in sentences", corpus, Labels.All<Instrument>().Select(x => (x.Code(), (Func<IReadOnlyList<LabelledSentence>, bool>)(s => s.Any(y => y.Instruments.Contains(x))))));
        yield return Counted("Genres, in documents", corpus.Documents.Select(x => x.Genre ?? "none"));
        yield return Counted("Pledgers, in labels", corpus.Documents.SelectMany(x => x.Sentences).SelectMany(x => x.Pledgers));
        yield return Shared(corpus);
        if (blind is { } both) yield return Agreements(corpus, both.First, both.Second);
    }

    private static StatsTable Sizes(Corpus corpus) => new("Size", ["part", "documents", "with a commitment", "sentences", "words a sentence: 10%", "median", "90%"],
        [.. corpus.Parts.Select(x =>
        {
            var lengths = Corpus.Texts(x.Value).Select(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length).Order().ToArray();
            return (IReadOnlyList<string>)[x.Key, $"{x.Value.Count}", $"{x.Value.Count(d => d.Sentences.Any(s => s.Act != Act.None))}", $"{lengths.Length}", At(lengths, 0.1), At(lengths, 0.5), At(lengths, 0.9)];
        })]);

    private static string At(int[] ordered, double quantile) => ordered.Length == 0 ? "" : $"{ordered[(int)(quantile * (ordered.Length - 1))]}";

    private static StatsTable PerPart(string title, Corpus corpus, IEnumerable<(string Label, Func<IReadOnlyList<LabelledSentence>, bool> Has)> labels)
    {
        var sentences = corpus.Parts.ToDictionary(x => x.Key, x => Corpus.Sentences(x.Value).Select(s => s.Labels).ToList());
        return new(title, ["label", .. corpus.Parts.Keys, "all"],
            [.. labels.Select(x =>
            {
                var counts = sentences.Values.Select(s => s.Count(l => x.Has(l))).ToList();
                return (IReadOnlyList<string>)[x.Label, .. counts.Select(c => $"{c}"), $"{counts.Sum()}"];
            })]);
    }

    private static StatsTable Counted(string title, IEnumerable<string> values) =>
        new(title, ["value", "count"], [.. values.CountBy(x => x).OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal).Select(x => (IReadOnlyList<string>)[x.Key, $"{x.Value}"])]);

    private static StatsTable Shared(Corpus corpus) => new($"Sentences that share {Overlap.Words} words in a row", ["part", "with another part", "with another document of the part"],
        [.. corpus.Parts.Select(x => (IReadOnlyList<string>)
        [
            x.Key,
            $"{Overlap.Share(Corpus.Texts(x.Value), corpus.Parts.Where(y => y.Key != x.Key).SelectMany(y => Corpus.Texts(y.Value))):P2}",
            $"{Overlap.Within([.. Corpus.Sentences(x.Value).Select(s => (s.Document.Id, s.Span.Of(s.Document.Text)))]):P2}",
        ])]);

    private static StatsTable Agreements(Corpus corpus, IReadOnlyList<LabelledDocument> first, IReadOnlyList<LabelledDocument> second)
    {
        var (one, other) = (BySentence(first), BySentence(second));
        var documents = second.Select(x => x.Id).ToHashSet();
        var pairs = Corpus.Sentences(corpus.Documents.Where(x => documents.Contains(x.Id)))
            .Select(x => (First: one[(x.Document.Id, x.Span)].ToList() as IReadOnlyList<LabelledSentence>, Second: other[(x.Document.Id, x.Span)].ToList() as IReadOnlyList<LabelledSentence>)).ToList();
        return new($"Agreement of two blind labellings on {pairs.Count} sentences of {documents.Count} documents", ["label", "n", "kappa", "F1"],
        [
            Agreement("act", pairs.Select(x => (ActOf(x.First), ActOf(x.Second)))),
            .. Labels.All<Act>().Select(x => Binary($"act {x.Code()}", pairs.Select(p => (ActOf(p.First) == x, ActOf(p.Second) == x)))),
            .. Labels.All<Pillar>().Select(x => Binary($"pillar {x.Code()}", Both(pairs).Select(p => (Has(p.First, x), Has(p.Second, x))))),
            Agreement("force", Both(pairs).Where(x => ActOf(x.First) == Act.Pledge && ActOf(x.Second) == Act.Pledge).Select(x => (ForceOf(x.First), ForceOf(x.Second)))),
            Sets("pledgers", Both(pairs), x => x.Pledgers),
            Sets("beneficiaries", Both(pairs), x => x.Beneficiaries),
            Sets("instruments", Both(pairs), x => x.Instruments),
            Sets("conditions", Both(pairs), x => x.Conditions),
            Sets("amounts", Both(pairs), x => x.Amounts),
        ]);
    }

    private static ILookup<(string, TextSpan), LabelledSentence> BySentence(IReadOnlyList<LabelledDocument> documents) =>
        documents.SelectMany(x => x.Sentences.Select(s => (x.Id, s))).ToLookup(x => (x.Id, x.s.Span), x => x.s);

    private static Act ActOf(IReadOnlyList<LabelledSentence> labels) => labels.Count == 0 ? Act.None : labels.Min(x => x.Act);

    private static Force ForceOf(IReadOnlyList<LabelledSentence> labels) => labels.First(x => x.Force is not null).Force!.Value;

    private static bool Has(IReadOnlyList<LabelledSentence> labels, Pillar pillar) => labels.Any(x => x.Pillars.Contains(pillar));

    /// <summary>Slots are compared where both labellings see the same act.</summary>
    private static IEnumerable<(IReadOnlyList<LabelledSentence> First, IReadOnlyList<LabelledSentence> Second)> Both(IEnumerable<(IReadOnlyList<LabelledSentence> First, IReadOnlyList<LabelledSentence> Second)> pairs) =>
        pairs.Where(x => ActOf(x.First) != Act.None && ActOf(x.First) == ActOf(x.Second));

    private static IReadOnlyList<string> Agreement<T>(string label, IEnumerable<(T, T)> items) where T : notnull
    {
        var list = items.ToList();
        return [label, $"{list.Count}", $"{Measuring.Agreement.Kappa(list):0.000}", $"{(list.Count == 0 ? 0 : list.Count(x => x.Item1.Equals(x.Item2)) / (double)list.Count):0.000}"];
    }

    private static IReadOnlyList<string> Binary(string label, IEnumerable<(bool First, bool Second)> items)
    {
        var list = items.ToList();
        var score = new Score(list.Count(x => x is (true, true)), list.Count(x => x is (false, true)), list.Count(x => x is (true, false)));
        return [label, $"{score.Right + score.Missed}", $"{Measuring.Agreement.Kappa(list):0.000}", $"{score.F1:0.000}"];
    }

    private static IReadOnlyList<string> Sets<T>(string label, IEnumerable<(IReadOnlyList<LabelledSentence> First, IReadOnlyList<LabelledSentence> Second)> pairs, Func<LabelledSentence, IEnumerable<T>> slot)
    {
        var score = pairs.Select(x => Score.Of(x.Second.SelectMany(slot), x.First.SelectMany(slot))).Aggregate(default(Score), (a, b) => a + b);
        return [label, $"{score.Right + score.Missed}", "", $"{score.F1:0.000}"];
    }
}
