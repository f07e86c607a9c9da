namespace PledgeMiner.Tagging;

/// <summary>Puts together what the readers found and what another model named.</summary>
internal static class GazetteerMerge
{
    /// <param name="measured">How many of the found, from the first, are money, dates and quantities: these stand as they are.</param>
    public static IReadOnlyList<Entity> Merge(ActorMemory memory, List<Entity> found, int measured, IReadOnlyList<Entity> named)
    {
        var kept = new List<Entity>(found.Count + named.Count);
        kept.AddRange(found.Take(measured));
        for (var i = measured; i < found.Count; i++)
        {
            var actor = found[i];
            if (!IsWithinName(memory, actor, named) && !Crosses(actor, found, measured)) kept.Add(actor);
        }
        foreach (var name in named)
        {
            if (kept.Any(x => x.Span.Overlap(name.Span) > 0)) continue;
            kept.Add(Known(memory, name));
        }
        kept.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        return kept;
    }

    /// <summary>"Jordan" of a person Jordan Smith is no state; "Trump" of Melania Trump is not her husband.</summary>
    private static bool IsWithinName(ActorMemory memory, Entity actor, IReadOnlyList<Entity> named) =>
        actor.Kind != EntityKind.Equipment && named.Any(x => x.Kind == EntityKind.Person && x.Span.Contains(actor.Span) && x.Span != actor.Span && !IsTitle(memory, x, actor));

    /// <summary>The other model took a title for part of the name: "Mr Macron", "President Macron".</summary>
    private static bool IsTitle(ActorMemory memory, Entity name, Entity actor)
    {
        if (actor.Kind != EntityKind.Person || actor.Span.End != name.Span.End) return false;
        var first = memory.Text.WordAt(name.Span.Start);
        return memory.Text.Words[first].Start < actor.Span.Start && memory.Text[first].Length > 0;
    }

    /// <summary>Only quantities hold others, and only whole ones; an actor that stands in a date or in money is part of it.</summary>
    private static bool Crosses(Entity actor, List<Entity> found, int measured)
    {
        for (var i = 0; i < measured; i++)
        {
            if (found[i].Span.Overlap(actor.Span) == 0) continue;
            if (found[i].Kind == EntityKind.Quantity && found[i].Span.Contains(actor.Span)) continue;
            return true;
        }
        return false;
    }

    /// <summary>A person introduced before stands for the same actor.</summary>
    private static Entity Known(ActorMemory memory, Entity name)
    {
        if (name is not { Kind: EntityKind.Person, Code: null }) return name;
        var words = name.Span.Of(memory.Text.Text);
        var surname = words.AsSpan(words.LastIndexOf(' ') + 1);
        return memory.BySurname(surname) is { Name: { } full } known && (!words.Contains(' ') || GazetteerFold.Text(words) == GazetteerFold.Text(full))
            ? name with { Code = known.Code, Name = full }
            : name;
    }
}
