using System.Text;

namespace PledgeMiner.Tagging.Training;

/// <summary>Trains the sentence splitter on whole paragraphs, cut into tokens by our own tokenizer.</summary>
internal static class SplitterTrainer
{
    private const int Rounds = 12;

    public static SentenceSplitter Train(IReadOnlyList<TreebankSentence> sentences, Vocabulary vocabulary)
    {
        var trainer = new LinearTrainer(2);
        var examples = new List<(int[] Rows, int Ends)>();
        foreach (var (text, ends) in Paragraphs(sentences)) Collect(text, ends, vocabulary, trainer, examples);
        var order = new Shuffle(examples.Count);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var i in order.Next()) trainer.Learn(examples[i].Rows, examples[i].Ends);
        }
        return new(trainer.Average());
    }

    private static void Collect(string text, HashSet<int> ends, Vocabulary vocabulary, LinearTrainer trainer, List<(int[] Rows, int Ends)> examples)
    {
        Span<ulong> features = stackalloc ulong[64];
        var (tokens, words) = (new TokenBuffer(), new WordBuffer());
        Tokenizer.Tokenize(text, 0, text.Length, tokens);
        words.Fill(text, tokens.Spans, vocabulary);
        var start = 0;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var isEnd = ends.Contains(tokens[i].End);
            if (SentenceSplitter.IsCandidate(text, tokens, words, start, i))
            {
                var n = SentenceSplitter.Features(text, tokens, words, start, i, features);
                var rows = new int[n];
                for (var f = 0; f < n; f++) rows[f] = trainer.RowOf(features[f]);
                examples.Add((rows, isEnd ? 1 : 0));
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
