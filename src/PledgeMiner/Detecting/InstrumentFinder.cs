namespace PledgeMiner.Detecting;

/// <summary>Says through what a deed is carried out: equipment that is named, and phrases of corpora/cues.</summary>
internal sealed class InstrumentFinder
{
    private readonly PhraseLexicon<Instrument> _spoken = PhraseLexicon<Instrument>.Load("instruments.tsv");

    /// <summary>Equipment too general to tell an instrument by itself: "weapons", "vehicles".</summary>
    private readonly PhraseLexicon<Instrument> _vague = PhraseLexicon<Instrument>.Load("instruments-vague.tsv");

    public IReadOnlyList<Found<Instrument>> Find(SentenceView view)
    {
        List<Found<Instrument>> found = [];
        var vague = _vague.In(view, 0, view.Count);
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity.Instrument is not { } instrument || IsVague(view, vague, entity, instrument)) continue;
            Add(found, instrument, entity.Span);
        }
        foreach (var (first, end, label, _) in _spoken.In(view, 0, view.Count)) Add(found, label, view.SpanOf(first, end));
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return found;
    }

    private static void Add(List<Found<Instrument>> found, Instrument instrument, TextSpan span)
    {
        if (!found.Exists(x => x.Value == instrument)) found.Add(new(instrument, span));
    }

    private static bool IsVague(SentenceView view, List<(int First, int End, Instrument Label, int Rank)> vague, Entity entity, Instrument instrument)
    {
        foreach (var (first, end, label, _) in vague)
        {
            if (label == instrument && view.SpanOf(first, end) == entity.Span) return true;
        }
        return false;
    }
}
