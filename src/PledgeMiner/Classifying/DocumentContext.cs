namespace PledgeMiner.Classifying;

/// <summary>A document as the features see it, made once: its headings, lead-ins and title, and the conflict it is about.</summary>
internal sealed class DocumentContext
{
    /// <summary>Words of a heading, lead-in or title beyond this many tell nothing more.</summary>
    private const int ContextWords = 25;

    private readonly Dictionary<int, Term[]> _headings = [];
    private readonly Dictionary<int, Term[]> _leadIns = [];
    private readonly Dictionary<int, Deed> _deeds = [];
    private (Sentence Sentence, SentenceTerms Terms)? _words;

    /// <param name="deeds">Those to be judged, in text order.</param>
    public DocumentContext(Document document, IReadOnlyList<Sentence> sentences, IReadOnlyList<Deed> deeds)
    {
        (Document, Sentences, Actors) = (document, sentences, new(document, sentences));
        foreach (var deed in deeds) _deeds.TryAdd(deed.Sentence, deed);
        TitleWords = document.Title is null ? [] : Split(document.Title);
    }

    public Document Document { get; }
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Whom the document names.</summary>
    public NamedActors Actors { get; }

    /// <summary>The conflict that the document is about, or null.</summary>
    public Conflict? Conflict => Actors.Conflict;

    public Term[] TitleWords { get; }

    public Term[] HeadingWords(int block) => Cached(_headings, block, Document.HeadingOf(block));

    public Term[] LeadInWords(int block) => Cached(_leadIns, block, Document.LeadInOf(block));

    /// <summary>The sentence, or the part of it, that a deed is read from, with its words as the features see them; the last is kept.</summary>
    public (Sentence Sentence, SentenceTerms Terms) WordsOf(Deed deed)
    {
        if (_words is { } last && last.Sentence.Span == deed.Span) return last;
        var sentence = Sentences[deed.Sentence].Part(deed.Span);
        _words = (sentence, new(Document.Text, sentence, Conflict));
        return _words.Value;
    }

    /// <summary>The deed of the sentence before, or null.</summary>
    public Deed? DeedBefore(Deed deed) => _deeds.GetValueOrDefault(deed.Sentence - 1);

    private Term[] Cached(Dictionary<int, Term[]> cache, int block, Block? found)
    {
        if (!cache.TryGetValue(block, out var words))
            cache[block] = words = found is { } x ? Split(x.Span.Of(Document.Text)) : [];
        return words;
    }

    private static Term[] Split(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '\n', '\t', ',', '.', ':', ';', '(', ')', '"', '“', '”', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Take(ContextWords).Select(Term.Of)];
}
