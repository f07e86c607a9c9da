namespace PledgeMiner.Detecting;

/// <summary>A sentence as the finders look at it: words and lemmas by index, and which entity covers which word.</summary>
internal sealed class SentenceView
{
    private readonly Token[] _tokens;
    private readonly int[] _entityAt;
    private string[]? _words, _lemmas;

    public SentenceView(string text, Sentence sentence)
    {
        (Text, Sentence) = (text, sentence);
        _tokens = sentence.Tokens as Token[] ?? [.. sentence.Tokens];
        _entityAt = sentence.Entities.Count == 0 ? [] : new int[_tokens.Length];
        Array.Fill(_entityAt, -1);
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

    /// <summary>The words in lower case, with straight apostrophes; of most sentences that are not searched nobody asks for them.</summary>
    public string[] Words => _words ??= Spelt();

    public int Count => _tokens.Length;

    private string[] Lemmas => _lemmas ??= Array.ConvertAll(_tokens, x => LowerCase.Of(x.Lemma));

    public string Word(int i) => i >= 0 && i < Count ? Words[i] : "";

    public string Lemma(int i) => i >= 0 && i < Count ? Lemmas[i] : "";

    public PartOfSpeech Pos(int i) => i >= 0 && i < Count ? _tokens[i].Pos : PartOfSpeech.X;

    public Entity? EntityAt(int i) => i >= 0 && i < _entityAt.Length && _entityAt[i] >= 0 ? Sentence.Entities[_entityAt[i]] : null;

    /// <summary>Whether a word is the one mark and nothing else.</summary>
    public bool IsMark(int i, char mark) => _tokens[i].End - _tokens[i].Start == 1 && Text[_tokens[i].Start] == mark;

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

    private string[] Spelt()
    {
        var words = new string[_tokens.Length];
        var lemmas = Lemmas;
        for (var i = 0; i < words.Length; i++) words[i] = Lower(Text.AsSpan(_tokens[i].Start, _tokens[i].End - _tokens[i].Start), lemmas[i]);
        return words;
    }

    /// <summary>Most words are in small letters, and their lemma, so that no new string is made.</summary>
    private static string Lower(ReadOnlySpan<char> word, string lemma)
    {
        if (!word.ContainsAnyExceptInRange('a', 'z')) return word.SequenceEqual(lemma) ? lemma : word.ToString();
        var lower = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        lower.Replace('’', '\'');
        return lower.SequenceEqual(lemma) ? lemma : new string(lower);
    }
}
