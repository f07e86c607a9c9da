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
            var verb = Governing(verbs, first);
            if (verb is { } past && past.Modality is Modality.Future or Modality.Conditional or Modality.Infinitive or Modality.Required) period = Ahead(view, period, first, end, day);
            if (!IsToCome(period, day) || IsMoment(view, first, end) || IsMeetings(view, first, verbs)) continue;
            // "gave another system this month": what was done is not due, unless its date is still to come.
            if (verb is { Modality: Modality.Past or Modality.Perfect } && view.Word(first) is not "over" && !(period.From > day.AddDays(NewsDays) && end > first + 1 || period is { From: null, To: { } to } && view.Word(first) is "by" or "until" or "before" or "through" && to > day)) continue;
            // "resolution 2706 (2023)", "had passed through by May"
            if (view.Word(first - 1) == "(" && view.Word(first - 2).Any(char.IsAsciiDigit) || verb is { Modality: Modality.Perfect } && view.Word(verb.Value.First) == "had") continue;
            due = Join(due, new(Bounded(view, period, first, verb, day), entity.Span));
        }
        return due ?? Named(view, day) ?? Lasting(view, day);
    }

    /// <summary>The verb that a date belongs to: the last before it, else the first of the sentence.</summary>
    private static VerbGroup? Governing(List<VerbGroup> verbs, int date)
    {
        VerbGroup? found = verbs.Count > 0 ? verbs[0] : null;
        foreach (var verb in verbs)
        {
            if (verb.Head > date) break;
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

    /// <summary>"would begin in August", said in July: the August to come, whatever tense reports it.</summary>
    private static Period Ahead(SentenceView view, Period period, int first, int end, DateOnly day) =>
        end == first + 1 && period is { From: { } from, To: { } to } && to < day && to >= day.AddYears(-1) && to.DayNumber - from.DayNumber is > 26 and < 31 && view.Word(first - 1) is not "last"
            ? new(from.AddYears(1), to.AddYears(1)) : period;

    private static bool IsToCome(Period period, DateOnly day)
    {
        if (period.To is { } to) return to > day && !(period.From is { } from && from >= day.AddDays(-NewsDays) && to <= day.AddDays(NewsDays));
        return period.From > day;
    }

    /// <summary>"within 24 hours" says how fast, not when.</summary>
    private static bool IsMoment(SentenceView view, int first, int end) => view.Lemma(end - 1) is "hour" or "minute" or "day" && view.Word(first) is "within" or "last";

    /// <summary>"at the summit in Washington in July", "who is to report in January": the date of something else.</summary>
    private static bool IsMeetings(SentenceView view, int first, List<VerbGroup> verbs)
    {
        var clause = verbs.FindLast(x => x.Head < first);
        if (clause.Lemma is not null && view.Word(clause.First - 1) == "who") return true;
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
        // "between now and the end of next year"
        if (before is "and" && view.Word(first - 3) == "now" || view.Word(first - 2) == "now") return new(day, to);
        // "begins on 1 December", "ends in February", "runs to March"
        if (from == to && Enumerable.Range(1, 8).Any(i => view.Lemma(first - i) is "begin" or "start" or "commence" or "effect")) return new(from, null);
        if (verb is { Lemma: "end" or "expire" or "last" or "run" or "close" } ending && first - ending.Head <= 4 && view.Word(first) is not ("for" or "over")) return new(null, to);
        // "early next year" is next year; "at the end of 2027" by its end.
        if (view.Word(first) == "early" && to.DayNumber - from.DayNumber > 60) return new(new(from.Year, 1, 1), new DateOnly(from.Year, 12, 31));
        if (view.Word(first) == "end" || before is "to" || view.Word(first - 1) is "to") return new(null, to);
        // "this year": what is left of it.
        return from < day && view.Word(first) is not ("from" or "between" or "for" or "over") && view.Pos(first) != PartOfSpeech.Num || view.Word(first) is "within" ? new(null, to) : period;
    }

    /// <summary>Words that say how long a mandate or an agreement holds.</summary>
    private static readonly HashSet<string> Terms = [.. "renew renewal prolong extend extension run validity valid authorisation authorization horizon".Split(' ')];

    /// <summary>"renewed for a further twelve months", "runs ten years": from the document's day.</summary>
    private static Found<Period>? Term(SentenceView view, int at, DateOnly day)
    {
        var one = view.Words[at] == "another" && view.Lemma(at + 1) == "year";
        if (!one && (CountReader.At(view, at) is null || view.Word(at - 1) is "-" or "the" or "past" or "last" or "after" or "since" or "almost" or "every" or "," or "")) return null;
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

    /// <summary>"over the ten years for which it runs", "in the twelve months ahead": from the document's day.</summary>
    private static Found<Period>? Lasting(SentenceView view, DateOnly day)
    {
        var renewed = view.Words.Any(Terms.Contains) || Enumerable.Range(0, view.Count).Any(i => Terms.Contains(view.Lemma(i)));
        for (var i = 0; i + 1 < view.Count; i++)
        {
            if (renewed && Term(view, i, day) is { } term) return term;
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
