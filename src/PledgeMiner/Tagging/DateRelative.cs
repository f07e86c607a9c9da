namespace PledgeMiner.Tagging;

/// <summary>Dates told from the document's own: "next month", "over the next decade", "within 24 hours", "three years ago".</summary>
internal static class DateRelative
{
    public static bool TryRead(GazetteerText text, int i, int first, int end, DateOnly published, out DateCore core)
    {
        core = default;
        switch (text[i])
        {
            case "today" or "tonight":
                return Day(0, i + 1, out core);
            case "yesterday":
                return Day(-1, i + 1, out core);
            case "tomorrow":
                return Day(1, i + 1, out core);
            case "this" when text[i + 1] is "morning" or "afternoon" or "evening":
                return Day(0, i + 2, out core);
            case "present" when text[i + 1] is "fiscal" or "financial" or "calendar" or "year":
            case "this" or "current" or "next" or "coming" or "upcoming" or "last" or "past" or "previous":
                return TryShifted(text, i, first, end, published, out core);
            case "within" or "inside" or "for" or "over" or "in" or "during":
                return TryLength(text, i, first, end, published, out core);
            case "day" when text[i + 1] == "after" && text[i + 2] == "tomorrow":
                return Day(2, i + 3, out core);
            case "day" when text[i + 1] == "before" && text[i + 2] == "yesterday":
                return Day(-2, i + 3, out core);
            default:
                return TryAgo(text, i, end, published, out core) || TryThe(text, i, first, end, published, out core);
        }

        bool Day(int move, int after, out DateCore day)
        {
            day = new(i, after, published.AddDays(move), published.AddDays(move));
            return true;
        }
    }

    private static bool TryShifted(GazetteerText text, int i, int first, int end, DateOnly published, out DateCore core)
    {
        core = default;
        var word = text[i];
        var move = word is "this" or "current" or "present" ? 0 : word is "next" or "coming" or "upcoming" ? 1 : -1;
        var at = i + 1;
        // "would last ten years" is the verb.
        if (word == "last" && i > first && text[i - 1] is "will" or "would" or "to" or "should" or "may" or "could") return false;
        // "the last week of May" is a part of May.
        if (word == "last" && text[at] is "week" or "days" or "day" && text[at + 1] == "of") return false;
        if (word == "this" && text[at] is "coming" or "past") (move, at) = (text[at] == "coming" ? 1 : -1, at + 1);
        if (at >= end || !text.Joined(at)) return false;
        if (text.Has(at, GazetteerSense.Weekday)) return Named(DateNeed.Week, text, at, published, move, i, out core);
        // "extended past March" goes beyond it; "this past March" was.
        if (word == "past" && text.Has(at, GazetteerSense.Month)) return false;
        if (text.Has(at, GazetteerSense.Month) && text.Words[at].IsCapital) return Named(DateNeed.Year, text, at, published, move, i, out core);
        if (DateWords.Seasons.TryGetValue(text[at], out var season)) return Season(i, at + 1, season, published, move, out core);

        decimal count = 1;
        var counted = false;
        var vague = false;
        if (text[at] is "few" or "several" or "couple" && move != 0)
        {
            vague = true;
            at += text[at + 1] == "of" ? 2 : 1;
        }
        else if (NumberReader.TryRead(text, at, end, out var number) && text[at] is not ("a" or "an"))
        {
            if (number.After >= end || text.Words[number.After].Gap != GazetteerGap.Space) return false;
            (count, counted, at) = (number.Value, true, number.After);
            if (text[at] is "to" or "or" && NumberReader.TryRead(text, at + 1, end, out var upper)) (count, at) = (upper.Value, upper.After);
        }
        if (text[at] == "fiscal" && text[at + 1] == "year" && !counted && !vague)
        {
            var (begin, close) = DateCalendar.Fiscal(published.AddMonths(3).Year + move);
            core = new(i, at + 2, begin, close);
            return true;
        }
        if (text[at] is "fiscal" or "financial" or "calendar" or "full") at++;
        if (at >= end || !DateWords.Units.TryGetValue(text[at], out var unit)) return false;
        vague |= !counted && text[at].EndsWith('s');
        // "the next day" is one of a story, not of the document.
        if ((move == 0 && (counted || vague)) || (word == "next" && text[at] == "day" && !counted)) return false;
        if (vague)
        {
            // How many "coming weeks" are meant is not said: the far end stays open.
            core = move > 0 ? new(i, at + 1, published, null) : new(i, at + 1, null, published);
            return true;
        }
        // "the end of the coming week"
        var ends = i > first + 2 && text[i - 1] == "the" && text[i - 2] == "of" && text[i - 3] == "end" && !counted;
        // "the coming financial year" is the next, whatever day it is.
        var rolling = !ends && text[at - 1] is not ("financial" or "fiscal" or "calendar") && (counted || (i > first && text[i - 1] == "the" && word is "next" or "last" or "past" or "coming") || word is "coming" or "past");
        if (!rolling)
        {
            if (DateCalendar.Containing(published, unit, move) is not { } whole) return false;
            core = new(i, at + 1, whole.From, whole.To);
            if (move == 0 && unit == DateUnit.Year && AndNext(text, at + 1, end) is > 0 and var behind) core = core with { After = behind, To = whole.To.AddYears(1) };
            return true;
        }
        if (DateCalendar.Add(published, unit, count, move) is not { } far) return false;
        core = move > 0 ? new(i, at + 1, published, far) : new(i, at + 1, far, published);
        return true;
    }

