namespace PledgeMiner.Tagging;

/// <summary>Dates that name a day, month, season or year.</summary>
internal static class DateAbsolute
{
    public static bool TryRead(GazetteerText text, int i, int first, int end, out DateCore core)
    {
        core = default;
        if (text.Has(i, GazetteerSense.Weekday) && text.Words[i].IsCapital) return TryWeekday(text, i, end, out core);
        if (text.Has(i, GazetteerSense.Month) && text.Words[i].IsCapital) return TryMonth(text, i, first, end, out core);
        if (DateWords.Seasons.TryGetValue(text[i], out var season)) return TrySeason(text, i, first, end, season, out core);
        if (TryQuarter(text, i, first, out core)) return true;
        if (!text.Words[i].IsDigit) return false;
        return TryFigures(text, i, out core) || TryDayMonth(text, i, end, out core) || TryYear(text, i, first, end, out core);
    }

    /// <summary>"in the first quarter", "by Q3": of a year still to be found.</summary>
    private static bool TryQuarter(GazetteerText text, int i, int first, out DateCore core)
    {
        core = default;
        var isShort = text[i] is "q1" or "q2" or "q3" or "q4";
        var quarter = 0;
        if (!isShort && !(DateWords.IsOrdinal(text[i], out quarter) && text[i + 1] == "quarter" && i > first && text[i - 1] == "the")) return false;
        var after = isShort ? i + 1 : i + 2;
        if (isShort) quarter = text[i][1] - '0';
        if (text[after] == "of" || (after < text.Words.Count && DateWords.IsYear(text.Raw(after), out _))) return false;
        var (from, to) = DateCalendar.ThreeMonths(DateCalendar.AnyYear, 3 * quarter - 2);
        core = new(i, after, from, to, DateNeed.Year);
        return true;
    }

    private static bool TryWeekday(GazetteerText text, int i, int end, out DateCore core)
    {
        // "Tuesday, 24 February 2026" is that day, whatever its weekday.
        var next = i + 1;
        if (next < end && text.Words[next].Gap is GazetteerGap.Space or GazetteerGap.Comma)
        {
            if (text[next] == "the") next++;
            if (next < end && TryDayMonth(text, next, end, out core) || next < end && TryMonthDay(text, next, end, out core))
            {
                core = core with { First = i };
                return true;
            }
        }
        var day = DateCalendar.AnyWeek.AddDays(((int)DateWords.Weekdays[text[i]] + 6) % 7);
        core = new(i, i + 1, day, day, DateNeed.Week);
        return true;
    }

    /// <summary>"24 February [2026]", "24th of February", "24-26 February", "24 and 25 February".</summary>
    private static bool TryDayMonth(GazetteerText text, int i, int end, out DateCore core)
    {
        core = default;
        if (!DateWords.IsDay(text.Raw(i), out var day)) return false;
        var (lastDay, at) = (day, i + 1);
        if (at + 1 < end && text[at] is "to" or "and" && DateWords.IsDay(text.Raw(at + 1), out var later)) (lastDay, at) = (later, at + 2);
        else if (at < end && text.Words[at].Gap is GazetteerGap.Hyphen or GazetteerGap.Dash && DateWords.IsDay(text.Raw(at), out later)) (lastDay, at) = (later, at + 1);
        if (text[at] == "of") at++;
        if (at >= end || !text.Joined(at) || !text.Has(at, GazetteerSense.Month) || !text.Words[at].IsCapital) return false;
        return Finish(text, i, at + 1, end, day, lastDay, DateWords.Months[text[at]], out core);
    }

    /// <summary>"February 24[, 2026]", "Feb. 24-26".</summary>
    private static bool TryMonthDay(GazetteerText text, int i, int end, out DateCore core)
    {
        core = default;
        var at = i + 1;
        if (!text.Has(i, GazetteerSense.Month) || at >= end || text.Words[at].Gap is not (GazetteerGap.Space or GazetteerGap.DotSpace or GazetteerGap.Hyphen)) return false;
        if (text[at] == "the") at++;
        if (at >= end || !text.Words[at].IsDigit || !DateWords.IsDay(text.Raw(at), out var day)) return false;
        // "March 3 billion" is none.
        if (at + 1 < end && text.Has(at + 1, GazetteerSense.Magnitude)) return false;
        var lastDay = day;
        if (at + 1 < end && text.Words[at + 1].Gap == GazetteerGap.Hyphen && DateWords.IsDay(text.Raw(at + 1), out var later)) (lastDay, at) = (later, at + 1);
        else if (at + 2 < end && text[at + 1] is "and" or "to" && text.Words[at + 2].IsDigit && DateWords.IsDay(text.Raw(at + 2), out later)) (lastDay, at) = (later, at + 2);
        return Finish(text, i, at + 1, end, day, lastDay, DateWords.Months[text[i]], out core);
    }

