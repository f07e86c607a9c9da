namespace PledgeMiner.Classifying;

/// <summary>A deed's words in lower case with their parts of speech, and its verbs, for what stands around a count or a date.</summary>
internal sealed class SlotWords
{
    private static readonly Term Edge = "<>";
    private static readonly Term[] PartsOfSpeech = [.. Enum.GetNames<PartOfSpeech>().Select(Term.Of)];

    private readonly string _text;
    private readonly Sentence _sentence;
    private readonly Token[] _tokens;
    private readonly IReadOnlyList<VerbFrame> _verbs;

    // Spelt when asked for: of a long sentence few stand near a count or a date, or beside who may act.
    private readonly Term[] _words, _lemmas;

    public SlotWords(string text, Sentence sentence, IReadOnlyList<VerbFrame> verbs)
    {
        (_text, _sentence, _verbs, _tokens) = (text, sentence, verbs, sentence.Tokens as Token[] ?? [.. sentence.Tokens]);
        (_words, _lemmas) = (new Term[_tokens.Length], new Term[_tokens.Length]);
    }

    public int Count => _tokens.Length;

    public Term Word(int i)
    {
        if (i < 0 || i >= Count) return Edge;
        if (_words[i].Text is null)
        {
            var token = _tokens[i];
            var word = _text.AsSpan(token.Start, token.End - token.Start);
            _words[i] = word.SequenceEqual(token.Lemma) ? Lemma(i) : LowerCase.Of(word.ToString());
        }
        return _words[i];
    }

    public Term Lemma(int i)
    {
        if (i < 0 || i >= Count) return Edge;
        if (_lemmas[i].Text is null) _lemmas[i] = LowerCase.Of(_tokens[i].Lemma);
        return _lemmas[i];
    }

    public Term PartOfSpeechAt(int i) => i >= 0 && i < Count ? PartsOfSpeech[(int)_tokens[i].Pos] : Edge;

    public bool Has(string word, int first, int end)
    {
        for (var i = Math.Max(0, first); i < Math.Min(Count, end); i++) if (Word(i).Text == word) return true;
        return false;
    }

    /// <summary>The words of a span: the index of the first and that behind the last.</summary>
    public (int First, int End) IndicesOf(TextSpan span)
    {
        var first = 0;
        while (first < Count && _tokens[first].Start < span.Start) first++;
        var end = first;
        while (end < Count && _tokens[end].Start < span.End) end++;
        return (first, end);
    }

    /// <summary>The last verb before a word, or null.</summary>
    public VerbFrame? VerbBefore(int at)
    {
        VerbFrame? found = null;
        foreach (var verb in _verbs) if (verb.Head < at) found = verb;
        return found;
    }

    /// <summary>The first verb from a word on, or null.</summary>
    public VerbFrame? VerbFrom(int at)
    {
        foreach (var verb in _verbs) if (verb.Head >= at) return verb;
        return null;
    }

    /// <summary>What kind of name begins or goes on at a word, or null.</summary>
    public EntityKind? KindAt(int i)
    {
        foreach (var entity in _sentence.Entities)
        {
            if (i >= 0 && i < Count && entity.Span.Contains(_tokens[i].Span)) return entity.Kind;
        }
        return null;
    }
}