    /// <summary>"this year and next", "this year and the next": behind it, or 0 where another noun follows.</summary>
    private static int AndNext(GazetteerText text, int i, int end)
    {
        var at = text[i + 1] == "the" ? i + 2 : i + 1;
        if (text[i] != "and" || at >= end || text[at] != "next") return 0;
        var follows = at + 1 < end && text.Joined(at + 1) && text[at + 1].Length > 0 && text[at + 1] is not ("to" or "by" or "in" or "and" or "on" or "at" or "will" or "for" or "from" or "as" or "the" or "or" or "through");
        return follows ? 0 : at + 1;
    }

    /// <summary>"next Tuesday", "last March", "this January".</summary>
    private static bool Named(DateNeed need, GazetteerText text, int at, DateOnly published, int move, int i, out DateCore core)
    {
        core = default;
        if (!DateAbsolute.TryRead(text, at, at - 1, text.Words.Count, out var named)) return false;
        if (named.Need == DateNeed.None)
        {
            core = named with { First = i };
            return true;
        }
        if (move == 0 && need == DateNeed.Week)
        {
            var monday = DateCalendar.Containing(published, DateUnit.Week, 0)!.Value.From;
            var day = monday.AddDays(named.From!.Value.DayNumber - DateCalendar.AnyWeek.DayNumber);
            core = new(i, named.After, day, day);
            return true;
        }
        if (move == 0)
        {
            var (from, to) = DateCalendar.Move(named.From!.Value, named.To!.Value, published.Year) ?? (published, published);
            core = new(i, named.After, from, to);
            return true;
        }
        // "next Tuesday" said on a Tuesday is a week ahead, "last Tuesday" a week back.
        var origin = move > 0 ? published.AddDays(1) : published.AddDays(-1);
        if (DateCalendar.Place(named, origin, move) is not { } placed) return false;
        if (need == DateNeed.Year && placed.From <= published && published <= placed.To)
            placed = DateCalendar.Move(named.From!.Value, named.To!.Value, published.Year + move) ?? placed;
        core = new(i, named.After, placed.From, placed.To);
        return true;
    }

