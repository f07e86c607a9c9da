namespace PledgeMiner.Classifying;

/// <summary>A document's sentences as words ready for hashing, made once and read by every sentence's features.</summary>
internal sealed class DocumentContext
{
    private readonly Dictionary<int, string[]> _headings = [];
    private readonly Dictionary<int, string[]> _leadIns = [];

    public DocumentContext(Document document, IReadOnlyList<Sentence> sentences)
    {
        (Document, Sentences) = (document, sentences);
        Words = [.. sentences.Select(x => WordsOf(document.Text, x))];
        TitleWords = document.Title is null ? [] : Split(document.Title);
        TopicWords = Topic(sentences);
    }

    public Document Document { get; }
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>For each sentence its words in lower case, names and numbers replaced by what they are.</summary>
    public string[][] Words { get; }
    public string[] TitleWords { get; }

    /// <summary>The commonest nouns and names of the document: what it is about.</summary>
    public string[] TopicWords { get; }

    public string[] HeadingWords(int block) => Cached(_headings, block, Document.HeadingOf(block));

    public string[] LeadInWords(int block) => Cached(_leadIns, block, Document.LeadInOf(block));

    private string[] Cached(Dictionary<int, string[]> cache, int block, Block? found)
    {
        if (!cache.TryGetValue(block, out var words))
            cache[block] = words = found is { } x ? Split(x.Span.Of(Document.Text)) : [];
        return words;
    }

    private static string[] WordsOf(string text, Sentence sentence)
    {
        var words = new List<string>(sentence.Tokens.Count);
        foreach (var token in sentence.Tokens)
        {
            var entity = sentence.Entities.FirstOrDefault(x => x.Span.Contains(token.Span) && Placeholder(x) is not null);
            if (entity is null)
            {
                words.Add(token.Pos == PartOfSpeech.Num ? "<number>" : text[token.Start..token.End].ToLowerInvariant());
            }
            else if (token.Start == entity.Span.Start)
            {
                words.Add(Placeholder(entity)!);
            }
        }
        return [.. words];
    }

    private static string? Placeholder(Entity entity) => entity.Kind switch
    {
        EntityKind.Money => "<money>",
        EntityKind.Date => "<date>",
        EntityKind.Person => "<person>",
        EntityKind.State or EntityKind.Location when entity.Code is "RUS" or "BLR" => "<aggressor>",
        EntityKind.State or EntityKind.Location when entity.Code is "UKR" => "<partner>",
        EntityKind.State => "<state>",
        _ => null,
    };

    private static string[] Split(string text) =>
        text.ToLowerInvariant().Split([' ', '\n', '\t', ',', '.', ':', ';', '(', ')', '"', '“', '”', '’', '\''], StringSplitOptions.RemoveEmptyEntries);

    private static string[] Topic(IReadOnlyList<Sentence> sentences) =>
        [.. sentences.SelectMany(x => x.Tokens).Where(x => x.Pos is PartOfSpeech.Noun or PartOfSpeech.Propn)
            .GroupBy(x => x.Lemma).OrderByDescending(x => x.Count()).ThenBy(x => x.Key, StringComparer.Ordinal).Take(12).Select(x => x.Key)];
}
