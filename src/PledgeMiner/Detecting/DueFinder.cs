namespace PledgeMiner.Detecting;

/// <summary>Says by when, or during which time, a deed is to happen: one interval over all the dates of the deed.</summary>
internal static class DueFinder
{
    /// <summary>
    /// A day or week this near is when something was said or met about, hardly ever when a deed is due: of 181 in the corpus' train and dev parts 7 were.
    /// </summary>
    private const int NewsDays = 7;

    /// <summary>A meeting's own date stands within so many words after it.</summary>
    private const int MeetingWords = 5;

    private static readonly HashSet<string> Meetings = [.. "summit conference meeting visit talks election speech session presidency vote congress anniversary".Split(' ')];

    public static Found<Period>? Find(SentenceView view, DateOnly? published, List<VerbGroup> verbs)
    {
        // Hardly any label of an undated document has a due date: 6 of 38 found.
        if (published is not { } day) return null;
        Found<Period>? due = null;
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity is not { Kind: EntityKind.Date, Period: { } period }) continue;
            var (first, end) = (view.IndexOf(entity.Span.Start), view.IndexOf(entity.Span.End));
            var verb = Governing(view, verbs, first);
            if (view.Word(first - 1) != "of") period = Ahead(view, period, first, end, verb, day);
            if (!IsToCome(period, day, verb) || IsMoment(view, first, end) || IsMeetings(view, first, verbs)) continue;
            // "gave another system this month": what was done is not due, unless its date is still to come.
            if (verb is { Modality: Modality.Past or Modality.Perfect } && !IsAheadOf(view, period, first, end, verb.Value, day)) continue;
            if (IsAttribute(view, first, end)) continue;
            // "resolution 2706 (2023)", "had passed through by May"
            if (view.Word(first - 1) == "(" && view.Word(first - 2).Any(char.IsAsciiDigit) || verb is { Modality: Modality.Perfect } && view.Word(verb.Value.First) == "had") continue;
            due = Join(due, new(Bounded(view, period, first, verb, day), entity.Span));
        }
        return due ?? Named(view, day) ?? Lasting(view, day);
    }

    /// <summary>Whether a date behind a verb of the past is to come all the same: "prolonged for two years", "has set aside a sum for next year", "was put back to May", "by" a day to come.</summary>
    private static bool IsAheadOf(SentenceView view, Period period, int first, int end, VerbGroup verb, DateOnly day)
    {
        if (view.Word(first) is "over" || period.From > day.AddDays(NewsDays) && end > first + 1) return true;
        if (period is { From: null, To: { } to } && view.Word(first) is "by" or "until" or "before" or "through") return to > day;
        if (view.Word(first) == "for") return Prolonging.Contains(verb.Lemma);
        return period.To > day.AddDays(NewsDays) && (view.Word(first - 1) == "to" || view.Word(first - 1) == "for" && (period.From > day || period.To!.Value.Month == 12));
    }

    private static readonly HashSet<string> Prolonging = [.. "renew prolong prolonge extend approve authorise authorize mandate create establish give grant adopt pass stretch".Split(' ')];

    /// <summary>"the agreement of 8 July", "this week's summit": the date tells which, not when.</summary>
    private static bool IsAttribute(SentenceView view, int first, int end)
    {
        if (view.Word(end) is "'s" or "'" && view.Word(end + 1) is not ("end" or "close")) return true;
        return view.Word(first - 1) == "of" && view.Pos(first - 2) is PartOfSpeech.Noun or PartOfSpeech.Propn && view.Lemma(first - 2) is not ("course" or "month" or "part" or "half" or "quarter" or "end" or "beginning" or "start" or "rest" or "remainder" or "summer" or "autumn" or "spring" or "winter" or "week");
    }

    /// <summary>The verb that a date belongs to: the last before it, else the first of the sentence.</summary>
    private static VerbGroup? Governing(SentenceView view, List<VerbGroup> verbs, int date)
    {
        VerbGroup? found = verbs.Count > 0 ? verbs[0] : null;
        foreach (var verb in verbs)
        {
            if (verb.Head > date) break;
            // "a battery, manned by soldiers, in May": what describes a thing governs no date.
            if (verb.First == verb.Head && verb.Modality == Modality.Past && view.Word(verb.Head + 1) == "by" && found is not null) continue;
            found = verb;
        }
        return found;
    }

    private static Found<Period> Join(Found<Period>? one, Found<Period> other)
    {
        if (one is not { } first) return other;
        var from = first.Value.From is { } a && other.Value.From is { } b ? a < b ? a : b : first.Value.From ?? (first.Value.To is null ? other.Value.From : null);
        // "starting in September, flying in October": until the last end that is told.
        var to = first.Value.To is { } c && other.Value.To is { } d ? c > d ? c : d : other.Value.To ?? first.Value.To;
        return first with { Value = new(from, to) };
    }

    private static readonly HashSet<string> Months =
    [
        .. "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".Split(' '),
    ];

    private static readonly HashSet<string> Weekdays = [.. "monday tuesday wednesday thursday friday saturday sunday".Split(' ')];

    /// <summary>"would begin in August", said in July: the August to come, whatever tense reports it. "Begins on Monday": the next.</summary>
    private static Period Ahead(SentenceView view, Period period, int first, int end, VerbGroup? verb, DateOnly day)
    {
        if (period is not { From: { } from, To: { } to } || to >= day || to.DayNumber - from.DayNumber > 92 || verb is null) return period;
        var ahead = verb.Value.Modality is Modality.Future or Modality.Conditional or Modality.Infinitive or Modality.Required || view.Word(first - 1) is "for" or "to";
        if (!ahead && verb.Value.Modality is not (Modality.Present or Modality.Progressive)) return period;
        var (month, weekday) = (false, false);
        for (var i = first; i < end; i++)
        {
            if (view.Word(i) is "last" or "past" or "since" or "previous" or "this" || view.Word(i).Length == 4 && char.IsAsciiDigit(view.Word(i)[0])) return period;
            month |= Months.Contains(view.Word(i).TrimEnd('.'));
            weekday |= Weekdays.Contains(view.Word(i));
        }
        if (month && ahead && to >= day.AddYears(-1)) return new(from.AddYears(1), to.AddYears(1));
        var clear = ahead || view.Word(verb.Value.Head).EndsWith('s') || verb.Value.Modality == Modality.Progressive;
        return weekday && !month && clear && verb.Value.Head < first && to >= day.AddDays(-7) ? new(from.AddDays(7), to.AddDays(7)) : period;
    }

    /// <summary>Deeds of talk, whose days are news.</summary>
    private static readonly HashSet<string> Talk = [.. "say tell announce meet discuss decide vote hold speak address talk visit present unveil convene host receive publish report expect".Split(' ')];

    private static bool IsToCome(Period period, DateOnly day, VerbGroup? verb)
    {
        if (period.To is not { } to) return period.From > day;
        if (to < day || to == day && period.From is not null) return false;
        if (period.From is not { } from || from < day.AddDays(-NewsDays) || to > day.AddDays(2 * NewsDays)) return true;
        var talk = verb is null || Talk.Contains(verb.Value.Lemma);
        return to > day.AddDays(NewsDays) ? !talk : !talk && verb is { Modality: Modality.Future or Modality.Infinitive or Modality.Progressive or Modality.Present };
    }

    /// <summary>"within 24 hours" says how fast, not when.</summary>
    private static bool IsMoment(SentenceView view, int first, int end) => view.Lemma(end - 1) is "hour" or "minute" or "day" && view.Word(first) is "within" or "last" or "for" or "in";

    /// <summary>"at the summit in Washington in July", "who is to report in January": the date of something else.</summary>
    private static bool IsMeetings(SentenceView view, int first, List<VerbGroup> verbs)
    {
        var clause = verbs.FindLast(x => x.Head < first);
        if (clause.Lemma is not null && view.Word(clause.First - 1) == "who" && Talk.Contains(clause.Lemma)) return true;
        for (var i = first - 1; i >= Math.Max(0, first - MeetingWords); i--)
        {
            if (view.Word(i) is "," or ";" or "by" or "until" || view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Aux) return false;
            if (Meetings.Contains(view.Words[i])) return true;
        }
        return false;
    }

    /// <summary>Which ends the words around a date leave open.</summary>
    private static Period Bounded(SentenceView view, Period period, int first, VerbGroup? verb, DateOnly day)
    {
        if (period.From is not { } from || period.To is not { } to) return period;
        var before = view.Word(first - 1) is "the" or "on" or "in" or "at" ? view.Word(first - 2) is "at" ? view.Word(first - 3) : view.Word(first - 2) : view.Word(first - 1);
        if (view.Word(first - 1) is "beyond" || before is "beyond") return new(to.AddDays(1), null);
        if (view.Word(first - 1) == "past" && from > day.AddDays(-100)) return new(to.AddDays(1), null);
        // "ahead of the elections in June": by then.
        for (var i = first - 1; i >= Math.Max(0, first - 7) && view.Word(i) is not ("," or ";"); i--)
        {
            if (view.Word(i) is "before" || view.Word(i) == "ahead" && view.Word(i + 1) == "of") return new(null, to);
        }
        // "between now and the end of next year"
        if (before is "and" && view.Word(first - 3) == "now" || view.Word(first - 2) == "now") return new(day, to);
        // "begins on 1 December", "ends in February", "runs to March"
        if (to == from && to > day && view.Word(first) is not ("by" or "before") && Enumerable.Range(1, 8).Any(i => view.Lemma(first - i) is "begin" or "start" or "commence" or "effect")) return new(from, null);
        if (verb is { Lemma: "end" or "expire" or "last" or "run" or "close" } ending && first - ending.Head <= 4 && view.Word(first) is not ("for" or "over")) return new(null, to);
        // "early next year" is next year; "at the end of 2027" by its end.
        if (view.Word(first) == "early" && to.DayNumber - from.DayNumber > 60) return new(new(from.Year, 1, 1), new DateOnly(from.Year, 12, 31));
        if (view.Word(first) == "end" || before is "to" || view.Word(first - 1) is "to") return new(null, to);
        // "this year", "later in the year": what is left of it; "in 2025", "2024 to 2026" are told from end to end.
        var range = view.Word(first) is [_, _, _, _] year && char.IsAsciiDigit(year[0]) || view.Word(first) == "in" && view.Word(first + 1) is [_, _, _, _] next && char.IsAsciiDigit(next[0]);
        var later = from == day && view.Word(first) is "later" or "rest" or "remainder";
        return from < day && view.Word(first) is not ("from" or "between" or "for" or "over") && !range && view.Word(first - 1) is not "over" || later || view.Word(first) is "within" ? new(null, to) : period;
    }

    /// <summary>Words that say how long a mandate or an agreement holds.</summary>
    private static readonly HashSet<string> Terms = [.. "renew renewal prolong extend extension run validity valid authorisation authorization horizon mandate deployment last".Split(' ')];

    /// <summary>"renewed for a further twelve months", "runs ten years": from the document's day.</summary>
    private static Found<Period>? Term(SentenceView view, int at, DateOnly day)
    {
        var one = view.Words[at] == "another" && view.Lemma(at + 1) == "year";
        if (!one && (CountReader.At(view, at) is null || view.Word(at - 1) is "-" or "the" or "past" or "after" || view.Word(at - 1) == "last" && view.Pos(at - 1) != PartOfSpeech.Verb || view.Word(at - 1) is "since" or "almost" or "every" or "," or "")) return null;
        var (number, end) = one ? (1, at + 1) : ((int)Math.Min(100, CountReader.At(view, at)!.Value.Value), CountReader.At(view, at)!.Value.End);
        if (view.Word(end) is "more" or "further" or "additional") end++;
        DateOnly? to = view.Lemma(end) switch
        {
            "year" => day.AddYears(number),
            "month" => day.AddMonths(number),
            _ => null,
        };
        return to is null || view.Word(end + 1) is "ago" or "old" or "earlier" or "later" or "after" or "before" ? null : new(new(day, to), view.SpanOf(at, end + 1));
    }

    /// <summary>"by Christmas", "before the year is out"</summary>
    private static Found<Period>? Named(SentenceView view, DateOnly day)
    {
        for (var i = 0; i + 1 < view.Count; i++)
        {
            if (view.Words[i] is not ("by" or "before")) continue;
            if (view.Words[i + 1] == "christmas") return new(new(null, new DateOnly(day.Year, 12, 25)), view.SpanOf(i, i + 2));
            if (view.Words[i + 1] == "the" && view.Word(i + 2) == "year" && view.Word(i + 3) is "is" or "ends" && view.Word(i + 4) is not "of") return new(new(null, new DateOnly(day.Year, 12, 31)), view.SpanOf(i, i + 4));
        }
        return null;
    }

    /// <summary>Most sentences tell no length of time, so that nothing more is looked for.</summary>
    private static bool HasLength(SentenceView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Lemma(i) is "year" or "month") return true;
        }
        return false;
    }

    private static bool TellsTerm(SentenceView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if ((Terms.Contains(view.Lemma(i)) || Terms.Contains(view.Words[i])) && (view.Lemma(i) != "last" || view.Pos(i) == PartOfSpeech.Verb)) return true;
        }
        return false;
    }

    /// <summary>"over the ten years for which it runs", "in the twelve months ahead": from the document's day.</summary>
    private static Found<Period>? Lasting(SentenceView view, DateOnly day)
    {
        if (!HasLength(view)) return null;
        var renewed = TellsTerm(view);
        for (var i = 0; i + 1 < view.Count; i++)
        {
            if ((renewed || view.Words[i] == "initial" && CountReader.At(view, i + 1) is not null) && Term(view, i, day) is { } term) return term;
            if (!(view.Words[i] is "over" or "for" or "during" or "in" && view.Words[i + 1] == "the" && CountReader.At(view, i + 2) is { Value: <= 100 } count)) continue;
            var number = (int)count.Value;
            DateOnly? to = view.Lemma(count.End) switch
            {
                "year" => day.AddYears(number),
                "month" => day.AddMonths(number),
                _ => null,
            };
            if (to is not null && view.Word(count.End + 1) is not ("since" or "before" or "to" or "that") && view.Word(count.End + 2) is not "been") return new(new(day, to), view.SpanOf(i, count.End + 1));
        }
        return null;
    }
}