    private static bool Season(int i, int after, int month, DateOnly published, int move, out DateCore core)
    {
        // January and February belong to the winter that began in the year before.
        var year = month == 12 && published.Month <= 2 ? published.Year - 1 : published.Year;
        var (from, to) = DateCalendar.ThreeMonths(year, month);
        if (move > 0 && from <= published) (from, to) = DateCalendar.ThreeMonths(year + 1, month);
        if (move < 0 && to >= published) (from, to) = DateCalendar.ThreeMonths(year - 1, month);
        core = new(i, after, from, to);
        return true;
    }

    /// <summary>"within 24 hours", "for ten years", "over a decade", "in three months".</summary>
    private static bool TryLength(GazetteerText text, int i, int first, int end, DateOnly published, out DateCore core)
    {
        core = default;
        var at = i + 1;
        if (text[at] is "another" or "about" or "around" or "additional" or "some" or "roughly" or "nearly" or "almost" or "perhaps") at++;
        if (text[at] is "up" or "at" && text[at + 1] is "to" or "least") at += 2;
        if (text[at] is "less" or "more" && text[at + 1] == "than") at += 2;
        if (text[at] == "no" && text[at + 1] is "longer" or "more" && text[at + 2] == "than") at += 3;
        if (text[at] == "the" && text[i] == "within") at++;
        if (text[at] is "a" or "an" && text[at + 1] is "further" or "initial" or "additional" or "full" or "maximum" or "period")
        {
            at += text[at + 1] == "period" ? 1 : 2;
            if (text[at] == "period" && text[at + 1] == "of") at += 2;
        }
        if (text[i] == "within" && text.Has(at, GazetteerSense.TimeUnit) && text[at].EndsWith('s'))
        {
            // How many weeks are meant by "within weeks" is not said.
            core = new(i, at + 1, published, null);
            return true;
        }
        decimal count = 1;
        if (text[at] == "half" && text[at + 1] == "a" && text[at + 2] == "year" && at + 2 < end) (count, at) = (0.5m, at + 2);
        else if (text[at] is "a" or "an" or "one" && DateWords.Units.ContainsKey(text[at + 1])) at++;
        else if (NumberReader.TryRead(text, at, end, out var number))
        {
            (count, at) = (number.Value, number.After);
            if (text[at] is "to" or "or" && NumberReader.TryRead(text, at + 1, end, out var upper)) (count, at) = (upper.Value, upper.After);
            else if (at < end && text.Words[at].Gap == GazetteerGap.Hyphen && NumberReader.TryRead(text, at, end, out upper)) (count, at) = (upper.Value, upper.After);
        }
        else if (!(text[i] == "within" && text[at - 1] == "the"))
        {
            return false;
        }
        // "a 10-year plan" tells of a plan, not of a time.
        if (at >= end || text.Words[at].Gap != GazetteerGap.Space || !DateWords.Units.TryGetValue(text[at], out var unit)) return false;
        if (text[at - 1] == "the" && unit is DateUnit.Hour) return false;
        // "within a week to ten days"
        if (text[at + 1] is "to" or "or" && NumberReader.TryRead(text, at + 2, end, out var longest) && longest.After < end && DateWords.Units.TryGetValue(text[longest.After], out var other)) (count, at, unit) = (longest.Value, longest.After, other);
        // "within the year" is within the one that runs.
        if (text[at - 1] == "the" && text[i] == "within" && DateCalendar.Containing(published, unit, 0) is { } running)
        {
            core = new(i, at + 1, running.From, running.To);
            return true;
        }
        if (text[i] == "over" && unit is DateUnit.Minute or DateUnit.Century) return false;
        if (text[at + 1] is "old" or "ago" or "earlier" or "before") return false;
        if (text[i - 1] is "later" or "earlier" && text[i] == "in") return false;
        var past = text[i] is "for" or "over" or "in" && IsPerfect(text, i, first);
        if (DateCalendar.Add(published, unit, count, past ? -1 : 1) is not { } far) return false;
        core = past ? new(i, at + 1, far, published) : new(i, at + 1, published, far);
        return true;
    }

