namespace PledgeMiner.Detecting;

/// <summary>A sentence as the finders look at it: words and lemmas by index, and which entity covers which word.</summary>
internal sealed class SentenceView
{
    private readonly Token[] _tokens;
    private readonly string[] _lemmas;
    private readonly int[] _entityAt;

    public SentenceView(string text, Sentence sentence)
    {
        (Text, Sentence) = (text, sentence);
        _tokens = sentence.Tokens as Token[] ?? [.. sentence.Tokens];
        (Words, _lemmas, _entityAt) = (new string[_tokens.Length], new string[_tokens.Length], new int[_tokens.Length]);
        for (var i = 0; i < _tokens.Length; i++)
        {
            _lemmas[i] = _tokens[i].Lemma.ToLowerInvariant();
            Words[i] = Lower(text.AsSpan(_tokens[i].Start, _tokens[i].End - _tokens[i].Start), _lemmas[i]);
            _entityAt[i] = -1;
        }
        for (var e = 0; e < sentence.Entities.Count; e++)
        {
            var span = sentence.Entities[e].Span;
            for (var i = IndexOf(span.Start); i < _tokens.Length && _tokens[i].End <= span.End; i++)
            {
                if (_entityAt[i] < 0) _entityAt[i] = e;
            }
        }
    }

    public string Text { get; }
    public Sentence Sentence { get; }
    public IReadOnlyList<Token> Tokens => _tokens;

    /// <summary>The words in lower case, with straight apostrophes.</summary>
    public string[] Words { get; }
    public int Count => Words.Length;

    public string Word(int i) => i >= 0 && i < Count ? Words[i] : "";

    public string Lemma(int i) => i >= 0 && i < Count ? _lemmas[i] : "";

    public PartOfSpeech Pos(int i) => i >= 0 && i < Count ? _tokens[i].Pos : PartOfSpeech.X;

    public Entity? EntityAt(int i) => i >= 0 && i < Count && _entityAt[i] >= 0 ? Sentence.Entities[_entityAt[i]] : null;

    /// <summary>Index of the first word at or after an offset; <see cref="Count"/> where there is none.</summary>
    public int IndexOf(int offset)
    {
        var (low, high) = (0, _tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public TextSpan SpanOf(int first, int end) => new(_tokens[first].Start, _tokens[end - 1].End);

    /// <summary>Most words are their lemma, so that no new string is made.</summary>
    private static string Lower(ReadOnlySpan<char> word, string lemma)
    {
        var lower = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        lower.Replace('’', '\'');
        return lower.SequenceEqual(lemma) ? lemma : new string(lower);
    }
}
