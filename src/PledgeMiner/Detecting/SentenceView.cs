namespace PledgeMiner.Detecting;

/// <summary>A sentence as the finders look at it: words and lemmas by index, and which entity covers which word.</summary>
internal sealed class SentenceView
{
    private readonly int[] _entityAt;

    public SentenceView(string text, Sentence sentence)
    {
        (Text, Sentence, Tokens) = (text, sentence, sentence.Tokens);
        Words = [.. Tokens.Select(x => text[x.Start..x.End].ToLowerInvariant().Replace('’', '\''))];
        _entityAt = [.. Enumerable.Repeat(-1, Tokens.Count)];
        for (var e = 0; e < sentence.Entities.Count; e++)
        {
            for (var i = 0; i < Tokens.Count; i++)
            {
                if (sentence.Entities[e].Span.Contains(Tokens[i].Span) && _entityAt[i] < 0) _entityAt[i] = e;
            }
        }
    }

    public string Text { get; }
    public Sentence Sentence { get; }
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The words in lower case, with straight apostrophes.</summary>
    public string[] Words { get; }
    public int Count => Tokens.Count;

    public string Word(int i) => i >= 0 && i < Count ? Words[i] : "";

    public string Lemma(int i) => i >= 0 && i < Count ? Tokens[i].Lemma.ToLowerInvariant() : "";

    public PartOfSpeech Pos(int i) => i >= 0 && i < Count ? Tokens[i].Pos : PartOfSpeech.X;

    public Entity? EntityAt(int i) => i >= 0 && i < Count && _entityAt[i] >= 0 ? Sentence.Entities[_entityAt[i]] : null;

    /// <summary>Index of the first word at or after an offset; <see cref="Count"/> where there is none.</summary>
    public int IndexOf(int offset)
    {
        var i = 0;
        while (i < Count && Tokens[i].Start < offset) i++;
        return i;
    }

    public TextSpan SpanOf(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End);
}
