namespace PledgeMiner.Tagging.Training;

/// <summary>Trains the name model as a linear-chain conditional random field (Lafferty 2001) with AdaGrad steps.</summary>
internal sealed class NameTrainer
{
    private const int Labels = NameLabels.Count, Rounds = 12;
    private const float Rate = 0.15f;

    private readonly Dictionary<ulong, int> _rows = [];
    private float[] _weights = new float[Labels * 1024];
    private float[] _squares = [];
    private readonly float[] _moves = new float[Labels * Labels];
    private readonly float[] _moveSquares = new float[Labels * Labels];

    private sealed record Example(int[][] Rows, int[] Truth);

    /// <summary>A feature seen less often than this is left out: it only fills the file.</summary>
    private const int EnoughSightings = 2;

    public static NameTagger Train(IReadOnlyList<TreebankSentence> sentences, Vocabulary vocabulary, PosTagger parts, Action<string> progress)
    {
        var trainer = new NameTrainer();
        var examples = trainer.Collect(sentences, vocabulary, parts);
        progress($"names: {sentences.Count} sentences, {trainer._rows.Count} features");
        trainer._weights = new float[trainer._rows.Count * Labels];
        trainer._squares = new float[trainer._rows.Count * Labels];
        var order = new Shuffle(examples.Length);
        for (var round = 0; round < Rounds; round++)
        {
            var loss = 0.0;
            foreach (var i in order.Next()) loss += trainer.Learn(examples[i]);
            progress($"names: round {round + 1}, loss {loss / examples.Length:F4}");
        }
        var (table, scale) = Quantised.Table(Labels, trainer._rows, trainer._weights);
        return new(table, [.. trainer._moves.Select(x => (short)Math.Clamp(MathF.Round(x * scale), -30000, 30000))]);
    }

    private Example[] Collect(IReadOnlyList<TreebankSentence> sentences, Vocabulary vocabulary, PosTagger parts)
    {
        var sightings = new Dictionary<ulong, int>();
        Visit(sentences, vocabulary, parts, (_, _, features) =>
        {
            foreach (var feature in features) sightings[feature] = sightings.GetValueOrDefault(feature) + 1;
        });
        foreach (var (feature, count) in sightings) if (count >= EnoughSightings) _rows.Add(feature, _rows.Count);
        var examples = sentences.Select(x => new Example(new int[x.Words.Count][], [.. x.Words.Select(y => y.Name)])).ToArray();
        Visit(sentences, vocabulary, parts, (sentence, at, features) =>
        {
            var rows = new List<int>(features.Length);
            foreach (var feature in features) if (_rows.TryGetValue(feature, out var row)) rows.Add(row);
            examples[sentence].Rows[at] = [.. rows];
        });
        return examples;
    }

    private delegate void Visitor(int sentence, int at, ReadOnlySpan<ulong> features);

    private static void Visit(IReadOnlyList<TreebankSentence> sentences, Vocabulary vocabulary, PosTagger parts, Visitor visit)
    {
        Span<ulong> features = stackalloc ulong[NameFeatures.Most];
        var words = new WordBuffer();
        for (var s = 0; s < sentences.Count; s++)
        {
            words.Fill(sentences[s].Text, sentences[s].Spans, vocabulary);
            var labels = new byte[words.Count];
            parts.Tag(words, 0, words.Count, labels);
            var mood = PosFeatures.MoodOf(words, 0, words.Count);
            for (var i = 0; i < words.Count; i++) visit(s, i, features[..NameFeatures.Of(words, labels, 0, words.Count, i, mood, features)]);
        }
    }

    /// <summary>One step for one sentence; its negative log-likelihood before the step.</summary>
    private double Learn(Example example)
    {
        var n = example.Truth.Length;
        var emit = new float[n * Labels];
        for (var t = 0; t < n; t++)
        {
            var sums = emit.AsSpan(t * Labels, Labels);
            foreach (var row in example.Rows[t])
            {
                var weights = _weights.AsSpan(row * Labels, Labels);
                for (var y = 0; y < Labels; y++) sums[y] += weights[y];
            }
        }
        var chain = new Chain(emit, _moves, n);
        var gradient = new float[Labels];
        for (var t = 0; t < n; t++)
        {
            for (var y = 0; y < Labels; y++) gradient[y] = (y == example.Truth[t] ? 1 : 0) - chain.Chance(t, y);
            foreach (var row in example.Rows[t])
            {
                var weights = _weights.AsSpan(row * Labels, Labels);
                var squares = _squares.AsSpan(row * Labels, Labels);
                for (var y = 0; y < Labels; y++)
                {
                    squares[y] += gradient[y] * gradient[y];
                    weights[y] += Rate * gradient[y] / MathF.Sqrt(squares[y] + 1e-6f);
                }
            }
        }
        var moves = chain.Moves();
        var before = NameLabels.Outside;
        foreach (var truth in example.Truth)
        {
            moves[(before * Labels) + truth] -= 1;
            before = truth;
        }
        for (var i = 0; i < moves.Length; i++)
        {
            _moveSquares[i] += moves[i] * moves[i];
            _moves[i] -= Rate * moves[i] / MathF.Sqrt(_moveSquares[i] + 1e-6f);
        }
        return chain.Loss(example.Truth);
    }
}
