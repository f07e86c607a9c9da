namespace PledgeMiner.Detecting;

/// <summary>Places budget years: the tagger reads those of the United States, other states begin theirs in April.</summary>
internal static class DueYear
{
    private static readonly HashSet<string> InApril = ["JPN", "GBR", "IND", "CAN"];

    public static Period Of(SentenceView view, Period period, int first, int end, IReadOnlyList<Pledger> pledgers, DateOnly day)
    {
        var budget = IsBudgetYear(view, first, end);
        if (budget is null || !(BeginsInApril(pledgers) || IsTheirs(view, first, end))) return period;
        // "2030/31" was read as two whole years.
        if (budget == Range) return new(period.From?.AddMonths(3), period.To is { } last ? new DateOnly(last.Year, 3, 31) : null);
        if (view.Word(first) is "coming" or "next" or "upcoming")
        {
            var begin = new DateOnly(day.Month < 4 ? day.Year : day.Year + 1, 4, 1);
            return new(begin, begin.AddYears(1).AddDays(-1));
        }
        // The tagger begins a fiscal year in the October before, a financial one in January.
        var move = budget == "fiscal" ? 6 : 3;
        var (from, to) = (period.From?.AddMonths(move), period.To?.AddDays(1).AddMonths(move).AddDays(-1));
        var current = view.Word(first) is "this" or "present" or "current" || view.Word(first + 1) is "this" || view.Word(first) is "end" or "by" && view.Word(end - 1) == "year";
        return current && (from > day || to > day.AddYears(1)) ? new(from?.AddYears(-1), to?.AddYears(-1)) : new(from, to);
    }

    private const string Range = "/";

    /// <summary>The word that makes a date one of budgets, or the mark of "2030/31".</summary>
    private static string? IsBudgetYear(SentenceView view, int first, int end)
    {
        if (IsRange(view.Word(end - 1)) || end - first > 2 && view.Word(end - 2) is "-" or "/" && IsRange($"{view.Word(end - 3)}/{view.Word(end - 1)}")) return Range;
        for (var i = first; i < end; i++)
        {
            if (view.Words[i] is "fiscal" or "financial") return view.Words[i];
        }
        return null;
    }

    /// <summary>"2030/31" and "2030-31", but not "2024-27", which are four years.</summary>
    private static bool IsRange(string word) =>
        word is [_, _, _, _, '/' or '-', _, _] && int.TryParse(word.AsSpan(2, 2), out var one) && int.TryParse(word.AsSpan(5), out var next) && next == one + 1;

    /// <summary>"the end of the Japanese fiscal year"</summary>
    private static bool IsTheirs(SentenceView view, int first, int end) => view.Words.AsSpan(first, end - first).IndexOfAny(["japanese", "british", "indian", "canadian"]) >= 0;

    private static bool BeginsInApril(IReadOnlyList<Pledger> pledgers)
    {
        for (var i = 0; i < pledgers.Count; i++)
        {
            if (InApril.Contains(pledgers[i].Code)) return true;
        }
        return false;
    }
}
