namespace PledgeMiner.Detecting;

/// <summary>Who acts in a document beyond a sentence's own words: its authors, its conflict, its chief ally, and who acted last.</summary>
internal sealed class DocumentActors
{
    private readonly Dictionary<int, IReadOnlyList<Pledger>> _bySentence = [];

    public DocumentActors(IReadOnlyList<Sentence> sentences, IReadOnlyList<string> authors)
    {
        var named = Conflict.CodesOf(sentences);
        Conflict = Conflict.Of(named);
        Authors = authors;
        Chief = named.Where(x => IsAlly(x.Key)).DefaultIfEmpty().MaxBy(x => x.Value).Key;
    }

    public Conflict? Conflict { get; }

    /// <summary>Codes of those who publish the document.</summary>
    public IReadOnlyList<string> Authors { get; }

    /// <summary>The ally named most, or null.</summary>
    public string? Chief { get; }

    /// <summary>The state that a person without any belongs to: the publisher's, else the ally named most.</summary>
    public string? Home => Authors.Count > 0 ? Authors[0] : Chief;

    public bool IsAggressor(string code) => Conflict?.Aggressors.Contains(code) == true;

    public bool IsPartner(string code) => Conflict?.Partner == code;

    public bool IsAlly(string code) => !IsAggressor(code) && !IsPartner(code) && code != "OTHER";

    public void Remember(int sentence, IReadOnlyList<Pledger> pledgers) => _bySentence[sentence] = pledgers;

    public IReadOnlyList<Pledger> Of(int sentence) => _bySentence.GetValueOrDefault(sentence, []);
}
