namespace PledgeMiner.Tagging;

/// <summary>Puts together what the readers found and what another model named.</summary>
internal static class GazetteerMerge
{
    private static readonly Comparison<Entity> ByPlace = (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End);

    /// <param name="measured">How many of the found, from the first, are money, dates and quantities: these stand as they are.</param>
    /// <param name="named">In order, none overlapping.</param>
    public static IReadOnlyList<Entity> Merge(ActorMemory memory, List<Entity> found, int measured, IReadOnlyList<Entity> named)
    {
        if (found.Count + named.Count == 0) return [];
        var kept = new List<Entity>(found.Count + named.Count);
        for (var i = 0; i < measured; i++) kept.Add(found[i]);
        kept.Sort(ByPlace);
        var codes = CodesWithin(found, measured, named);
        for (var i = measured; i < found.Count; i++)
        {
            var name = Overlapping(named, named.Count, found[i].Span);
            if (name >= 0 && (codes[name] is { Length: > 0 } || IsWithinName(memory, found[i], named[name]))) continue;
            if (!Crosses(found[i], kept, measured)) kept.Add(found[i]);
        }
        kept.Sort(ByPlace);
        var known = kept.Count;
        for (var i = 0; i < named.Count; i++)
        {
            if (Overlapping(kept, known, named[i].Span) < 0) kept.Add(codes[i] is { Length: > 0 } code ? named[i] with { Code = code } : Known(memory, named[i]));
        }
        if (kept.Count > known) kept.Sort(ByPlace);
        return kept;
    }

    /// <summary>For each longer name of an organisation or place the one actor within it: the Ministry of Defence of Ukraine acts for Ukraine. Empty where there are several.</summary>
    private static string?[] CodesWithin(List<Entity> found, int measured, IReadOnlyList<Entity> named)
    {
        var codes = new string?[named.Count];
        for (var i = measured; i < found.Count; i++)
        {
            var actor = found[i];
            if (actor.Kind is EntityKind.Person or EntityKind.Equipment || actor.Code is null) continue;
            var name = Overlapping(named, named.Count, actor.Span);
            if (name < 0 || named[name].Kind is not (EntityKind.Organisation or EntityKind.Location)) continue;
            var within = named[name].Span.Contains(actor.Span) && named[name].Span != actor.Span;
            codes[name] = within && (codes[name] ?? actor.Code) == actor.Code ? actor.Code : "";
        }
        return codes;
    }

    /// <summary>Of entities in order the index of the last that begins before the span's end, if it overlaps, else -1.</summary>
    private static int Overlapping(IReadOnlyList<Entity> entities, int count, TextSpan span)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entities[middle].Span.Start < span.End) low = middle + 1;
            else high = middle;
        }
        return low > 0 && entities[low - 1].Span.Overlap(span) > 0 ? low - 1 : -1;
    }

    /// <summary>"Jordan" of a person Jordan Smith is no state; "Trump" of Melania Trump is not her husband.</summary>
    private static bool IsWithinName(ActorMemory memory, Entity actor, Entity name) =>
        actor.Kind != EntityKind.Equipment && name.Kind == EntityKind.Person
        && name.Span.Contains(actor.Span) && name.Span != actor.Span && !IsTitle(memory, name, actor);

    /// <summary>The other model took a title for part of the name: "Mr Macron", "President Macron".</summary>
    private static bool IsTitle(ActorMemory memory, Entity name, Entity actor)
    {
        if (actor.Kind != EntityKind.Person || actor.Span.End != name.Span.End) return false;
        var first = memory.Text.WordAt(name.Span.Start);
        return memory.Text.Words[first].Start < actor.Span.Start && memory.Text[first].Length > 0;
    }

    /// <summary>Only quantities hold others, and only whole ones; an actor that stands in a date or in money is part of it.</summary>
    private static bool Crosses(Entity actor, List<Entity> kept, int measured)
    {
        var other = Overlapping(kept, measured, actor.Span);
        return other >= 0 && !(kept[other].Kind == EntityKind.Quantity && kept[other].Span.Contains(actor.Span));
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
