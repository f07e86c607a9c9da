using System.Text;

namespace PledgeMiner.Tagging.Training;

/// <summary>Trains the sentence splitter on whole paragraphs, cut into tokens by our own tokenizer.</summary>
internal static class SplitterTrainer
{
    private const int Rounds = 12;

    public static SentenceSplitter Train(IReadOnlyList<TreebankSentence> sentences, Vocabulary vocabulary)
    {
        var rows = new FeatureRows(least: 1);
        var paragraphs = Paragraphs(sentences).ToList();
        var examples = new List<(int[] Rows, int Ends)>();
        foreach (var (text, ends) in paragraphs) Visit(text, ends, vocabulary, (features, _) => rows.See(features));
        foreach (var (text, ends) in paragraphs) Visit(text, ends, vocabulary, (features, isEnd) => examples.Add((rows.Find(features), isEnd ? 1 : 0)));
        var trainer = new LinearTrainer(2, rows);
        var (dice, order) = (new Dice(), Enumerable.Range(0, examples.Count).ToArray());
        for (var round = 0; round < Rounds; round++)
        {
            dice.Shuffle(order);
            foreach (var i in order) trainer.Learn(examples[i].Rows, examples[i].Ends);
            if (round >= Rounds / 2) trainer.Remember();
        }
        return new(trainer.Table());
    }

    private delegate void Visitor(ReadOnlySpan<ulong> features, bool isEnd);

    private static void Visit(string text, HashSet<int> ends, Vocabulary vocabulary, Visitor visit)
    {
        Span<ulong> features = stackalloc ulong[SentenceSplitter.MostFeatures];
        var (tokens, words) = (new TokenBuffer(), new WordBuffer());
        Tokenizer.Tokenize(text, 0, text.Length, tokens);
        words.Fill(text, tokens.Spans, vocabulary);
        var start = 0;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var isEnd = ends.Contains(tokens[i].End);
            if (SentenceSplitter.IsCandidate(text, tokens, words, i))
            {
                visit(features[..SentenceSplitter.Features(text, tokens, words, start, i, features)], isEnd);
            }
            if (isEnd) start = i + 1;
        }
    }

    /// <summary>Each paragraph's text and the offsets at which its sentences end.</summary>
    private static IEnumerable<(string Text, HashSet<int> Ends)> Paragraphs(IReadOnlyList<TreebankSentence> sentences)
    {
        var (text, ends, space) = (new StringBuilder(), new HashSet<int>(), false);
        foreach (var sentence in sentences)
        {
            if (sentence.StartsParagraph && text.Length > 0)
            {
                yield return (text.ToString(), ends);
                text.Clear();
                (ends, space) = ([], false);
            }
            if (space) text.Append(' ');
            text.Append(sentence.Text);
            ends.Add(text.Length);
            space = sentence.SpaceAfter;
        }
        if (text.Length > 0) yield return (text.ToString(), ends);
    }
}
