namespace PledgeMiner.Reading;

/// <summary>A full date found in a line of text.</summary>
internal readonly record struct WrittenDate(DateOnly Day, TextSpan Span);

/// <summary>How 3/4/2016 is meant, and the last day that a page can be from.</summary>
internal readonly record struct DateHabits(bool MonthFirst, DateOnly Latest)
{
    /// <summary>The web's first newspapers went online that year; what is older on a page is what it writes about.</summary>
    private const int FirstYear = 1995;

    /// <summary>The date, or null where there is no such day or no page can be from it.</summary>
    public DateOnly? Day(int year, int month, int day)
    {
        if (year < 100) year += year < 70 ? 2000 : 1900;
        if (year < FirstYear || year > Latest.Year || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateOnly(year, month, day);
        return date <= Latest ? date : null;
    }

    /// <summary>The date of two small numbers of which one is the month: by habit, else the other way round.</summary>
    public DateOnly? Ambiguous(int first, int second, int year, bool dots)
    {
        var byHabit = MonthFirst && !dots ? Day(year, first, second) : Day(year, second, first);
        return byHabit ?? (MonthFirst && !dots ? Day(year, second, first) : Day(year, first, second));
    }
}
