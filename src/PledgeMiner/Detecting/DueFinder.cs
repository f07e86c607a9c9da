namespace PledgeMiner.Detecting;

/// <summary>Says by when, or during which time, a deed is to happen: one interval over all the dates of the deed.</summary>
internal static class DueFinder
{
    /// <summary>
    /// A day or week this near is when something was said or met about, hardly ever when a deed is due: of 181 in the corpus' train and dev parts 7 were.
    /// </summary>
    public const int NewsDays = 7;

    /// <summary>Every date with its bounds, doubtful or not; where none is beyond doubt, also a term such as "for ten years".</summary>
    public static List<Candidate<Period>> Find(SentenceView view, DateOnly? published, List<VerbGroup> verbs, IReadOnlyList<Pledger> pledgers)
    {
        List<Candidate<Period>> found = [];
        if (published is not { } day) return Undated(view, verbs);
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity is not { Kind: EntityKind.Date, Period: { } period }) continue;
            var (first, end) = (view.IndexOf(entity.Span.Start), view.IndexOf(entity.Span.End));
            // "before the summer is out" lasts as long as the summer.
            if (view.Word(first) == "before" && view.Word(end) is "is" or "ends") continue;
            var verb = DueScope.Governing(view, verbs, first);
            period = DueYear.Of(view, period, first, end, pledgers, day);
            var before = DueScope.BeforeEvent(view, first);
            if (before >= 0 || view.Word(first - 1) != "of" || view.Word(first - 2) is "side" or "course") period = Ahead(view, period, first, end, before >= 0 && verb?.Head < before, verb, day);
            var doubts = DoubtsOf(view, period, first, end, before >= 0, verbs, verb, day);
            if (DueScope.IsApprovals(view, first, verb) && HasSure(found)) doubts |= Doubt.Approval;
            // "by 1 July, well ahead of the elections on 28 September"
            if (before >= 0 && view.Word(before) == "ahead" && HasSure(found)) doubts |= Doubt.OfAnother;
            found.Add(new(Bounded(view, period, first, end, before, verb, day), entity.Span, doubts));
        }
        for (var i = 1; i < found.Count; i++)
        {
            // "by half a year, until 13 April": the same end told twice, which the day tells better.
            if (found[i - 1].Value.From == day && found[i].Value.From is null && found[i].Span.Start - found[i - 1].Span.End <= 2) found[i - 1] = found[i - 1] with { Doubts = found[i - 1].Doubts | Doubt.OfAnother };
        }
        FromTheFirst(view, found, day);
        YearAfter(view, found);
        if (HasSure(found)) return found;
        if (DueTerm.Find(view, verbs, day) is { } term) found.Add(new(term.Value, term.Span, Doubt.None));
        else if (DueTerm.Lengthy(view, day) is { } length) found.Add(new(length.Value, length.Span, Doubt.OfWhat));
        return found;
    }

    /// <summary>"42 come in 2025 and the last 28 the year after".</summary>
    private static void YearAfter(SentenceView view, List<Candidate<Period>> found)
    {
        for (var i = 1; i + 2 < view.Count; i++)
        {
            if (view.Words[i] != "the" || view.Words[i + 1] is not ("year" or "following") || view.Words[i + 2] is not ("after" or "year") || view.Pos(i + 3) is not (PartOfSpeech.Punct or PartOfSpeech.Cconj or PartOfSpeech.X)) continue;
            var told = found.FindLastIndex(x => x.Doubts == Doubt.None && x.Span.End <= view.Tokens[i].Start && x.Value.To is { Month: 12, Day: 31 });
            if (told >= 0 && found[told].Value.To is { } eve) found.Add(new(new(eve.AddDays(1), eve.AddYears(1)), view.SpanOf(i, i + 3), Doubt.None));
        }
    }

    /// <summary>"to leave on 31 December and be gone within a year": one time, which counts from its first day.</summary>
    private static void FromTheFirst(SentenceView view, List<Candidate<Period>> found, DateOnly day)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is not { Doubts: Doubt.None, Value: { From: { } begin } value } || begin <= day || value.To > begin) continue;
            if (DueTerm.UpTo(view, view.IndexOf(found[i].Span.Start), begin) is { } term)
            {
                found[i] = found[i] with { Value = term.Value };
                found.RemoveAll(x => x.Span.Overlap(term.Span) > 0);
                break;
            }
            if (DueTerm.CountedFrom(view, view.IndexOf(found[i].Span.End), begin) is not { } whole) continue;
            found[i] = found[i] with { Value = whole.Value };
            found.RemoveAll(x => x.Span.Start >= whole.Span.Start && x.Span.End <= whole.Span.End);
        }
    }

    /// <summary>Without the document's date it cannot be told which dates are to come; those that are bounded mostly are.</summary>
    private static List<Candidate<Period>> Undated(SentenceView view, List<VerbGroup> verbs)
    {
        var bound = DueTerm.Bounded(view, verbs);
        List<Candidate<Period>> found = bound is { } sure ? [new(sure.Value, sure.Span, Doubt.None)] : [];
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity is { Kind: EntityKind.Date, Period: { } period } && entity.Span != bound?.Span) found.Add(new(period, entity.Span, Doubt.NotToCome));
        }
        return found;
    }

    private static bool HasSure(List<Candidate<Period>> found) => found.Exists(x => x.Doubts == Doubt.None);

    private static Doubt DoubtsOf(SentenceView view, Period period, int first, int end, bool ahead, List<VerbGroup> verbs, VerbGroup? verb, DateOnly day)
    {
        var doubts = Doubt.None;
        if (!IsToCome(period, day, verb) || DueScope.IsGoneBy(view, period, first, end, verb, day)) doubts |= Doubt.NotToCome;
        if (DueScope.IsMoment(view, period, first, end, verb)) doubts |= Doubt.HowFast;
        if (DueScope.IsLookingBack(view, first, verb)) doubts |= Doubt.LookingBack;
        if (DueScope.IsConditions(view, first)) doubts |= Doubt.Conditional;
        // "resolution 2706 (2023)"
        var numbered = view.Word(first - 1) == "(" && view.Word(first - 2).Any(char.IsAsciiDigit);
        if (numbered || DueElsewhere.CountsFromThat(view, end) || DueScope.IsCompared(view, first, end) || !ahead && (DueScope.IsMeetings(view, first, verbs) || DueScope.IsPartOfName(view, first)) || DueScope.IsAttribute(view, end)) doubts |= Doubt.OfAnother;
        // "gave another system this month": what was done is not due, unless its date is still to come; "had passed through by May".
        if (verb is { Modality: Modality.Past or Modality.Perfect } past
            && (!(ahead && period.To > day && past.First == past.Head) && !DueScope.IsAheadOf(view, period, first, end, past, day) || past.Modality == Modality.Perfect && view.Word(past.First) == "had" && !DueScope.Allots(view, past))) doubts |= Doubt.Done;
        return doubts;
    }

    /// <summary>The interval over all dates that are beyond doubt.</summary>
    public static Found<Period>? Settle(SentenceView view, List<Candidate<Period>> dates, DateOnly? published, List<VerbGroup> verbs)
    {
        Found<Period>? due = null;
        foreach (var date in dates)
        {
            if (date.Doubts != Doubt.None) continue;
            if (published is not { } day) return date.Found;
            var (first, end) = (view.IndexOf(date.Span.Start), view.IndexOf(date.Span.End));
            if (due is { } term && DueTerm.BeginningWith(view, term, date.Value, first, day) is { } begun) due = term with { Value = begun };
            else if (DueScope.Governing(view, verbs, first) is { } expiry && Ending.Contains(expiry.Lemma) && expiry.Head < first && date.Value is { From: null, To: { } close } && DueTerm.Prolonged(view, end, close.AddDays(1)) is { } added) return added;
            else due = due is { } earlier ? earlier with { Value = earlier.Value.Over(date.Value) } : date.Found;
        }
        return due;
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
        ahead |= verb.Value.Modality is Modality.Future or Modality.Conditional or Modality.Possible or Modality.Infinitive or Modality.Required || view.Word(first - 1) == "to" || view.Word(first - 1) == "for" && (verb.Value.Modality != Modality.Past || DueScope.Promising.Contains(verb.Value.Lemma)) && view.Lemma(first - 2) != "wait";
        if (!ahead && verb.Value.Modality is not (Modality.Present or Modality.Progressive)) return period;
        var (month, weekday) = (false, false);
        for (var i = first; i < end; i++)
        {
            if (view.Word(i) == "last" && view.Word(i + 2) != "of" || view.Word(i) is "past" or "since" or "previous" or "this" || view.Word(i).Length == 4 && char.IsAsciiDigit(view.Word(i)[0])) return period;
            month |= Yearly.Contains(view.Word(i)[(view.Word(i).IndexOf('-') + 1)..].TrimEnd('.'));
            weekday |= Weekdays.Contains(view.Word(i));
        }
        // "are booked for the autumn", "was being offered for May": told as settled, it is still to come.
        if (month && (ahead || verb.Value.Head < first && !DueScope.Talk.Contains(verb.Value.Lemma)) && to >= day.AddYears(-1)) return new(from.AddYears(1), to.AddYears(1));
        var clear = ahead || view.Word(verb.Value.Head).EndsWith('s') || verb.Value.Modality == Modality.Progressive;
        return weekday && !month && clear && verb.Value.Head < first && to >= day.AddDays(-7) ? new(from.AddDays(7), to.AddDays(7)) : period;
    }

    private static bool IsToCome(Period period, DateOnly day, VerbGroup? verb)
    {
        if (period.To is not { } to) return period.From > day;
        if (to < day || to == day && period.From is not null) return false;
        if (period.From is not { } from || from < day.AddDays(-NewsDays) || to > day.AddDays(2 * NewsDays)) return true;
        // "is expected this week" tells when something comes, "expects" what somebody thinks.
        var talk = verb is not { } told || DueScope.Talk.Contains(told.Lemma) && !(told is { Lemma: "expect", Passive: true });
        return to > day.AddDays(NewsDays) ? !talk : !talk && verb is { Modality: Modality.Future or Modality.Infinitive or Modality.Progressive or Modality.Present };
    }

    private static bool Begins(SentenceView view, int first)
    {
        for (var i = first - 1; i >= first - 8; i--)
        {
            if (view.Lemma(i) is "begin" or "start" or "commence" or "effect" or "force") return true;
        }
        return false;
    }

    /// <summary>Which ends the words around a date leave open.</summary>
    private static Period Bounded(SentenceView view, Period period, int first, int end, int ahead, VerbGroup? verb, DateOnly day)
    {
        // A winter is a deadline as it begins, other seasons as they end.
        if (period is { From: null, To: { Month: 2 } late } && view.Word(first) == "by" && view.Word(end - 1) == "winter" && end - first <= 3) return new(null, new DateOnly(late.Year - 1, 11, 30));
        // "will not be ready before the autumn", "are not expected until 2029": from then on.
        if (period is { From: null, To: { } eve } && view.Word(first) is "before" or "until" && DueScope.IsDenied(view, first))
            return new(view.Word(first) == "before" ? eve.AddDays(1) : view.Word(end - 1) is [_, _, _, _] && char.IsAsciiDigit(view.Word(end - 1)[0]) && eve is { Month: 12, Day: 31 } ? new(eve.Year, 1, 1) : new(eve.Year, eve.Month, 1), null);
        if (period.From is not { } from || period.To is not { } to) return period;
        var before = view.Word(first - 1) is "the" or "on" or "in" or "at" ? view.Word(first - 2) is "at" ? view.Word(first - 3) : view.Word(first - 2) : view.Word(first - 1);
        if (view.Word(first - 1) is "beyond" || before is "beyond") return new(to.AddDays(1), null);
        if (view.Word(end) == "at" && view.Word(end + 1) == "the" && view.Word(end + 2) == "earliest") return new(from, null);
        if ((view.Word(first - 1) == "past" || view.Word(first) == "past") && from > day.AddDays(-100)) return new(to.AddDays(1), null);
        if (ahead >= 0)
        {
            var until = view.Word(ahead) == "until";
            // "before the elections of 2025" may end with the year before, "until" they are over may not; "ahead of next winter" it is not yet winter.
            var itself = view.Word(first - 1) is "of" or "the" && view.Word(ahead) == "ahead" && Seasons.Contains(view.Word(end - 1));
            // "before they meet on 8 July" ends the day before.
            var eventful = to == from && view.Word(ahead) == "before" && view.Word(first - 1) != "of" && !view.Words.AsSpan(ahead, first - ahead).Contains("end") && !(verb is { } close && Ending.Contains(close.Lemma));
            return new(null, to.DayNumber - from.DayNumber > 300 && !until || itself || eventful ? from.AddDays(-1) : to);
        }
        // "after the second round in August"
        if (to > day && DueScope.IsAfterEvent(view, first)) return new(to.AddDays(1), null);
        // "after the mandate expires at the end of the year", "after they begin to leave in May"
        if (verb is { } happening && DueScope.IsAfter(view, happening.Head, first)) return new(Ending.Contains(happening.Lemma) ? to.AddDays(1) : view.Word(first) == "end" ? to : from, null);
        // "between now and the end of next year"
        if (before is "and" && view.Word(first - 3) == "now" || view.Word(first - 2) == "now" && view.Word(first - 1) != ",") return new(day, to);
        // "begins on 1 December", "ends in February", "runs to March"
        if (to == from && to > day && view.Word(first) is not ("by" or "before") && Begins(view, first)) return new(from, null);
        if (verb is { } ending && Ending.Contains(ending.Lemma) && first - ending.Head <= 4 && view.Word(first) is not ("for" or "over" or "from" or "between")) return new(null, to);
        // "could begin in about three years", "could fly in six months": a day so far ahead, not the time until then.
        if (from == day && view.Word(first) == "in" && view.Word(first + 1) != "the" && view.Lemma(end - 1) is "year" or "month" or "week") return Begins(view, first) ? new(to, null) : new(null, to);
        // A year begins for as long as a quarter of it.
        if (view.Word(first) is "beginning" or "start" && to.DayNumber - from.DayNumber < 31 && view.Word(end - 1) is "year" or [_, _, _, _]) return new(from, from.AddMonths(3).AddDays(-1));
        // "at the end of 2027" by its end.
        if (view.Word(first) is "end" or "close" || view.Word(first - 1) == "of" && view.Word(first - 2) == "side" || before is "to" || view.Word(first - 1) is "to" || view.Word(first - 1) == "including" && view.Word(first - 2) == "and") return new(null, to);
        // "this year", "later in the year": what is left of it; "in 2025", "2024 to 2026" are told from end to end.
        var range = view.Word(first) == "fiscal" || view.Word(first) is [_, _, _, _] year && char.IsAsciiDigit(year[0]) || view.Word(first) == "in" && view.Word(first + 1) is [_, _, _, _] next && char.IsAsciiDigit(next[0]);
        // "this autumn", as it begins, is all of it.
        if (view.Word(first) == "this" && Seasons.Contains(view.Word(first + 1)) && from >= day.AddMonths(-1)) return period;
        var later = from == day && view.Word(first) is "later" or "rest" or "remainder" || view.Word(first) == "this" && from == day && to > day || view.Word(first - 1) == "within" || view.Word(first - 2) == "within" && view.Word(first - 1) == "the";
        return from < day && view.Word(first) is not ("from" or "between" or "for" or "over") && !range && view.Word(first - 1) is not "over" || later || view.Word(first) is "within" or "inside" ? new(null, to) : period;
    }
}
