namespace PledgeMiner.Tagging;

/// <summary>Finds dates and periods and places them in the calendar.</summary>
internal static class DateReader
{
    public static void Read(GazetteerText text, int first, int end, DateOnly? published, List<Entity> found, QuantityClaims claims)
    {
        for (var i = first; i < end; i++)
        {
            if (claims.Has(i) || !MayStart(text, i) || !TryCore(text, i, first, end, published, out var core)) continue;
            if (claims.AnyIn(core.First, core.After) || text[core.First - 1] is "every" or "each") continue;
            if (core.Need != DateNeed.None && published is { } day) core = core.Need == DateNeed.Year ? WithYear(text, core, end, day) : WithWeek(text, core, end, day);
            var floor = Floor(first, core.First, claims);
            var start = core.First;
            var part = DateModifiers.PartBefore(text, ref start, floor);
            var bound = DateModifiers.BoundBefore(text, ref start, floor);
            var after = core.After;
            Period? period;
            if (core is { From: not null, To: not null } && TryUpper(text, core, first, end, published, text[start], out var upper))
            {
                period = Join(text, core, part, upper, published, start, first, end);
                after = upper.Core.After;
            }
            else
            {
                period = Single(text, core, part, bound, published, start, first, end);
            }
            if (period is { } read && !(read is { From: { } from, To: { } to } && from > to))
            {
                found.Add(new(text.Span(start, after), EntityKind.Date) { Period = read });
                claims.Take(start, after);
            }
            i = after - 1;
        }
    }

    private static bool MayStart(GazetteerText text, int i) => text.Words[i].IsDigit
        || text.Has(i, GazetteerSense.Month | GazetteerSense.Weekday | GazetteerSense.DateWord | GazetteerSense.TimeUnit);

    private static bool TryCore(GazetteerText text, int i, int first, int end, DateOnly? published, out DateCore core)
    {
        if (DateAbsolute.TryRead(text, i, first, end, out core) || DateNamed.TryRead(text, i, published, out core)) return true;
        return published is { } day && DateRelative.TryRead(text, i, first, end, day, out core);
    }

    /// <summary>"in March next year", "on 24 February this year".</summary>
    private static DateCore WithYear(GazetteerText text, DateCore core, int end, DateOnly published)
    {
        var at = core.After;
        if (at < end && text[at] == "of" && text[at + 1] is "this" or "next" or "last") at++;
        if (at + 1 >= end || text[at + 1] != "year" || !text.Joined(at)) return core;
        int? move = text[at] switch
        {
            "this" => 0,
            "next" => 1,
            "last" => -1,
            _ => null,
        };
        if (move is null || DateCalendar.Move(core.From!.Value, core.To!.Value, published.Year + move.Value) is not { } moved) return core;
        return new(core.First, at + 2, moved.From, moved.To);
    }

    /// <summary>"Friday of next week", "on Thursday next week".</summary>
    private static DateCore WithWeek(GazetteerText text, DateCore core, int end, DateOnly published)
    {
        var at = core.After < end && text[core.After] == "of" ? core.After + 1 : core.After;
        if (at + 1 >= end || text[at + 1] != "week" || !text.Joined(at) || text[at] is not ("this" or "next" or "last")) return core;
        var monday = DateCalendar.Containing(published, DateUnit.Week, text[at] switch { "this" => 0, "next" => 1, _ => -1 })!.Value.From;
        var day = monday.AddDays(core.From!.Value.DayNumber - DateCalendar.AnyWeek.DayNumber);
        return new(core.First, at + 2, day, day);
    }

    /// <summary>Modifiers stand within twelve words ("by no later than the end of the first quarter of"), and not in what was already read.</summary>
    private static int Floor(int first, int at, QuantityClaims claims)
    {
        var floor = at;
        while (floor > first && floor > at - 12 && !claims.Has(floor - 1)) floor--;
        return floor;
    }

    private static Period? Single(GazetteerText text, DateCore core, DateModifiers.Part part, DateModifiers.Bound bound, DateOnly? published, int start, int first, int end)
    {
        if (core.From is not { } || core.To is not { }) return new Period(core.From, core.To);
        var direction = core.Need == DateNeed.None ? 0 : DateModifiers.Direction(text, bound, start, core.After, first, end, core.Need == DateNeed.Week ? -1 : 0);
        if (DateCalendar.Place(core, published, direction) is not { } placed) return null;
        var (from, to) = DateModifiers.Take(part, placed.From, placed.To, bound != DateModifiers.Bound.During, published);
        // "before the end of May", "before mid-April", "before the May summit": that time is still within; a recess begins with its month.
        var within = part is DateModifiers.Part.End or DateModifiers.Part.Middle || DateAbsolute.IsEvents(text, core.First, first) && text[core.After] is not ("recess" or "break" or "holiday" or "holidays");
        return DateModifiers.Apply(within && bound == DateModifiers.Bound.Before ? DateModifiers.Bound.By : bound, from, to);
    }

