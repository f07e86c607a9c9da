namespace PledgeMiner.Detecting;

/// <summary>Says who is helped: whom support goes to, or the partner that the document is about.</summary>
internal static class BeneficiaryFinder
{
    public static IReadOnlyList<Found<string>> Find(SentenceView view, IReadOnlyList<Pledger> pledgers, DocumentActors actors)
    {
        var found = new List<Found<string>>();
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity is not { Kind: EntityKind.State or EntityKind.Location or EntityKind.Person, Code: { } code } || Acts(pledgers, code) || actors.IsAggressor(code)) continue;
            var first = view.IndexOf(entity.Span.Start);
            var before = view.Word(first - 1) is "the" or "a" ? first - 2 : first - 1;
            if (actors.IsPartner(code) || view.Lemma(before) is "to" or "for" or "help" or "support" or "protect" or "defend" or "assist" or "arm" or "train")
                found.Add(new(code, entity.Span));
        }
        if (found.Count == 0 && actors.Conflict is { Partner: var partner } && !Acts(pledgers, partner))
            found.Add(new(partner, view.Sentence.Span with { End = view.Sentence.Span.Start }));
        return found.Count < 2 ? found : [.. found.DistinctBy(x => x.Value)];
    }

    private static bool Acts(IReadOnlyList<Pledger> pledgers, string code)
    {
        for (var i = 0; i < pledgers.Count; i++) if (pledgers[i].Code == code) return true;
        return false;
    }
}
