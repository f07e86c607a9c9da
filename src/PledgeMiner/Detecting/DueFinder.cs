namespace PledgeMiner.Detecting;

/// <summary>Says by when, or during which time, a deed is to happen.</summary>
internal static class DueFinder
{
    /// <summary>
    /// A day or week this near is when something was said or met about, hardly ever when a deed is due: of 181 in the corpus' train and dev parts 7 were.
    /// </summary>
    private const int NewsDays = 7;

    /// <summary>The first date to come that a deed may be tied to; one with a bound ("by", "until") before others.</summary>
    public static Found<Period>? Find(SentenceView view, DateOnly? published)
    {
        Found<Period>? due = null;
        var bounded = false;
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity is not { Kind: EntityKind.Date, Period: { } period } || !IsToCome(period, published) || IsMoment(view, entity)) continue;
            var bound = period.From is null;
            if (due is not null && (bounded || !bound)) continue;
            due = new(Within(view, entity, period, published), entity.Span);
            bounded = bound;
        }
        return due;
    }

    private static bool IsToCome(Period period, DateOnly? published)
    {
        // Hardly any label of an undated document has a due date: 6 of 38 found.
        if (published is not { } day) return false;
        if (period.To is { } to) return to > day && !(period.From is { } from && from >= day.AddDays(-NewsDays) && to <= day.AddDays(NewsDays));
        return period.From > day;
    }

    /// <summary>"within 24 hours" says how fast, not when.</summary>
    private static bool IsMoment(SentenceView view, Entity date) => view.Lemma(view.IndexOf(date.Span.End) - 1) is "hour" or "minute" or "day" && view.Word(view.IndexOf(date.Span.Start)) is "within" or "last";

    /// <summary>"this year" and "runs to March 2026" say by when: what is left of the time, with an open beginning.</summary>
    private static Period Within(SentenceView view, Entity date, Period period, DateOnly? published)
    {
        var first = view.IndexOf(date.Span.Start);
        var runsTo = view.Word(first - 1) == "to" || view.Word(first - 1) == "the" && view.Word(first - 2) == "to";
        return period.To is not null && (runsTo || period.From < published && view.Pos(first) != PartOfSpeech.Num || view.Word(first) is "within") ? period with { From = null } : period;
    }
}