    /// <summary>"has supported Kyiv for three years" looks back. Six words before suffice for the clause's verb.</summary>
    private static bool IsPerfect(GazetteerText text, int i, int first)
    {
        for (var at = i - 1; at >= first && at >= i - 6; at--)
        {
            if (text[at] is "will" or "would" or "shall" or "to") return false;
            if (text[at] is "has" or "have" or "had" or "been") return true;
            // "was to have packed up, stays for four years more"
            if (text.Words[at].Gap == GazetteerGap.Comma) return false;
        }
        return false;
    }

    /// <summary>"three years ago": days and weeks to the day, months and years as a whole.</summary>
    private static bool TryAgo(GazetteerText text, int i, int end, DateOnly published, out DateCore core)
    {
        core = default;
        decimal count = 1;
        var at = i + 1;
        if (text[i] is not ("a" or "an") || !DateWords.Units.ContainsKey(text[at]))
        {
            if (!NumberReader.TryRead(text, i, end, out var number)) return false;
            (count, at) = (number.Value, number.After);
        }
        if (at + 1 >= end || !DateWords.Units.TryGetValue(text[at], out var unit) || text[at + 1] != "ago") return false;
        if (DateCalendar.Add(published, unit, count, -1) is not { } day) return false;
        var around = unit is DateUnit.Month or DateUnit.Year or DateUnit.Decade ? DateCalendar.Containing(day, unit == DateUnit.Decade ? DateUnit.Year : unit, 0) : (day, day);
        if (around is not { } period) return false;
        core = new(i, at + 2, period.From, period.To);
        return true;
    }

    /// <summary>"the end of the year", "year-end", "later in the month": the unit the document lies in.</summary>
    private static bool TryThe(GazetteerText text, int i, int first, int end, DateOnly published, out DateCore core)
    {
        core = default;
        if (!DateWords.Units.TryGetValue(text[i], out var unit) || unit is DateUnit.Day or DateUnit.Hour or DateUnit.Minute or DateUnit.Century) return false;
        if (DateCalendar.Containing(published, unit, 0) is not { } whole) return false;
        // "for the year ahead"
        if (i > first && text[i - 1] == "the" && i + 1 < end && text[i + 1] == "ahead" && text[i + 2] != "of" && DateCalendar.Add(published, unit, 1, 1) is { } far)
        {
            core = new(i, i + 2, published, far);
            return true;
        }
        var ending = i + 1 < end && text[i + 1] == "end" ? i + 2 : i + 2 < end && text[i + 1] == "s" && text[i + 2] == "end" ? i + 3 : 0;
        if (ending > 0)
        {
            core = new(i, ending, whole.To, whole.To);
            return true;
        }
        var noun = unit == DateUnit.Year && text[i - 1] == "fiscal" ? i - 1 : i;
        // "the end of the Japanese fiscal year"
        if (noun < i && noun > first + 3 && text[noun - 1] != "the" && text[noun - 2] == "the" && text.Words[noun - 1].IsCapital) noun--;
        if (noun < i) whole = DateCalendar.Fiscal(published.AddMonths(3).Year);
        var the = noun > first && text[noun - 1] == "the" ? noun - 1 : noun;
        if (unit == DateUnit.Weekend && the > first && the < i && text[the - 1] is "by" or "until" or "before")
        {
            core = new(i, i + 1, whole.From, whole.To);
            return true;
        }
        if (the > first + 1 && text[the - 1] is "of" && text[the - 2] is "end" or "start" or "beginning" or "rest" or "remainder" or "half" or "quarter" or "middle" or "week" or "weeks" or "months" or "day" or "days" or "course" or "close" && noun - the <= 1
            || the > first + 1 && text[the - 1] == "in" && text[the - 2] is "later" or "earlier" or "early" or "late")
        {
            // "the first quarter" itself is a part of the year, not a whole of its own.
            core = new(noun, i + 1, whole.From, whole.To);
            return unit != DateUnit.Quarter || text[the - 1] == "of";
        }
        return false;
    }
}
