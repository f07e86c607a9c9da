namespace PledgeMiner.Tagging;

/// <summary>Finds who acts (states, organisations, people), with what equipment, for how much money, how many and when. Immutable; one serves all threads.</summary>
public sealed class EntityFinder
{
    private readonly Gazetteer _gazetteer = new();

    /// <summary>Reads a document's words and gazetteer phrases once; its sentences are then found in order.</summary>
    public ActorMemory Open(Document document)
    {
        var words = GazetteerScanner.Scan(document.Text, _gazetteer.Vocabulary.Find);
        // A date outside any news archive is a fault of its page, and no calendar to reckon by.
        var published = document.Published is { Year: >= 1900 and <= 2100 } day ? day : (DateOnly?)null;
        return new(new(document.Text, words, _gazetteer.Vocabulary), _gazetteer.Find(words), published);
    }

    /// <summary>The entities of a sentence, sorted. None overlap, except that quantities hold the equipment and states within their words.</summary>
    /// <param name="named">Persons, organisations and locations that another model found in the sentence: in order, none overlapping; kept where the gazetteers know nothing better.</param>
    public IReadOnlyList<Entity> Find(ActorMemory memory, TextSpan sentence, IReadOnlyList<Entity> named)
    {
        if (Begin(memory, sentence) is not var (first, end)) return named;
        foreach (var hit in memory.SentenceHits)
        {
            // The 2 of "Leopard 2" is no number.
            if (hit.Entry is { Role: GazetteerRole.Equipment, Noun: false } && hit.Count > 1) memory.Claims.Take(hit.First + 1, hit.After);
        }
        MoneyReader.Read(memory.Text, first, end, new(memory.SentenceHits, memory.UsualState), memory.Found, memory.Claims);
        DateReader.Read(memory.Text, first, end, memory.Published, memory.Found, memory.Claims);
        QuantityReader.Read(memory.Text, first, end, memory.SentenceHits, memory.Found, memory.Claims);
        return WithActors(memory, first, end, named);
    }

    /// <summary>The actors of a sentence alone, as the gazetteers know them: what a document's other sentences are read by.</summary>
    public IReadOnlyList<Entity> FindActors(ActorMemory memory, TextSpan sentence) =>
        Begin(memory, sentence) is var (first, end) && memory.SentenceHits.Count > 0 ? WithActors(memory, first, end, []) : [];

    private static (int First, int End)? Begin(ActorMemory memory, TextSpan sentence)
    {
        var (first, end) = (memory.Text.WordAt(sentence.Start), memory.Text.WordAt(sentence.End));
        if (first == end) return null;
        GazetteerHits.Within(memory.Hits, first, end, memory.SentenceHits);
        memory.Found.Clear();
        memory.Claims.Reset(first, end);
        return (first, end);
    }

    private IReadOnlyList<Entity> WithActors(ActorMemory memory, int first, int end, IReadOnlyList<Entity> named)
    {
        var measured = memory.Found.Count;
        new ActorReader(_gazetteer.Directory, memory, first, end).Read();
        return GazetteerMerge.Merge(memory, memory.Found, measured, named);
    }
}
