namespace PledgeMiner.Detecting;

/// <summary>Says which sums of money a deed is worth: not what it costs somebody else, nor what was given in all before.</summary>
internal static class AmountFinder
{
    /// <summary>Words soon after a sum that make it another's loss or a measure of trade: "3 billion in lost export revenue".</summary>
    private static readonly HashSet<string> Elsewhere = [.. "lost revenue loss damage export import trade gdp debt profit sale turnover".Split(' ')];

    private const int WordsAfter = 4;

    public static IReadOnlyList<Found<Money>> Find(SentenceView view)
    {
        var sums = view.Sentence.Entities.Where(x => x.Money is not null).ToList();
        if (sums.Count == 0) return [];
        var worth = sums.Where(x => !IsElsewhere(view, x)).ToList();
        // "Contributions in all amount to 3 million; 2 million are planned": the total tells the past where another sum tells the deed.
        if (worth.Count > 1 && worth.Exists(x => !IsTotal(view, x))) worth.RemoveAll(x => IsTotal(view, x));
        return [.. worth.Select(x => new Found<Money>(x.Money!.Value, x.Span))];
    }

    private static bool IsElsewhere(SentenceView view, Entity sum)
    {
        var after = view.IndexOf(sum.Span.End);
        return Enumerable.Range(after, WordsAfter).TakeWhile(i => view.Word(i) is not ("," or "and" or ";")).Any(i => Elsewhere.Contains(view.Lemma(i)));
    }

    private static bool IsTotal(SentenceView view, Entity sum)
    {
        var first = view.IndexOf(sum.Span.Start);
        for (var i = first - 1; i >= 0 && view.Word(i) is not ("," or ";"); i--)
        {
            if (view.Word(i) is "total" or "totalling" or "totaling" or "totals" or "cumulative") return true;
        }
        return false;
    }
}
