namespace PledgeMiner.Tagging;

/// <summary>The English tagger: tokens, sentences, parts of speech, lemmas and names from one trained model. Immutable, shared by threads.</summary>
public sealed class Tagger : ITagger
{
    /// <summary>The room that a longer text took is given back; shorter ones are most of the work and share theirs.</summary>
    private const int LongText = 1_000_000;

    [ThreadStatic]
    private static TaggerScratch? t_scratch;

    private readonly TaggerModel _model;

    internal Tagger(TaggerModel model) => _model = model;

    /// <summary>Loads the model from its folder, such as models/tagger-en.</summary>
    /// <exception cref="InvalidDataException">The model is missing or damaged; the message says what to do.</exception>
    public static Tagger Load(string folder) => new(TaggerModel.Load(folder));

    public IReadOnlyList<Sentence> Tag(Document document) =>
        SentencesOf(document, (block, scratch, start, end) => TagSentence(document.Text, block, scratch, start, end));

    public IReadOnlyList<Sentence> Split(Document document) => SentencesOf(document, (block, scratch, start, end) =>
    {
        var tokens = new Token[end - start];
        for (var i = start; i < end; i++) tokens[i - start] = new(scratch.Tokens[i].Start, scratch.Tokens[i].End, PartOfSpeech.X, "");
        return new(new(tokens[0].Start, tokens[^1].End), block, tokens, []);
    });

    public IReadOnlyList<Sentence> Tag(Document document, IReadOnlyList<Sentence> sentences, IReadOnlyList<bool> wanted) =>
        [.. sentences.Select((x, i) => wanted[i] ? Tag(document.Text, x) : x)];

    private List<Sentence> SentencesOf(Document document, Func<int, TaggerScratch, int, int, Sentence> sentenceOf)
    {
        var sentences = new List<Sentence>();
        var scratch = t_scratch ??= new();
        for (var block = 0; block < document.Blocks.Count; block++)
        {
            var span = document.Blocks[block].Span;
            scratch.Tokens.Clear();
            Tokenizer.Tokenize(document.Text, span.Start, span.End, scratch.Tokens);
            scratch.Words.Fill(document.Text, scratch.Tokens.Spans, _model.Vocabulary);
            for (var start = 0; start < scratch.Tokens.Count;)
            {
                var end = _model.Splitter.EndOf(document.Text, scratch.Tokens, scratch.Words, start);
                sentences.Add(sentenceOf(block, scratch, start, end));
                start = end;
            }
        }
        if (document.Text.Length > LongText) t_scratch = null;
        return sentences;
    }

    private Sentence Tag(string text, Sentence sentence)
    {
        var scratch = t_scratch ??= new();
        scratch.Tokens.Clear();
        foreach (var token in sentence.Tokens) scratch.Tokens.Add(token.Start, token.End);
        scratch.Words.Fill(text, scratch.Tokens.Spans, _model.Vocabulary);
        return TagSentence(text, sentence.Block, scratch, 0, sentence.Tokens.Count);
    }

    /// <summary>One sentence whose tokens are given.</summary>
    public Sentence Tag(string text, IReadOnlyList<TextSpan> tokens) =>
        Tag(text, new Sentence(new(tokens[0].Start, tokens[^1].End), 0, [.. tokens.Select(x => new Token(x.Start, x.End, PartOfSpeech.X, ""))], []));

    private Sentence TagSentence(string text, int block, TaggerScratch scratch, int start, int end)
    {
        scratch.MakeRoom(end, (end - start) * NameLabels.Count);
        _model.Parts.Tag(scratch.Words, start, end, scratch.Labels, scratch.Names);
        _model.Vocabulary.Names.Mark(scratch.Words, start, end, scratch.Kinds);
        _model.Names.Tag(scratch.Words, scratch.Labels, scratch.Kinds, start, end, scratch.Names, scratch.Back);
        var tokens = new Token[end - start];
        for (var i = start; i < end; i++)
        {
            var span = scratch.Tokens[i];
            var lemma = _model.Lemmas.Lemma(text.AsSpan(span.Start, span.Length), scratch.Words[i], scratch.Labels[i]);
            tokens[i - start] = new(span.Start, span.End, PosLabels.PartOf(scratch.Labels[i]), lemma);
        }
        return new(new(tokens[0].Start, tokens[^1].End), block, tokens, NamesOf(scratch, start, end));
    }

    private static List<Entity> NamesOf(TaggerScratch scratch, int start, int end)
    {
        var found = new List<Entity>();
        var open = start;
        for (var i = start; i < end; i++)
        {
            int label = scratch.Names[i];
            if (NameLabels.Opens(label)) open = i;
            if (NameLabels.Closes(label)) found.Add(new(new(scratch.Tokens[open].Start, scratch.Tokens[i].End), NameLabels.EntityOf(label)));
        }
        return found;
    }
}
