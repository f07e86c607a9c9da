namespace PledgeMiner.Tagging;

/// <summary>Arithmetic on days. Weeks begin on Monday, seasons are whole months as meteorologists count them.</summary>
internal static class DateCalendar
{
    /// <summary>Where dates without a year lie until one is found: a leap year, so that 29 February exists.</summary>
    public const int AnyYear = 2000;

    /// <summary>A Monday, where weekdays lie until their week is found.</summary>
    public static readonly DateOnly AnyWeek = new(2000, 1, 3);

    public static (DateOnly From, DateOnly To) Year(int year) => (new(year, 1, 1), new(year, 12, 31));

    /// <summary>The United States' budget year, which begins in the October before.</summary>
    public static (DateOnly From, DateOnly To) Fiscal(int year) => (new(year - 1, 10, 1), new(year, 9, 30));

    public static (DateOnly From, DateOnly To) Month(int year, int month) => (new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>Three months from the given one: a season or a quarter.</summary>
    public static (DateOnly From, DateOnly To) ThreeMonths(int year, int month)
    {
        var from = new DateOnly(year, month, 1);
        return (from, from.AddMonths(3).AddDays(-1));
    }

    /// <summary>The unit that a day lies in, moved by a number of units.</summary>
    public static (DateOnly From, DateOnly To)? Containing(DateOnly day, DateUnit unit, int move)
    {
        switch (unit)
        {
            case DateUnit.Day:
                return (day.AddDays(move), day.AddDays(move));
            case DateUnit.Week:
                var monday = Monday(day).AddDays(7 * move);
                return (monday, monday.AddDays(6));
            case DateUnit.Weekend:
                var saturday = Monday(day).AddDays(7 * move + 5);
                return (saturday, saturday.AddDays(1));
            case DateUnit.Month:
                var month = day.AddMonths(move);
                return Month(month.Year, month.Month);
            case DateUnit.Quarter:
                var quarter = day.AddMonths(3 * move);
                return ThreeMonths(quarter.Year, (quarter.Month - 1) / 3 * 3 + 1);
            case DateUnit.Year:
                return Year(day.Year + move);
            case DateUnit.Decade:
                var decade = day.Year / 10 * 10 + 10 * move;
                return (new(decade, 1, 1), new(decade + 9, 12, 31));
            default:
                return null;
        }
    }

    /// <summary>A day moved by a length of time; hours count as the days they reach into.</summary>
    public static DateOnly? Add(DateOnly day, DateUnit unit, decimal count, int sign)
    {
        if (count is <= 0 or > 1000) return null;
        var whole = (int)Math.Ceiling(count) * sign;
        return unit switch
        {
            DateUnit.Hour => day.AddDays((int)Math.Ceiling(count / 24) * sign),
            DateUnit.Day => day.AddDays(whole),
            DateUnit.Week => day.AddDays(7 * whole),
            DateUnit.Fortnight => day.AddDays(14 * whole),
            DateUnit.Month => day.AddMonths(whole),
            DateUnit.Quarter => day.AddMonths(3 * whole),
            DateUnit.Year => count == decimal.Truncate(count) ? day.AddYears(whole) : day.AddMonths((int)(count * 12) * sign),
            DateUnit.Decade when count <= 50 => day.AddYears(10 * whole),
            DateUnit.Century when count <= 5 => day.AddYears(100 * whole),
            _ => null,
        };
    }

    /// <summary>A date without year or week, put where it is meant: before the document (-1), after it (1), or nearest to it (0).</summary>
    public static (DateOnly From, DateOnly To)? Place(DateCore core, DateOnly? published, int direction)
    {
        if (core.From is not { } from || core.To is not { } to) return null;
        if (core.Need == DateNeed.None) return (from, to);
        if (published is not { } day) return null;
        if (core.Need == DateNeed.Week)
        {
            var ahead = ((int)from.DayOfWeek - (int)day.DayOfWeek + 7) % 7;
            var on = direction > 0 ? day.AddDays(ahead) : day.AddDays(ahead == 0 ? 0 : ahead - 7);
            return (on, on);
        }
        (DateOnly, DateOnly)? best = null;
        var least = int.MaxValue;
        for (var year = day.Year - 1; year <= day.Year + 1; year++)
        {
            if (Move(from, to, year) is not { } moved) continue;
            if (direction < 0 && moved.From > day) continue;
            if (direction > 0 && moved.To < day) continue;
            var distance = moved.From > day ? moved.From.DayNumber - day.DayNumber : Math.Max(0, day.DayNumber - moved.To.DayNumber);
            if (distance >= least) continue;
            (best, least) = (moved, distance);
        }
        return best;
    }

    /// <summary>The same days in another year; 29 February only in a leap year.</summary>
    public static (DateOnly From, DateOnly To)? Move(DateOnly from, DateOnly to, int year)
    {
        var span = to.Year - from.Year;
        if (from is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)) return null;
        // Winter ends with February, however long that is.
        var days = DateTime.DaysInMonth(year + span, to.Month);
        var last = span > 0 && to.Day == DateTime.DaysInMonth(to.Year, to.Month) ? days : Math.Min(to.Day, days);
        return (new(year, from.Month, from.Day), new(year + span, to.Month, last));
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
