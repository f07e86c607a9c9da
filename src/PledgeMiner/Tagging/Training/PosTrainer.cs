namespace PledgeMiner.Tagging.Training;

/// <summary>Trains the part-of-speech model on its own guesses of the words before, as it will be used.</summary>
internal static class PosTrainer
{
    private const int Rounds = 10;

    public static PosTagger Train(IReadOnlyList<TreebankSentence> sentences, Vocabulary vocabulary)
    {
        var trainer = new LinearTrainer(PosLabels.Count);
        var words = new WordBuffer();
        var rows = sentences.Select(x => FixedRows(x, vocabulary, words, trainer)).ToArray();
        var order = new Shuffle(sentences.Count);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var i in order.Next()) Learn(sentences[i], rows[i], vocabulary, words, trainer);
        }
        return new(trainer.Average());
    }

    private static int[][] FixedRows(TreebankSentence sentence, Vocabulary vocabulary, WordBuffer words, LinearTrainer trainer)
    {
        Span<ulong> features = stackalloc ulong[PosFeatures.Most];
        words.Fill(sentence.Text, sentence.Spans, vocabulary);
        var mood = PosFeatures.MoodOf(words, 0, words.Count);
        var rows = new int[words.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new int[PosFeatures.Fixed(words, 0, words.Count, i, mood, features)];
            for (var f = 0; f < rows[i].Length; f++) rows[i][f] = trainer.RowOf(features[f]);
        }
        return rows;
    }

    private static void Learn(TreebankSentence sentence, int[][] rows, Vocabulary vocabulary, WordBuffer words, LinearTrainer trainer)
    {
        Span<ulong> features = stackalloc ulong[PosFeatures.Most];
        Span<int> all = stackalloc int[PosFeatures.Most];
        words.Fill(sentence.Text, sentence.Spans, vocabulary);
        var (before, before2) = (PosFeatures.Outside, PosFeatures.Outside);
        for (var i = 0; i < rows.Length; i++)
        {
            var n = rows[i].Length;
            rows[i].CopyTo(all);
            var moving = PosFeatures.Moving(words, words.Count, i, before, before2, features);
            for (var f = 0; f < moving; f++) all[n++] = trainer.RowOf(features[f]);
            (before2, before) = (before, trainer.Learn(all[..n], sentence.Words[i].Label));
        }
    }
}
