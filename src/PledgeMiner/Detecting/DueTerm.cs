namespace PledgeMiner.Detecting;

/// <summary>Reads when a deed is due where no date is told: how long a mandate holds, "over the ten years for which it runs", "before the year is out".</summary>
internal static class DueTerm
{
    /// <summary>Words that say how long a mandate or an agreement holds.</summary>
    private static readonly HashSet<string> Terms = [.. "renew renewal prolong extend extension run validity valid authorisation authorization horizon mandate deployment last cover span".Split(' ')];

    public static Found<Period>? Find(SentenceView view, List<VerbGroup> verbs, DateOnly day)
    {
        // Most sentences have none of the words that both begin with, so that nothing more is looked for.
        var (bounded, length) = (false, false);
        for (var i = 0; i < view.Count; i++)
        {
            switch (view.Words[i])
            {
                case "by" or "before" or "until" or "through" or "throughout":
                    bounded = true;
                    break;
                case "year" or "years" or "half-year" or "month" or "months" or "decade" or "decades" or "century" or "week" or "weeks":
                    length = true;
                    break;
            }
        }
        return (bounded ? Named(view, verbs, day) : null) ?? (length ? Lasting(view, day) : null);
    }

    /// <summary>What needs no document's date: "extends until the end of 2026", "not beyond 2027". Without the bound hardly a date of an undated document is due: 6 of 38.</summary>
    public static Found<Period>? Bounded(SentenceView view, List<VerbGroup> verbs)
    {
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity is not { Kind: EntityKind.Date, Period: { To: { } to } period }) continue;
            var first = view.IndexOf(entity.Span.Start);
            var beyond = view.Word(first - 1) == "beyond";
            if (!beyond && (period.From is not null || view.Word(first) is not ("by" or "until" or "before" or "through"))) continue;
            if (DueScope.Governing(view, verbs, first) is not { Modality: not (Modality.Past or Modality.Perfect) }) continue;
            return new(beyond ? new(to.AddDays(1), null) : new(null, to), entity.Span);
        }
        return null;
    }

    /// <summary>"renewed for a further twelve months", "runs ten years": from the document's day.</summary>
    private static Found<Period>? Term(SentenceView view, int at, DateOnly day)
    {
        if (view.Word(at - 1) is "-" or "the" or "past" or "beyond" or "after" or "since" or "almost" or "every" or "," or "" || view.Word(at - 1) == "last" && view.Pos(at - 1) != PartOfSpeech.Verb) return null;
        return Length(view, at, day) is var (to, end) && view.Word(end) is not ("ago" or "old" or "earlier" or "later" or "after" or "before") && !(view.Word(end) == "of" && !Helps.Contains(view.Lemma(end + 1))) ? new(new(day, to), view.SpanOf(at, end)) : null;
    }

    /// <summary>"ten years", "six more months", "another year", "a full year", "half a year": the day it ends if it begins on the given one.</summary>
    public static (DateOnly To, int End)? Length(SentenceView view, int at, DateOnly day)
    {
        var (number, end) = (1, at + 1);
        var half = view.Words[at] == "half" && view.Word(at + 1) == "a";
        if (half) end = at + 2;
        else if (view.Words[at] is not ("another" or "a" or "an"))
        {
            if (CountReader.At(view, at) is not { } count) return null;
            (number, end) = ((int)Math.Min(100, count.Value), count.End);
        }
        else if (CountReader.At(view, view.Word(end) is "further" or "additional" or "initial" ? end + 1 : end) is { } further)
        {
            (number, end) = ((int)Math.Min(100, further.Value), further.End);
        }
        else if (view.Words[at] != "another" && view.Word(end) is not ("full" or "whole" or "further" or "year" or "month" or "decade" or "century")) return null;
        if (view.Words[at] == "another" && view.Word(end) == "half-year") return (day.AddMonths(6), end + 1);
        if (view.Words[at] == "another" && view.Word(end) == "half" && view.Word(end + 1) == "-" && view.Word(end + 2) == "year") return (day.AddMonths(6), end + 3);
        while (view.Word(end) is "more" or "further" or "additional" or "full" or "whole" or "-") end++;
        return view.Lemma(end) switch
        {
            "year" => (half ? day.AddMonths(6) : day.AddYears(number), end + 1),
            "decade" => (day.AddYears(10 * number), end + 1),
            "century" => (day.AddYears(100), end + 1),
            "week" => (day.AddDays(7 * number), end + 1),
            "month" => (day.AddMonths(number), end + 1),
            _ => null,
        };
    }

    /// <summary>What is granted on top is time to come, whatever tells of it: "another year", "two more years", "a full year".</summary>
    private static bool IsAdded(SentenceView view, int at) =>
        view.Words[at] == "another" || view.Words[at] == "a" && view.Word(at + 1) is "full" or "whole" or "further" || view.Word(at + 1) is "more" or "further" or "additional" && CountReader.At(view, at) is not null;

    /// <summary>"over three years beginning in spring", "for the two years that begin on 1 May": the term begins with the date behind it.</summary>
    public static Period? BeginningWith(SentenceView view, Found<Period> term, Period begin, int first, DateOnly day)
    {
        // "from October, for about six months"
        if (begin is { From: { } now, To: { } later } && now == day && later.Day == day.Day && term.Value.From is { } told && told > day && view.Word(first) == "for") return new(told, told.AddMonths(12 * (later.Year - now.Year) + later.Month - now.Month).AddDays(-1));
        if (term.Value is not { From: { } from, To: { } to } || from != day || begin.From is not { } start || start <= day || to.Day != day.Day && to.Day < 28) return null;
        var behind = view.IndexOf(term.Span.End);
        for (var i = behind; i <= first; i++)
        {
            if (i > behind + 4 || view.Word(i) is "," or "and") return null;
            if (view.Lemma(i) is "begin" or "start" or "from" or "commence") return new(start, start.AddMonths(12 * (to.Year - from.Year) + to.Month - from.Month).AddDays(-1));
        }
        return null;
    }

    /// <summary>"will begin to leave on 31 December 2026 and be gone within twelve months", "and has a year to do so": the time counts from the day told first.</summary>
    /// <param name="at">Index of the word behind that day.</param>
    public static Found<Period>? CountedFrom(SentenceView view, int at, DateOnly begin)
    {
        var joined = false;
        for (var i = at; i + 1 < view.Count; i++)
        {
            joined |= view.Words[i] == "and";
            if (!joined || !(view.Words[i] is "within" or "inside" || view.Lemma(i) == "have")) continue;
            if (Length(view, i + 1, begin) is var (to, end) && (view.Lemma(i) != "have" || view.Word(end) == "to")) return new(new(begin, to), view.SpanOf(i, end));
        }
        return null;
    }

    /// <summary>"over the two years that begin on 20 February", "for a further twelve months from 1 May": the term before a date begins with it.</summary>
    /// <param name="first">Index of the date's first word.</param>
    public static Found<Period>? UpTo(SentenceView view, int first, DateOnly begin)
    {
        var (at, begins) = (first - 1, view.Word(first) is "from" or "starting" or "beginning");
        for (; view.Word(at) is "that" or "which" or "on" or "in" or "from" or "with" or "effect" || view.Lemma(at) is "begin" or "start" or "commence"; at--) begins |= view.Word(at) == "from" || view.Lemma(at) is "begin" or "start" or "commence";
        for (var i = at - 1; begins && i >= Math.Max(0, at - 4); i--)
        {
            // "a billion a month from October"
            if (view.Words[i] == "a" && view.Word(i - 1) is not ("for" or "of" or "over" or "by")) continue;
            if (Length(view, i, begin) is var (to, end) && end == at + 1) return new(new(begin, to.AddDays(-1)), view.SpanOf(i, end));
        }
        return null;
    }

    /// <summary>"the mandate expires in May and is to be extended by two years": the time added, from the given day.</summary>
    public static Found<Period>? Prolonged(SentenceView view, int at, DateOnly begin)
    {
        var prolongs = false;
        for (var i = at; i < view.Count; i++)
        {
            prolongs |= view.Lemma(i) is "extend" or "prolong" or "renew" or "renewal" or "extension" or "prolongation";
            if (!prolongs || view.Words[i] is not ("by" or "for" or "another")) continue;
            var from = view.Words[i] == "another" ? i : i + 1;
            if (from < view.Count && Length(view, from, begin) is var (to, end)) return new(new(begin, to.AddDays(-1)), view.SpanOf(i, end));
        }
        return null;
    }

    /// <summary>"by Christmas", "before the year is out", "before the summer ends"</summary>
    private static Found<Period>? Named(SentenceView view, List<VerbGroup> verbs, DateOnly day)
    {
        for (var i = 0; i + 1 < view.Count; i++)
        {
            if (view.Words[i] is not ("by" or "before" or "until" or "through" or "throughout") || DueScope.Governing(view, verbs, i) is { Modality: Modality.Past or Modality.Perfect, Passive: false }) continue;
            if (view.Words[i] is "through" or "throughout")
            {
                // "will stay through the year", but "through the winter campaign"
                if (view.Words[i + 1] == "the" && view.Pos(i + 3) is not (PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Propn or PartOfSpeech.Part) && EndOf(view.Word(i + 2), day) is { } last) return new(new(null, last), view.SpanOf(i, i + 3));
                continue;
            }
            if (view.Words[i + 1] == "the" && view.Word(i + 2) == "turn" && view.Word(i + 5) == "year") return new(new(null, new DateOnly(day.Year, 12, 31)), view.SpanOf(i, i + 6));
            // "before the 24th": the next such day.
            if (view.Words[i + 1] == "the" && view.Word(i + 2) is [_, .., 't' or 'n' or 'r' or 's', 'h' or 'd' or 't'] nth && int.TryParse(nth.AsSpan(0, nth.Length - 2), out var number) && number is > 0 and < 29 && view.Pos(i + 3) is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj))
                return new(new(null, NextDay(number, day).AddDays(view.Words[i] == "before" ? -1 : 0)), view.SpanOf(i, i + 3));
            if (view.Words[i + 1] == "christmas") return new(new(null, new DateOnly(day.Year, 12, 25)), view.SpanOf(i, i + 2));
            if (view.Words[i + 1] is "the" or "this" && view.Word(i + 3) is "is" or "ends" && view.Word(i + 4) is not "of" && EndOf(view.Word(i + 2), day) is { } end) return new(new(null, end), view.SpanOf(i, i + 4));
        }
        return null;
    }

    /// <summary>"has offered 15 years", "a term of fifteen years": a length of five years or more that no word ties to a deed.</summary>
    public static Found<Period>? Lengthy(SentenceView view, DateOnly day)
    {
        for (var i = 0; i + 1 < view.Count; i++)
        {
            if (CountReader.At(view, i) is not { Value: >= 5 and <= 100 } count || view.Word(i - 1) == "than" && view.Word(i - 3) == "for" || view.Lemma(count.End) != "year" || view.Word(count.End + 1) is "ago" or "old" or "earlier" or "later" or "after" or "before" || view.Word(count.End + 1) == "of" && !Helps.Contains(view.Lemma(count.End + 2))) continue;
            return new(new(day, day.AddYears((int)count.Value)), view.SpanOf(i, count.End + 1));
        }
        return null;
    }

    /// <summary>What "five years of" promises, unlike years of war.</summary>
    private static readonly HashSet<string> Helps = [.. "guarantee help support aid assistance funding cooperation".Split(' ')];

    /// <summary>"a year's extension", "extended by a two-year term", "a renewal of six months", "has three weeks to answer", "nine months from now".</summary>
    private static Found<Period>? Granted(SentenceView view, int i, DateOnly day)
    {
        if (view.Word(i + 1) == "of" && Renewals.Contains(view.Lemma(i)) && i + 2 < view.Count && Length(view, i + 2, day) is var (until, last)) return new(new(day, until), view.SpanOf(i, last));
        if (!(view.Words[i] is "a" or "an" || CountReader.At(view, i) is { Value: < 100 }) || Length(view, i, day) is not var (to, end)) return null;
        if (view.Word(end) == "from" && view.Word(end + 1) == "now") return new(new(to, null), view.SpanOf(i, end));
        if (Renewals.Contains(view.Lemma(view.Word(end) is "'s" or "'" ? end + 1 : end))) return new(new(day, to), view.SpanOf(i, end));
        return view.Lemma(i - 1) is "have" or "give" && view.Word(end) == "to" && view.Pos(end + 1) == PartOfSpeech.Verb ? new(new(null, to), view.SpanOf(i, end)) : null;
    }

    private static readonly HashSet<string> Renewals = [.. "extension renewal prolongation".Split(' ')];

    private static DateOnly NextDay(int number, DateOnly day)
    {
        var here = new DateOnly(day.Year, day.Month, number);
        return here > day ? here : here.AddMonths(1);
    }

    /// <summary>The last day of the week, month, season or year that a day lies in, or of the next such season.</summary>
    private static DateOnly? EndOf(string unit, DateOnly day) => unit switch
    {
        "week" => day.AddDays((7 - (int)day.DayOfWeek) % 7),
        "month" => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
        "quarter" => Last(day.Year, (day.Month + 2) / 3 * 3),
        "spring" => Last(day.Month > 5 ? day.Year + 1 : day.Year, 5),
        "summer" => Last(day.Month > 8 ? day.Year + 1 : day.Year, 8),
        "autumn" or "fall" => Last(day.Month > 11 ? day.Year + 1 : day.Year, 11),
        "winter" => Last(day.Month > 2 ? day.Year + 1 : day.Year, 2),
        "year" => new(day.Year, 12, 31),
        _ => null,
    };

    private static DateOnly Last(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static bool TellsTerm(SentenceView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if ((Terms.Contains(view.Lemma(i)) || Terms.Contains(view.Words[i])) && (view.Lemma(i) != "last" || view.Pos(i) == PartOfSpeech.Verb)) return true;
        }
        return false;
    }

    /// <summary>"over the ten years for which it runs", "for the first ten years", "after a transition of six months": from the document's day.</summary>
    private static Found<Period>? Lasting(SentenceView view, DateOnly day)
    {
        var renewed = TellsTerm(view);
        for (var i = 0; i + 1 < view.Count; i++)
        {
            if (view.Words[i] is not ("a" or "an") | IsAdded(view, i) && (renewed || view.Word(i - 1) == "initial" || IsAdded(view, i)) && Term(view, i, day) is { } term) return term;
            if (Granted(view, i, day) is { } granted) return granted;
            if (view.Words[i] is "after" or "following" && view.Word(i - 1) is not ("," or "and" or ""))
            {
                var at = i + 1;
                if (view.Word(at) == "a" && view.Word(at + 1) is "transition" or "period" or "transitional" or "grace") while (at < i + 5 && view.Word(at) != "of") at++;
                if (view.Word(at) == "of") at++;
                if (at < view.Count && Length(view, at, day) is var (begin, behind) && view.Word(behind) is not ("of" or "in")) return new(new(begin, null), view.SpanOf(i, behind));
            }
            if (!(view.Words[i] is "over" or "for" or "during" or "in" or "throughout" && view.Words[i + 1] == "the")) continue;
            var from = view.Word(i + 2) == "first" && view.Words[i] == "for" ? i + 3 : i + 2;
            if (from < view.Count && CountReader.At(view, from) is { Value: <= 100 } && Length(view, from, day) is var (to, end) && view.Word(end) is not ("since" or "before" or "to" or "that") && view.Word(end + 1) is not "been") return new(new(day, to), view.SpanOf(i, end));
        }
        return null;
    }
}
