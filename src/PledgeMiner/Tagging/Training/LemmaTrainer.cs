namespace PledgeMiner.Tagging.Training;

/// <summary>Learns the rules of endings, and keeps as exceptions the words they get wrong.</summary>
internal static class LemmaTrainer
{
    /// <summary>A rule of an ending needs this many different words.</summary>
    private const int EnoughWords = 2;

    private sealed record Pair(string Form, int Label, string Lemma, int Count);

    public static Lemmatizer Train(IReadOnlyList<TreebankSentence> sentences)
    {
        var pairs = MostFrequent(sentences);
        var keeps = KeepsCase(pairs);
        var rules = Rules(pairs, keeps);
        var draft = new Lemmatizer(new Dictionary<ulong, string>(), rules, keeps);
        var exceptions = new Dictionary<ulong, string>();
        foreach (var pair in pairs)
        {
            var word = Word.Of(pair.Form);
            if (draft.ByRule(pair.Form, word, pair.Label) != pair.Lemma) exceptions.Add(Lemmatizer.Key(word.Exact, pair.Label), pair.Lemma);
        }
        return new(exceptions, rules, keeps);
    }

    /// <summary>Each form with each label once, with its most frequent lemma.</summary>
    private static List<Pair> MostFrequent(IReadOnlyList<TreebankSentence> sentences) =>
        [.. sentences.SelectMany(x => x.Words).Where(x => x.Lemma != "_")
            .GroupBy(x => (x.Form, x.Label)).OrderBy(x => x.Key.Form, StringComparer.Ordinal).ThenBy(x => x.Key.Label)
            .Select(x =>
            {
                var lemma = x.GroupBy(y => y.Lemma).OrderByDescending(y => y.Count()).ThenBy(y => y.Key, StringComparer.Ordinal).First().Key;
                return new Pair(x.Key.Form, x.Key.Label, lemma, x.Count());
            })];

    private static bool[] KeepsCase(List<Pair> pairs)
    {
        var votes = new int[PosLabels.Count * 4];
        foreach (var pair in pairs.Where(x => x.Form.Any(char.IsUpper)))
        {
            votes[Lemmatizer.CaseClass(Word.Of(pair.Form), pair.Label)] += pair.Lemma.Any(char.IsUpper) ? 1 : -1;
        }
        return [.. votes.Select(x => x > 0)];
    }

    private static Dictionary<ulong, LemmaRule> Rules(List<Pair> pairs, bool[] keeps)
    {
        var votes = new Dictionary<ulong, Dictionary<LemmaRule, int>>();
        foreach (var pair in pairs)
        {
            var form = keeps[Lemmatizer.CaseClass(Word.Of(pair.Form), pair.Label)] ? pair.Form : pair.Form.ToLowerInvariant();
            var same = form.AsSpan().CommonPrefixLength(pair.Lemma);
            if (form.Length - same > 255) continue;
            var rule = new LemmaRule((byte)(form.Length - same), pair.Lemma[same..]);
            for (var length = 0; length <= Math.Min(Lemmatizer.LongestEnding, form.Length); length++)
            {
                var key = Lemmatizer.EndingKey(pair.Form.AsSpan(pair.Form.Length - length), pair.Label);
                if (!votes.TryGetValue(key, out var counts)) votes.Add(key, counts = []);
                counts[rule] = counts.GetValueOrDefault(rule) + 1;
            }
        }
        return votes.Where(x => x.Value.Values.Sum() >= EnoughWords)
            .ToDictionary(x => x.Key, x => x.Value.OrderByDescending(y => y.Value).ThenBy(y => y.Key.Cut).ThenBy(y => y.Key.Append, StringComparer.Ordinal).First().Key);
    }
}