    private static bool Finish(GazetteerText text, int i, int at, int end, int day, int lastDay, int month, out DateCore core)
    {
        core = default;
        var (year, after, known) = YearBehind(text, at, end);
        if (lastDay < day || lastDay > DateTime.DaysInMonth(year, month)) return false;
        core = new(i, after, new(year, month, day), new(year, month, lastDay), known ? DateNeed.None : DateNeed.Year);
        return true;
    }

    private static bool TryMonth(GazetteerText text, int i, int first, int end, out DateCore core)
    {
        if (TryMonthDay(text, i, end, out core)) return true;
        // "from the first of May", but "the first of May's convoys" is none of its days.
        if (i > first + 2 && text[i - 1] == "of" && text[i - 2] == "first" && text[i - 3] == "the" && text[i + 1] != "s") return Finish(text, i - 2, i + 1, end, 1, 1, DateWords.Months[text[i]], out core);
        var (year, after, known) = YearBehind(text, i + 1, end);
        if (!known && !MayStandAlone(text, i, first)) return false;
        var (from, to) = DateCalendar.Month(year, DateWords.Months[text[i]]);
        core = new(i, after, from, to, known ? DateNeed.None : DateNeed.Year);
        return true;
    }

    /// <summary>May and March are also words, Jan and Mar names: alone, they need a word before that leads to a month.</summary>
    private static bool MayStandAlone(GazetteerText text, int i, int first) => IsEvents(text, i, first) || i > first + 1 && text[i - 1] == "than" && text[i - 2] is "later" or "earlier" || i > first + 1 && text[i - 1] == "or" && text.Has(i - 2, GazetteerSense.Month) || (i > first && text.Has(i - 1, GazetteerSense.Month))
        || (text.Has(i + 1, GazetteerSense.Month) && text.Words[i + 1].Gap is GazetteerGap.Hyphen or GazetteerGap.Dash)
        || i > first && text[i - 1] is "in" or "by" or "until" or "till" or "since" or "from" or "of" or "early" or "late" or "mid" or "before" or "after" or "through"
            or "during" or "least" or "begin" or "begins" or "starts" or "past" or "this" or "next" or "last" or "between" or "and" or "to" or "end" or "for" && (text[i].Length > 3 || text[i] == "may") && (text[i - 1] is not ("and" or "to" or "for") || text[i] is not ("may" or "march") || text.Has(i - 2, GazetteerSense.Month));

    /// <summary>"by the December summit", "before the August recess": a month that names what is to come.</summary>
    public static bool IsEvents(GazetteerText text, int i, int first) => i > first + 1 && text[i - 1] == "the" && text[i - 2] is "by" or "before" or "until" && text.Has(i, GazetteerSense.Month) && text.Words[i].IsCapital;

    private static (int Year, int After, bool Known) YearBehind(GazetteerText text, int at, int end)
    {
        if (at < end && text.Words[at].Gap is GazetteerGap.Space or GazetteerGap.Comma or GazetteerGap.Hyphen or GazetteerGap.DotSpace)
        {
            if (text[at] == "of" && at + 1 < end) at++;
            if (DateWords.IsYear(text.Raw(at), out var year)) return (year, at + 1, true);
            if (text[at - 1] == "of") at--;
        }
        return (DateCalendar.AnyYear, at, false);
    }

    private static bool TrySeason(GazetteerText text, int i, int first, int end, int month, out DateCore core)
    {
        core = default;
        var (year, after, known) = YearBehind(text, i + 1, end);
        // "in the summer", but not "the fall of Kabul"
        if (!known && (i == first || text[i - 1] is not ("the" or "in" or "by" or "until" or "before" or "after" or "through" or "over" or "for" or "from" or "early" or "late") && !(text[i - 1] == "of" && text[i - 2] == "end") || text[after] == "of" && !(text[after + 1] is "this" or "next" or "last" && text[after + 2] == "year") || text[i - 1] == "for" && after < end && text.Words[after].Gap == GazetteerGap.Space)) return false;
        // "winter 2025-26"
        if (known && after < end && text.Words[after].Gap is GazetteerGap.Hyphen or GazetteerGap.Slash && text.Raw(after).Length is 2 or 4 && text.Words[after].IsDigit) after++;
        var (from, to) = DateCalendar.ThreeMonths(year, month);
        core = new(i, after, from, to, known ? DateNeed.None : DateNeed.Year);
        return true;
    }

