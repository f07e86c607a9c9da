namespace PledgeMiner.Detecting;

/// <summary>Says by when, or during which time, a deed is to happen: one interval over all the dates of the deed.</summary>
internal static class DueFinder
{
    /// <summary>
    /// A day or week this near is when something was said or met about, hardly ever when a deed is due: of 181 in the corpus' train and dev parts 7 were.
    /// </summary>
    public const int NewsDays = 7;

    public static Found<Period>? Find(SentenceView view, DateOnly? published, List<VerbGroup> verbs, IReadOnlyList<Pledger> pledgers)
    {
        if (published is not { } day) return DueTerm.Bounded(view, verbs);
        Found<Period>? due = null;
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity is not { Kind: EntityKind.Date, Period: { } period }) continue;
            var (first, end) = (view.IndexOf(entity.Span.Start), view.IndexOf(entity.Span.End));
            // "before the summer is out" lasts as long as the summer.
            if (view.Word(first) == "before" && view.Word(end) is "is" or "ends") continue;
            var verb = DueScope.Governing(view, verbs, first);
            period = DueYear.Of(view, period, first, end, pledgers, day);
            var before = DueScope.BeforeEvent(view, first);
            var ahead = before >= 0;
            if (ahead || view.Word(first - 1) != "of" || view.Word(first - 2) == "side") period = Ahead(view, period, first, end, ahead && verb?.Head < before, verb, day);
            if (!IsToCome(period, day, verb) || DueScope.IsMoment(view, first, end, verb) || DueScope.IsLookingBack(view, first, verb) || DueScope.IsConditions(view, first)) continue;
            if (!ahead && (DueScope.IsMeetings(view, first, verbs) || DueScope.IsPartOfName(view, first)) || DueScope.IsAttribute(view, end)) continue;
            // "gave another system this month": what was done is not due, unless its date is still to come.
            if (verb is { Modality: Modality.Past or Modality.Perfect } && !(ahead && period.To > day && verb.Value.First == verb.Value.Head) && !DueScope.IsAheadOf(view, period, first, end, verb.Value, day)) continue;
            if (DueScope.IsGoneBy(view, period, first, end, verb, day) || due is not null && DueScope.IsApprovals(view, first, verb)) continue;
            // "resolution 2706 (2023)", "had passed through by May"
            if (view.Word(first - 1) == "(" && view.Word(first - 2).Any(char.IsAsciiDigit) || verb is { Modality: Modality.Perfect } && view.Word(verb.Value.First) == "had" && !DueScope.Allots(view, verb.Value)) continue;
            var bounded = Bounded(view, period, first, end, before, verb, day);
            if (due is { } term && DueTerm.BeginningWith(view, term, bounded, first, day) is { } begun) due = term with { Value = begun };
            else if (verb is { } expiry && Ending.Contains(expiry.Lemma) && expiry.Head < first && bounded is { From: null, To: { } close } && DueTerm.Prolonged(view, end, close.AddDays(1)) is { } added) return added;
            else due = Join(due, new(bounded, entity.Span));
        }
        // Of a year told in its second half what is left is meant.
        if (due is { Value: { From: { DayOfYear: 1 } from, To: { Month: 12, Day: 31 } to } } && from.Year == day.Year && to.Year == day.Year && day.Month > 6) due = due.Value with { Value = new(null, to) };
        return due ?? DueTerm.Find(view, verbs, day);
    }

    private static Found<Period> Join(Found<Period>? one, Found<Period> other)
    {
        if (one is not { } first) return other;
        var from = first.Value.From is { } a && other.Value.From is { } b ? a < b ? a : b : first.Value.From ?? (first.Value.To is null ? other.Value.From : null);
        // "starting in September, flying in October": until the last end that is told.
        var to = first.Value.To is { } c && other.Value.To is { } d ? c > d ? c : d : other.Value.To ?? first.Value.To;
        // "from July, if the house agrees by May": the earlier end is another matter's.
        return from > to ? first : first with { Value = new(from, to) };
    }

    /// <summary>Months, seasons and feasts, which come every year.</summary>
    private static readonly HashSet<string> Yearly =
    [
        .. "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec spring summer autumn winter christmas".Split(' '),
    ];

    private static readonly HashSet<string> Ending = [.. "end expire last run close lapse".Split(' ')];

    private static readonly HashSet<string> Seasons = [.. "spring summer autumn fall winter".Split(' ')];

    private static readonly HashSet<string> Weekdays = [.. "monday tuesday wednesday thursday friday saturday sunday".Split(' ')];

    /// <summary>"would begin in August", said in July: the August to come, whatever tense reports it. "Begins on Monday": the next.</summary>
    private static Period Ahead(SentenceView view, Period period, int first, int end, bool ahead, VerbGroup? verb, DateOnly day)
    {
        if (period is not { From: { } from, To: { } to } || to >= day || to.DayNumber - from.DayNumber > 92 || verb is null) return period;
        ahead |= verb.Value.Modality is Modality.Future or Modality.Conditional or Modality.Infinitive or Modality.Required || view.Word(first - 1) == "to" || view.Word(first - 1) == "for" && verb.Value.Modality != Modality.Past && view.Lemma(first - 2) != "wait";
        if (!ahead && verb.Value.Modality is not (Modality.Present or Modality.Progressive)) return period;
        var (month, weekday) = (false, false);
        for (var i = first; i < end; i++)
        {
            if (view.Word(i) is "last" or "past" or "since" or "previous" or "this" || view.Word(i).Length == 4 && char.IsAsciiDigit(view.Word(i)[0])) return period;
            month |= Yearly.Contains(view.Word(i).TrimEnd('.'));
            weekday |= Weekdays.Contains(view.Word(i));
        }
        if (month && ahead && to >= day.AddYears(-1)) return new(from.AddYears(1), to.AddYears(1));
        var clear = ahead || view.Word(verb.Value.Head).EndsWith('s') || verb.Value.Modality == Modality.Progressive;
        return weekday && !month && clear && verb.Value.Head < first && to >= day.AddDays(-7) ? new(from.AddDays(7), to.AddDays(7)) : period;
    }

    private static bool IsToCome(Period period, DateOnly day, VerbGroup? verb)
    {
        if (period.To is not { } to) return period.From > day;
        if (to < day || to == day && period.From is not null) return false;
        if (period.From is not { } from || from < day.AddDays(-NewsDays) || to > day.AddDays(2 * NewsDays)) return true;
        var talk = verb is null || DueScope.Talk.Contains(verb.Value.Lemma);
        return to > day.AddDays(NewsDays) ? !talk : !talk && verb is { Modality: Modality.Future or Modality.Infinitive or Modality.Progressive or Modality.Present };
    }

    private static bool Begins(SentenceView view, int first)
    {
        for (var i = first - 1; i >= first - 8; i--)
        {
            if (view.Lemma(i) is "begin" or "start" or "commence" or "effect") return true;
        }
        return false;
    }

    /// <summary>Which ends the words around a date leave open.</summary>
    private static Period Bounded(SentenceView view, Period period, int first, int end, int ahead, VerbGroup? verb, DateOnly day)
    {
        // A winter is a deadline as it begins, other seasons as they end.
        if (period is { From: null, To: { Month: 2 } late } && view.Word(first) == "by" && view.Word(end - 1) == "winter") return new(null, new DateOnly(late.Year - 1, 11, 30));
        if (period.From is not { } from || period.To is not { } to) return period;
        var before = view.Word(first - 1) is "the" or "on" or "in" or "at" ? view.Word(first - 2) is "at" ? view.Word(first - 3) : view.Word(first - 2) : view.Word(first - 1);
        if (view.Word(first - 1) is "beyond" || before is "beyond") return new(to.AddDays(1), null);
        if ((view.Word(first - 1) == "past" || view.Word(first) == "past") && from > day.AddDays(-100)) return new(to.AddDays(1), null);
        if (ahead >= 0)
        {
            var until = view.Word(ahead) == "until";
            // "before the elections of 2025" may end with the year before, "until" they are over may not; "ahead of next winter" it is not yet winter.
            var itself = view.Word(first - 1) == "of" && view.Word(first - 2) == "ahead" && Seasons.Contains(view.Word(end - 1));
            return new(null, to.DayNumber - from.DayNumber > 300 && !until || itself ? from.AddDays(-1) : to);
        }
        // "after the mandate expires at the end of the year", "after they begin to leave in May"
        if (verb is { } happening && DueScope.IsAfter(view, happening.Head, first)) return new(Ending.Contains(happening.Lemma) ? to.AddDays(1) : view.Word(first) == "end" ? to : from, null);
        // "between now and the end of next year"
        if (before is "and" && view.Word(first - 3) == "now" || view.Word(first - 2) == "now" && view.Word(first - 1) != ",") return new(day, to);
        // "begins on 1 December", "ends in February", "runs to March"
        if (to == from && to > day && view.Word(first) is not ("by" or "before") && Begins(view, first)) return new(from, null);
        if (verb is { } ending && Ending.Contains(ending.Lemma) && first - ending.Head <= 4 && view.Word(first) is not ("for" or "over")) return new(null, to);
        // "early next year" is next year; "at the end of 2027" by its end.
        if (view.Word(first) == "early" && to.DayNumber - from.DayNumber > 60) return new(new(from.Year, 1, 1), new DateOnly(from.Year, 12, 31));
        if (view.Word(first) is "end" or "close" || view.Word(first - 1) == "of" && view.Word(first - 2) == "side" || before is "to" || view.Word(first - 1) is "to") return new(null, to);
        // "this year", "later in the year": what is left of it; "in 2025", "2024 to 2026" are told from end to end.
        var range = view.Word(first) is [_, _, _, _] year && char.IsAsciiDigit(year[0]) || view.Word(first) == "in" && view.Word(first + 1) is [_, _, _, _] next && char.IsAsciiDigit(next[0]);
        // "this autumn", as it begins, is all of it.
        if (view.Word(first) == "this" && Seasons.Contains(view.Word(first + 1)) && from >= day.AddMonths(-1)) return period;
        var later = from == day && view.Word(first) is "later" or "rest" or "remainder" || view.Word(first) == "this" && from == day && to > day;
        return from < day && view.Word(first) is not ("from" or "between" or "for" or "over") && !range && view.Word(first - 1) is not "over" || later || view.Word(first) is "within" or "inside" ? new(null, to) : period;
    }
}
