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
        var text = memory.Text;
        var (first, end) = (text.WordAt(sentence.Start), text.WordAt(sentence.End));
        if (first == end) return named;
        var (hits, found) = (memory.SentenceHits, memory.Found);
        GazetteerHits.Within(memory.Hits, first, end, hits);
        found.Clear();
        memory.Claims.Reset(first, end);
        foreach (var hit in hits)
        {
            // The 2 of "Leopard 2" is no number.
            if (hit.Entry is { Role: GazetteerRole.Equipment, Noun: false } && hit.Count > 1) memory.Claims.Take(hit.First + 1, hit.After);
        }
        MoneyReader.Read(text, first, end, new(hits, memory.UsualState), found, memory.Claims);
        DateReader.Read(text, first, end, memory.Published, found, memory.Claims);
        QuantityReader.Read(text, first, end, hits, found, memory.Claims);
        var measured = found.Count;
        new ActorReader(_gazetteer.Directory, memory, first, end).Read();
        return GazetteerMerge.Merge(memory, found, measured, named);
    }
}
