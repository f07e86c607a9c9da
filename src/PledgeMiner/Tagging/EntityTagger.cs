namespace PledgeMiner.Tagging;

/// <summary>Any tagger's sentences with the actors, equipment, money, quantities and dates that pledges need.</summary>
public sealed class EntityTagger(ITagger words) : ITagger
{
    private readonly EntityFinder _finder = new();

    public IReadOnlyList<Sentence> Tag(Document document)
    {
        var memory = _finder.Open(document);
        return [.. words.Tag(document).Select(x => x with { Entities = _finder.Find(memory, x.Span, x.Entities) })];
    }

    public IReadOnlyList<Sentence> Split(Document document) => words.Split(document);

    public IReadOnlyList<Sentence> Tag(Document document, IReadOnlyList<Sentence> sentences, IReadOnlyList<bool> wanted)
    {
        var memory = _finder.Open(document);
        return [.. words.Tag(document, sentences, wanted).Select((x, i) => x with { Entities = wanted[i] ? _finder.Find(memory, x.Span, x.Entities) : _finder.FindActors(memory, x.Span) })];
    }

    /// <summary>The actor code of a name such as "Government of Latvia", or null where it names none.</summary>
    public string? CodeOf(string name)
    {
        var document = new Document(name, [new(BlockKind.Title, new(0, name.Length))], null, null, null, "en");
        return _finder.Find(_finder.Open(document), new(0, name.Length), []).FirstOrDefault(x => x.Code is not null)?.Code;
    }
}
