namespace PledgeMiner.Detecting;

/// <summary>Says how many of what a deed promises or delivers: counted things, in the plainest unit; no distances or weights.</summary>
internal static class QuantityFinder
{
    private static readonly HashSet<string> Measures = [.. "kilometre km mile metre tonne ton person month child refugee percent set".Split(' ')];

    private static readonly HashSet<string> Soldiers = [.. "troop serviceman servicewoman servicemember man woman infantryman".Split(' ')];

    private static readonly HashSet<string> Compounds = ["police officer", "field hospital", "fire unit", "observation post", "rocket launcher", "grenade launcher", "trust fund", "service member"];

    /// <summary>Things that "a" and "its" count as one: in half of the sentences of the corpus' train part or more.</summary>
    private static readonly HashSet<string> Singles = [.. "battery battalion frigate radar minehunter corvette squadron battlegroup".Split(' ')];

    private const int MaxDescription = 4;

    public static List<Found<Measure>> Find(SentenceView view)
    {
        List<Found<Measure>> found = [];
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity.Measure is not { } measure || Measures.Contains(measure.Unit)) continue;
            found.Add(new(measure with { Unit = PlainUnit(view, entity, measure.Unit) }, entity.Span));
        }
        for (var i = 0; i < view.Count; i++)
        {
            if (SingleAt(view, i) is { } noun) found.Add(new(new(1, view.Words[noun]), view.SpanOf(i, noun + 1)));
        }
        return found;
    }

    /// <summary>"troops" and "men" are soldiers; "police officers" and "field hospitals" no officers nor hospitals at large.</summary>
    private static string PlainUnit(SentenceView view, Entity entity, string unit)
    {
        if (Soldiers.Contains(unit)) return "soldier";
        var compound = $"{view.Word(view.IndexOf(entity.Span.End) - 2)} {unit}";
        return Compounds.Contains(compound) ? compound : unit;
    }

    /// <summary>"a Patriot air defence battery", "a third battery": where the noun counted as one stands, or null.</summary>
    private static int? SingleAt(SentenceView view, int at)
    {
        if (view.Words[at] is not ("a" or "an" or "another" or "its")) return null;
        for (var i = at + 1; i < Math.Min(view.Count, at + MaxDescription + 2); i++)
        {
            if (view.Pos(i) is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Num or PartOfSpeech.Verb) && view.Word(i) != "-") return null;
            if (!Singles.Contains(view.Words[i])) continue;
            return view.Pos(i + 1) is PartOfSpeech.Noun or PartOfSpeech.Propn || view.Word(i + 1) is "of" or "-" ? null : i;
        }
        return null;
    }
}