    /// <summary>The other end of "from 2024 to 2027", "between January and March 2026", "2025 and 2026".</summary>
    private static bool TryUpper(GazetteerText text, DateCore lower, int first, int end, DateOnly? published, string opening, out (DateCore Core, DateModifiers.Part Part) upper, bool third = false)
    {
        upper = default;
        var at = lower.After;
        if (at >= end) return false;
        var listed = text[at] is "and" or "or" || text.Words[at].Gap == GazetteerGap.Comma;
        // "extended on 12 March until 30 June", "stretched this spring to May 2027": the first day is that of the decision.
        if (text[at] is "to" or "until" or "till" or "through" && (text[lower.First - 1] == "on" || text[lower.First] is "this" or "last" or "today" or "yesterday")) return false;
        if (text[at] is "to" or "until" or "till" or "through" or "and" or "or" && text.Words[at].Gap == GazetteerGap.Space) at++;
        else if (text.Words[at].Gap is not (GazetteerGap.Hyphen or GazetteerGap.Dash or GazetteerGap.Comma)) return false;
        var limit = Math.Min(end, at + 5);
        while (at < limit && text[at] is "the" or "end" or "of" or "early" or "late" or "mid" or "start" or "on" or "in" or "least" or "at") at++;
        if (at >= end || !MayStart(text, at) || !TryCore(text, at, first, end, published, out var core) || core is not { From: not null, To: not null }) return false;
        if (core.Need == DateNeed.Year && published is { } day) core = WithYear(text, core, end, day);
        // "fiscal years 2024 and 2025": both are budget years.
        if (text[lower.First] == "fiscal" && core is { Need: DateNeed.None, From: { DayOfYear: 1 } one, To: { } other } && other == DateCalendar.Year(one.Year).To) core = core with { From = DateCalendar.Fiscal(one.Year).From, To = DateCalendar.Fiscal(one.Year).To };
        var partFirst = core.First;
        var part = DateModifiers.PartBefore(text, ref partFirst, lower.After);
        if (listed && text[lower.First - 1] != "between" && opening != "between")
        {
            // A list is one period only where it leaves no gap: "2025 and 2026", "January and February 2026".
            if (lower.Need == DateNeed.Week || core.Need == DateNeed.Week || part != DateModifiers.Part.Whole) return false;
            var next = lower.Need == DateNeed.Year && core.Need == DateNeed.None && core.From is { } known ? DateCalendar.Move(lower.From!.Value, lower.To!.Value, known.Year)?.To : lower.To;
            if (lower.Need == DateNeed.None && core.Need != DateNeed.None || next?.AddDays(1) != core.From) return false;
            if (core.To!.Value.DayNumber - core.From!.Value.DayNumber < 27) return false;
            // "2025, 2026 and 2027"
            if (!third && TryUpper(text, core, first, end, published, opening, out var last, third: true) && text[core.After] == "and") (core, part) = last;
        }
        upper = (core, part);
        return true;
    }

    private static Period? Join(GazetteerText text, DateCore lower, DateModifiers.Part part, (DateCore Core, DateModifiers.Part Part) upper, DateOnly? published, int start, int first, int end)
    {
        var direction = DateModifiers.Direction(text, DateModifiers.Bound.During, start, upper.Core.After, first, end, lower.Need == DateNeed.Week ? -1 : 0);
        if (DateCalendar.Place(upper.Core, published, direction) is not { } last) return null;
        (DateOnly From, DateOnly To)? begin;
        if (lower.Need == DateNeed.Year)
        {
            begin = DateCalendar.Move(lower.From!.Value, lower.To!.Value, last.From.Year);
            if (begin is { } late && late.From > last.To) begin = DateCalendar.Move(lower.From!.Value, lower.To!.Value, last.From.Year - 1);
        }
        else
        {
            begin = DateCalendar.Place(lower, published, direction);
        }
        if (begin is not { } opening) return null;
        // "from Monday to Friday": both of one week.
        if (lower.Need == DateNeed.Week && opening.From > last.To) last = (last.From.AddDays(7), last.To.AddDays(7));
        var from = DateModifiers.Take(part, opening.From, opening.To, bounded: true, published).From;
        return new(from, DateModifiers.Take(upper.Part, last.From, last.To, bounded: true, published).To);
    }
}
