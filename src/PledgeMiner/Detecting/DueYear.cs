namespace PledgeMiner.Detecting;

/// <summary>Places budget years: the tagger reads those of the United States, other states begin theirs in April.</summary>
internal static class DueYear
{
    private static readonly HashSet<string> InApril = ["JPN", "GBR", "IND", "CAN"];

    public static Period Of(SentenceView view, Period period, int first, int end, IReadOnlyList<Pledger> pledgers, DateOnly day)
    {
        if (!IsBudgetYear(view, first, end) || !BeginsInApril(pledgers)) return period;
        // "2030/31" was read as two whole years.
        if (view.Word(end - 1).Contains('/')) return new(period.From?.AddMonths(3), period.To is { } last ? new DateOnly(last.Year, 3, 31) : null);
        var (from, to) = (period.From?.AddMonths(6), period.To?.AddDays(1).AddMonths(6).AddDays(-1));
        var current = view.Word(first) is "this" || view.Word(first + 1) is "this";
        return current && (from > day || to > day.AddYears(1)) ? new(from?.AddYears(-1), to?.AddYears(-1)) : new(from, to);
    }

    private static bool IsBudgetYear(SentenceView view, int first, int end)
    {
        if (view.Word(end - 1) is [_, _, _, _, '/', ..]) return true;
        for (var i = first; i < end; i++)
        {
            if (view.Words[i] == "fiscal") return true;
        }
        return false;
    }

    private static bool BeginsInApril(IReadOnlyList<Pledger> pledgers)
    {
        for (var i = 0; i < pledgers.Count; i++)
        {
            if (InApril.Contains(pledgers[i].Code)) return true;
        }
        return false;
    }
}
