namespace PledgeMiner.Classifying;

/// <summary>A document's sentences as the features see them, made once: actors and numbers replaced by what they are.</summary>
internal sealed class DocumentContext
{
    private readonly Dictionary<int, string[]> _headings = [];
    private readonly Dictionary<int, string[]> _leadIns = [];

    public DocumentContext(Document document, IReadOnlyList<Sentence> sentences)
    {
        (Document, Sentences) = (document, sentences);
        Conflict = Conflict.Of(sentences);
        Lemmas = [.. sentences.Select(x => WordsOf(x, Conflict, t => t.Lemma))];
        Words = [.. sentences.Select(x => WordsOf(x, Conflict, t => t.Span.Of(document.Text)).Where(w => w.Any(char.IsLetterOrDigit)).ToArray())];
        Classes = [.. Lemmas.Select(ClassesOf)];
        TitleWords = document.Title is null ? [] : Split(document.Title);
        Shares = [.. new[] { Ally, Partner, Aggressor }.Select(x => (x, ShareOf(x)))];
    }

    public Document Document { get; }
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The conflict that the document is about, or null.</summary>
    public Conflict? Conflict { get; }

    /// <summary>For each sentence its words in lower case without its marks, with the same placeholders.</summary>
    public string[][] Words { get; }

    /// <summary>For each sentence its lemmas, with "(ally)", "(partner)", "(aggressor)", "(money)", "(date)", "(number)" for what they name.</summary>
    public string[][] Lemmas { get; }

    /// <summary>For each sentence the classes of its words, with its function words and actors; other words are left out.</summary>
    public string[][] Classes { get; }
    public string[] TitleWords { get; }

    /// <summary>How much the document speaks of allies, the partner and the aggressor: 0 not at all, 5 in every twelfth word.</summary>
    public IReadOnlyList<(string Actor, int Level)> Shares { get; }

    public string[] HeadingWords(int block) => Cached(_headings, block, Document.HeadingOf(block));

    public string[] LeadInWords(int block) => Cached(_leadIns, block, Document.LeadInOf(block));

    private const string Ally = "(ally)", Partner = "(partner)", Aggressor = "(aggressor)";

    private string[] Cached(Dictionary<int, string[]> cache, int block, Block? found)
    {
        if (!cache.TryGetValue(block, out var words))
            cache[block] = words = found is { } x ? Split(x.Span.Of(Document.Text)) : [];
        return words;
    }

    private int ShareOf(string actor)
    {
        var words = Words.Sum(x => x.Length) + 1;
        return Math.Min(5, Words.Sum(x => x.Count(w => w == actor)) * 60 / words);
    }

    private static string[] WordsOf(Sentence sentence, Conflict? conflict, Func<Token, string> form)
    {
        var words = new List<string>(sentence.Tokens.Count);
        var (from, entities) = (0, sentence.Entities);
        foreach (var token in sentence.Tokens)
        {
            while (from < entities.Count && entities[from].Span.End <= token.Start) from++;
            var (placeholder, start) = ((string?)null, 0);
            // A quantity may hold a state ("56,000 Ukrainian soldiers"): the first of those here that stands for something counts.
            for (var e = from; e < entities.Count && entities[e].Span.Start <= token.Start && placeholder is null; e++)
            {
                if (entities[e].Span.Contains(token.Span)) (placeholder, start) = (Placeholder(entities[e], conflict), entities[e].Span.Start);
            }
            if (placeholder is null) words.Add(token.Pos == PartOfSpeech.Num ? "(number)" : form(token).ToLowerInvariant());
            else if (token.Start == start) words.Add(placeholder);
        }
        return [.. words];
    }

    private static string? Placeholder(Entity entity, Conflict? conflict) => entity.Kind switch
    {
        EntityKind.Money => "(money)",
        EntityKind.Date => "(date)",
        EntityKind.Quantity or EntityKind.Equipment => null,
        _ when entity.Code is null or "OTHER" => entity.Kind == EntityKind.Person ? "(person)" : null,
        _ when conflict?.Aggressors.Contains(entity.Code) == true => Aggressor,
        _ when entity.Code == conflict?.Partner => Partner,
        EntityKind.Person => "(leader)",
        _ => Ally,
    };

    private static string[] ClassesOf(string[] words)
    {
        var classes = new List<string>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].StartsWith('(') && words[i].Length > 1) classes.Add(words[i]);
            else if (WordClasses.At(words, i, out var length) is { } found)
            {
                classes.Add(found);
                i += length - 1;
            }
            else if (FunctionWords.Contains(words[i])) classes.Add(words[i]);
        }
        return [.. classes];
    }

    private static readonly HashSet<string> FunctionWords =
        [.. "be have do to that which who he she it they this these those there as because although while can must should may might could let get make take".Split(' ')];

    private static string[] Split(string text) =>
        text.ToLowerInvariant().Split([' ', '\n', '\t', ',', '.', ':', ';', '(', ')', '"', '“', '”', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
}
