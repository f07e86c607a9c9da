namespace PledgeMiner.Detecting;

/// <summary>Says who is helped: whom support goes to, or the partner that the document is about.</summary>
internal static class BeneficiaryFinder
{
    public static IReadOnlyList<Found<string>> Find(SentenceView view, IReadOnlyList<Pledger> pledgers, DocumentActors actors)
    {
        var found = new List<Found<string>>();
        foreach (var entity in view.Sentence.Entities.Where(x => x.Kind is EntityKind.State or EntityKind.Location or EntityKind.Person && x.Code is not null))
        {
            if (pledgers.Any(x => x.Code == entity.Code) || actors.IsAggressor(entity.Code!)) continue;
            var first = view.IndexOf(entity.Span.Start);
            var before = view.Word(first - 1) is "the" or "a" ? first - 2 : first - 1;
            if (actors.IsPartner(entity.Code!) || view.Lemma(before) is "to" or "for" or "help" or "support" or "protect" or "defend" or "assist" or "arm" or "train")
                found.Add(new(entity.Code!, entity.Span));
        }
        if (found.Count == 0 && actors.Conflict is { } conflict && pledgers.All(x => x.Code != conflict.Partner))
            found.Add(new(conflict.Partner, view.Sentence.Span with { End = view.Sentence.Span.Start }));
        return [.. found.DistinctBy(x => x.Value)];
    }
}
