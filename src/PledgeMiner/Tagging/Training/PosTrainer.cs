namespace PledgeMiner.Tagging.Training;

/// <summary>Trains the part-of-speech model: a first look from left to right, and a second one at doubtful words.</summary>
internal static class PosTrainer
{
    private const int Rounds = 8;

    /// <summary>Parts the training text is cut into for <see cref="CrossTag"/>, and how many sentences are dealt at a time.</summary>
    private const int Folds = 4, Dealt = 200;

    public static PosTagger Train(IReadOnlyList<TreebankSentence> sentences, byte[][] guesses, Vocabulary vocabulary) =>
        new(First(sentences, vocabulary), Second(sentences, guesses, vocabulary), vocabulary);

    /// <summary>Labels for the training text as they would be guessed on new text: each part by a model of the others.</summary>
    public static byte[][] CrossTag(IReadOnlyList<TreebankSentence> sentences, Vocabulary vocabulary)
    {
        var guesses = new byte[sentences.Count][];
        var words = new WordBuffer();
        for (var fold = 0; fold < Folds; fold++)
        {
            bool Held(int sentence) => sentence / Dealt % Folds == fold;
            var model = new PosTagger(First([.. sentences.Where((_, i) => !Held(i))], vocabulary), null, vocabulary);
            for (var i = 0; i < sentences.Count; i++)
            {
                if (!Held(i)) continue;
                words.Fill(sentences[i].Text, sentences[i].Spans, vocabulary);
                model.Tag(words, 0, words.Count, guesses[i] = new byte[words.Count], new byte[words.Count]);
            }
        }
        return guesses;
    }

    /// <summary>Learns on its own guesses of the words before, as it will be used.</summary>
    internal static FeatureTable First(IReadOnlyList<TreebankSentence> sentences, Vocabulary vocabulary)
    {
        var rows = new FeatureRows(least: 2);
        var words = new WordBuffer();
        var features = new ulong[PosFeatures.Most];
        int FixedOf(int i, int mood) => PosFeatures.Fixed(words, 0, words.Count, i, mood, features);
        foreach (var sentence in sentences)
        {
            var mood = Fill(words, sentence, vocabulary);
            var (before, before2) = (PosFeatures.Outside, PosFeatures.Outside);
            for (var i = 0; i < words.Count; i++)
            {
                var n = FixedOf(i, mood);
                n += PosFeatures.Moving(words, words.Count, i, before, before2, features.AsSpan(n));
                rows.See(features.AsSpan(0, n));
                (before2, before) = (before, sentence.Words[i].Label);
            }
        }
        var fixedRows = new int[sentences.Count][][];
        for (var s = 0; s < sentences.Count; s++)
        {
            var mood = Fill(words, sentences[s], vocabulary);
            fixedRows[s] = [.. Enumerable.Range(0, words.Count).Select(i => rows.Find(features.AsSpan(0, FixedOf(i, mood))))];
        }
        var trainer = new LinearTrainer(PosLabels.Count, rows);
        Rehearse(trainer, sentences.Count, s =>
        {
            Fill(words, sentences[s], vocabulary);
            Learn(sentences[s], fixedRows[s], words, rows, trainer);
        });
        return trainer.Table();
    }

    private static void Learn(TreebankSentence sentence, int[][] fixedRows, WordBuffer words, FeatureRows rows, LinearTrainer trainer)
    {
        Span<ulong> features = stackalloc ulong[PosFeatures.Most];
        Span<int> all = stackalloc int[PosFeatures.Most];
        var (before, before2) = (PosFeatures.Outside, PosFeatures.Outside);
        for (var i = 0; i < fixedRows.Length; i++)
        {
            fixedRows[i].CopyTo(all);
            var moving = PosFeatures.Moving(words, words.Count, i, before, before2, features);
            var n = fixedRows[i].Length + rows.Find(features[..moving], all[fixedRows[i].Length..]);
            (before2, before) = (before, trainer.Learn(all[..n], sentence.Words[i].Label));
        }
    }

    private static FeatureTable Second(IReadOnlyList<TreebankSentence> sentences, byte[][] guesses, Vocabulary vocabulary)
    {
        var rows = new FeatureRows(least: 2);
        var examples = new List<(int[] Rows, int Truth)>();
        Visit(sentences, guesses, vocabulary, (features, _) => rows.See(features));
        Visit(sentences, guesses, vocabulary, (features, truth) => examples.Add((rows.Find(features), truth)));
        var trainer = new LinearTrainer(PosLabels.Count, rows);
        Rehearse(trainer, examples.Count, i => trainer.Learn(examples[i].Rows, examples[i].Truth));
        return trainer.Table();
    }

    private delegate void Visitor(ReadOnlySpan<ulong> features, int truth);

    private static void Visit(IReadOnlyList<TreebankSentence> sentences, byte[][] guesses, Vocabulary vocabulary, Visitor visit)
    {
        Span<ulong> features = stackalloc ulong[PosFeatures.Most];
        var words = new WordBuffer();
        for (var s = 0; s < sentences.Count; s++)
        {
            var mood = Fill(words, sentences[s], vocabulary);
            for (var i = 0; i < words.Count; i++)
            {
                var n = PosFeatures.Fixed(words, 0, words.Count, i, mood, features);
                n += PosFeatures.Second(words, guesses[s], 0, words.Count, i, features[n..]);
                visit(features[..n], sentences[s].Words[i].Label);
            }
        }
    }

    private static void Rehearse(LinearTrainer trainer, int count, Action<int> learn)
    {
        var (dice, order) = (new Dice(), Enumerable.Range(0, count).ToArray());
        for (var round = 0; round < Rounds; round++)
        {
            dice.Shuffle(order);
            foreach (var i in order) learn(i);
            if (round >= Rounds / 2) trainer.Remember();
        }
    }

    private static int Fill(WordBuffer words, TreebankSentence sentence, Vocabulary vocabulary)
    {
        words.Fill(sentence.Text, sentence.Spans, vocabulary);
        return PosFeatures.MoodOf(words, 0, words.Count);
    }
}