    /// <summary>"2026-02-24", "24.02.2026", "24/02/2026" (day first, unless only the other order is a date).</summary>
    private static bool TryFigures(GazetteerText text, int i, out DateCore core)
    {
        core = default;
        var word = text.Raw(i);
        if (word.Count('.') == 2)
        {
            Span<Range> parts = stackalloc Range[4];
            return word.Split(parts, '.') == 3 && TryDay(word[parts[2]], word[parts[1]], word[parts[0]], i, i + 1, out core);
        }
        if (i + 2 >= text.Words.Count || text.Words[i + 1].Gap != text.Words[i + 2].Gap) return false;
        return text.Words[i + 1].Gap switch
        {
            GazetteerGap.Hyphen => TryDay(word, text.Raw(i + 1), BeforeTime(text.Raw(i + 2)), i, i + 3, out core),
            GazetteerGap.Slash when word.Length == 4 => TryDay(word, text.Raw(i + 1), text.Raw(i + 2), i, i + 3, out core),
            GazetteerGap.Slash => TryDay(text.Raw(i + 2), text.Raw(i + 1), word, i, i + 3, out core) || TryDay(text.Raw(i + 2), word, text.Raw(i + 1), i, i + 3, out core),
            _ => false,
        };
    }

    /// <summary>"01T10:00" is the first.</summary>
    private static ReadOnlySpan<char> BeforeTime(ReadOnlySpan<char> word) => word.Length > 2 && word[2] == 'T' ? word[..2] : word;

    private static bool TryDay(ReadOnlySpan<char> yearPart, ReadOnlySpan<char> monthPart, ReadOnlySpan<char> dayPart, int first, int after, out DateCore core)
    {
        core = default;
        if (!DateWords.IsYear(yearPart, out var year) || !DateWords.IsDay(monthPart, out var month) || month > 12 || !DateWords.IsDay(dayPart, out var day)) return false;
        if (day > DateTime.DaysInMonth(year, month)) return false;
        core = new(first, after, new(year, month, day), new(year, month, day));
        return true;
    }

    /// <summary>"2027", "2024-27", "2025/26", "the 2030s".</summary>
    private static bool TryYear(GazetteerText text, int i, int first, int end, out DateCore core)
    {
        core = default;
        var word = text.Raw(i);
        if (word.Length == 5 && word[^1] == 's' && DateWords.IsYear(word[..4], out var decade) && decade % 10 == 0)
        {
            core = new(i, i + 1, new(decade, 1, 1), new(decade + 9, 12, 31));
            return true;
        }
        if (!DateWords.IsYear(word, out var year) || !MayBeYear(text, i, first, end)) return false;
        var (last, after) = (year, i + 1);
        if (after < end && text.Words[after].Gap is GazetteerGap.Hyphen or GazetteerGap.Dash or GazetteerGap.Slash)
        {
            var next = text.Raw(after);
            if (DateWords.IsYear(next, out var full) && full > year) (last, after) = (full, after + 1);
            else if (next.Length == 2 && int.TryParse(next, out var two) && year / 100 * 100 + two > year) (last, after) = (year / 100 * 100 + two, after + 1);
        }
        var fiscal = last == year && i > first && (text[i - 1] == "fiscal" || text[i - 1] is "year" or "years" && text[i - 2] == "fiscal");
        core = fiscal ? new(text[i - 1] == "fiscal" ? i - 1 : i - 2, after, DateCalendar.Fiscal(year).From, DateCalendar.Fiscal(last).To) : new(i, after, new(year, 1, 1), new(last, 12, 31));
        return true;
    }

    private static bool MayBeYear(GazetteerText text, int i, int first, int end)
    {
        var before = i > first ? text[i - 1] : "";
        if (i > first && text.Words[i].Gap is GazetteerGap.Dot or GazetteerGap.Glued or GazetteerGap.Apostrophe) return false;
        if (before == "over" && text[i + 1] == "as") return true;
        if (before is "resolution" or "agenda" or "horizon" or "vision" or "regulation" or "directive" or "no" or "article" or "some" or "about" or "over" or "nearly" or "up") return false;
        if (before == "than") return text[i - 2] is "earlier" or "later";
        if (before == "least") return text[i - 3] is "until" or "till" or "through" or "to" or "by";
        if (before is "in" or "by" or "since" or "until" or "from" or "of" or "during" or "before" or "after" or "through" or "between" or "end" or "early" or "late" or "mid") return true;
        // "2000 troops" are counted.
        return !(i + 1 < end && text.Joined(i + 1) && QuantityUnits.IsPlural(text[i + 1]));
    }
}
