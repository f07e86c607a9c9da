namespace PledgeMiner.Classifying;

/// <summary>Where a candidate comes from: who the finders took, whom the sentence names, who acted in the sentence before, whom the document names most, and the partner.</summary>
[Flags]
internal enum PledgerSource { None = 0, Taken = 1, Named = 2, Before = 4, Most = 8, Partner = 16 }

/// <summary>Somebody who may be the one to act.</summary>
internal readonly record struct PledgerCandidate(Pledger Pledger, PledgerSource Source)
{
    public bool Is(PledgerSource source) => (Source & source) != 0;
}

/// <summary>All who may be the ones to act in a deed.</summary>
internal static class PledgerCandidates
{
    public static List<PledgerCandidate> Of(DocumentContext context, Deed deed)
    {
        var found = new List<PledgerCandidate>();
        // "We" stands for those it was resolved to: they are no candidates beside it.
        var meant = deed.Pledgers.Where(x => x.Code == "WE").SelectMany(x => x.Resolved).ToList();
        foreach (var pledger in deed.Pledgers) Add(pledger, PledgerSource.Taken);
        foreach (var entity in context.WordsOf(deed).Sentence.Entities)
        {
            if (entity.Code is { } code) Add(new(code, entity.Name ?? entity.Span.Of(context.Document.Text), entity.Span, []), PledgerSource.Named);
        }
        var here = deed.Span with { End = deed.Span.Start };
        foreach (var pledger in context.DeedBefore(deed)?.Pledgers ?? [])
        {
            if (pledger.Code != "WE") Add(pledger with { Span = here }, PledgerSource.Before);
            else foreach (var code in pledger.Resolved) Add(context.Actors.PledgerOf(code, here), PledgerSource.Before);
        }
        if (context.Actors.Most is { } most) Add(context.Actors.PledgerOf(most, here), PledgerSource.Most);
        if (context.Conflict is { } conflict) Add(context.Actors.PledgerOf(conflict.Partner, here), PledgerSource.Partner);
        return found;

        void Add(Pledger pledger, PledgerSource source)
        {
            var at = found.FindIndex(x => x.Pledger.Code == pledger.Code);
            if (at >= 0) found[at] = found[at] with { Source = found[at].Source | source };
            else if (source == PledgerSource.Taken || !meant.Contains(pledger.Code)) found.Add(new(pledger, source));
        }
    }
}
