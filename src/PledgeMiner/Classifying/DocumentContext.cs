namespace PledgeMiner.Classifying;

/// <summary>A document as the features see it, made once: its sentences' terms, its headings, lead-ins and title, and whom it speaks of.</summary>
internal sealed class DocumentContext
{
    /// <summary>Words of a heading, lead-in or title beyond this many tell nothing more.</summary>
    private const int ContextWords = 25;

    private readonly Dictionary<int, Term[]> _headings = [];
    private readonly Dictionary<int, Term[]> _leadIns = [];

    public DocumentContext(Document document, IReadOnlyList<Sentence> sentences)
    {
        (Document, Sentences) = (document, sentences);
        Conflict = Conflict.Of(sentences);
        Terms = new SentenceTerms[sentences.Count];
        for (var i = 0; i < Terms.Length; i++) Terms[i] = new(document.Text, sentences[i], Conflict);
        TitleWords = document.Title is null ? [] : Split(document.Title);
        Shares = [.. new[] { Roles.Ally, Roles.Partner, Roles.Aggressor }.Select(x => (x, ShareOf(x)))];
    }

    public Document Document { get; }
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The conflict that the document is about, or null.</summary>
    public Conflict? Conflict { get; }

    /// <summary>By sentence.</summary>
    public SentenceTerms[] Terms { get; }
    public Term[] TitleWords { get; }

    /// <summary>How much the document speaks of allies, the partner and the aggressor: 0 not at all, 5 in every twelfth word.</summary>
    public IReadOnlyList<(Term Actor, int Level)> Shares { get; }

    public Term[] HeadingWords(int block) => Cached(_headings, block, Document.HeadingOf(block));

    public Term[] LeadInWords(int block) => Cached(_leadIns, block, Document.LeadInOf(block));

    private Term[] Cached(Dictionary<int, Term[]> cache, int block, Block? found)
    {
        if (!cache.TryGetValue(block, out var words))
            cache[block] = words = found is { } x ? Split(x.Span.Of(Document.Text)) : [];
        return words;
    }

    private int ShareOf(Term actor)
    {
        var (all, named) = (1, 0);
        foreach (var terms in Terms)
        {
            all += terms.Words.Length;
            foreach (var word in terms.Words) if (word.Hash == actor.Hash) named++;
        }
        return Math.Min(5, named * 60 / all);
    }

    private static Term[] Split(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '\n', '\t', ',', '.', ':', ';', '(', ')', '"', '“', '”', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Take(ContextWords).Select(Term.Of)];
}
