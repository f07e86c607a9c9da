namespace PledgeMiner.Tagging;

/// <summary>A document as the finder of entities reads it: its gazetteer phrases, and who was introduced so far. One a document, for one thread.</summary>
public sealed class ActorMemory
{
    private readonly Dictionary<string, ActorMention> _surnames = [];
    private readonly Dictionary<string, ActorMention> _offices = [];
    private readonly HashSet<string> _codes = [];

    internal ActorMemory(GazetteerText text, List<GazetteerHit> hits, DateOnly? published)
    {
        (Text, Hits, Published) = (text, hits, published);
        var most = 0;
        var counts = new Dictionary<string, int>();
        foreach (var hit in hits)
        {
            if (hit.Entry is { Plain: true, Code.Length: > 0 } and not { Role: GazetteerRole.Office }) _codes.Add(hit.Entry.Code);
            if (hit.Entry.Role is not (GazetteerRole.State or GazetteerRole.Demonym or GazetteerRole.Capital) || MoneyCurrencies.OfState(hit.Entry.Code) is null) continue;
            var count = counts[hit.Entry.Code] = counts.GetValueOrDefault(hit.Entry.Code) + 1;
            if (count <= most) continue;
            (most, UsualState) = (count, hit.Entry.Code);
        }
    }

    internal GazetteerText Text { get; }

    internal List<GazetteerHit> Hits { get; }

    internal DateOnly? Published { get; }

    /// <summary>The state with a currency of its own that the document names most.</summary>
    internal string? UsualState { get; }

    internal QuantityClaims Claims { get; } = new();

    /// <summary>The phrases of the sentence at hand, and what was found in it: kept from sentence to sentence, so that none allocates its own.</summary>
    internal List<GazetteerHit> SentenceHits { get; } = [];

    internal List<Entity> Found { get; } = [];

    /// <summary>Whether the document names an actor by a name that needs no introduction, or introduced someone who stands for it.</summary>
    internal bool Names(string code) => _codes.Contains(code);

    internal void Introduce(ActorMention mention, string? office)
    {
        _codes.Add(mention.Code);
        if (mention.Name is { } name) _surnames[GazetteerFold.Text(name.AsSpan(name.LastIndexOf(' ') + 1))] = mention;
        if (office is not null) _offices[office] = mention;
    }

    internal ActorMention? BySurname(ReadOnlySpan<char> surname) => _surnames.GetValueOrDefault(GazetteerFold.Text(surname));

    internal ActorMention? ByOffice(string office) => _offices.GetValueOrDefault(office);
}

/// <summary>Someone who was introduced: for whom they stand, and their name where it is known.</summary>
internal sealed record ActorMention(string Code, string? Name);
