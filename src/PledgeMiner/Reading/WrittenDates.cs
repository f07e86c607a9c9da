namespace PledgeMiner.Reading;

/// <summary>Finds full dates in text of many languages: 3 May 2016, May 3rd, 2016, 3. Mai 2016, 2016. május 3., 2016-05-03, 03.05.16, 5/3/2016, 2016年5月3日.</summary>
internal static class WrittenDates
{
    /// <summary>The words that may stand within a date: "3 de mayo de 2016", "the 3rd of May", "2016 m. gegužės 3 d.".</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    { "of", "de", "del", "do", "di", "da", "d", "den", "the", "st", "nd", "rd", "th", "er", "ta", "m", "a", "o", "gada" };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsFiller = Fillers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The first full date of a text, or null.</summary>
    public static DateOnly? First(string? text, DateHabits habits)
    {
        foreach (var date in Find(text ?? "", habits)) return date.Day;
        return null;
    }

    /// <summary>All full dates, in order.</summary>
    public static IEnumerable<WrittenDate> Find(string text, DateHabits habits)
    {
        for (var at = 0; at < text.Length;)
        {
            if (At(text, at, habits) is { } date)
            {
                yield return date;
                at = date.Span.End;
            }
            else if (char.IsLetterOrDigit(text[at]))
            {
                var digits = char.IsAsciiDigit(text[at]);
                while (at < text.Length && char.IsLetterOrDigit(text[at]) && char.IsAsciiDigit(text[at]) == digits) at++;
            }
            else
            {
                at++;
            }
        }
    }

    private static WrittenDate? At(string text, int at, DateHabits habits)
    {
        if (!char.IsLetterOrDigit(text[at]) || (at > 0 && char.IsAsciiDigit(text[at]) && IsJoined(text[at - 1]))) return null;
        var scan = new DateScan(text, at);
        if (scan.Number() is var (value, digits))
        {
            return digits == 4 ? YearFirst(scan, value, habits, at) : digits <= 2 ? DayFirst(scan, value, habits, at) : digits == 8 ? Compact(scan, value, habits, at) : null;
        }
        return scan.Month() is var month and > 0 ? MonthFirst(scan, month, habits, at) : null;
    }

    /// <summary>A digit, or a sign that makes the number a part of a larger one: 1.500, $20, 12:30.</summary>
    private static bool IsJoined(char before) => char.IsAsciiDigit(before) || before is '.' or ',' or '$' or '€' or '£' or '%' or ':' or '+' or '#';

    private static WrittenDate? YearFirst(DateScan scan, int year, DateHabits habits, int start)
    {
        if (scan.Skip(IsFiller, ".,") && scan.Month() is var named and > 0)
            return scan.Skip(IsFiller, ".") && scan.Number() is var (number, digits) && digits <= 2 ? Made(habits.Day(year, named, number), start, scan) : null;
        scan.Return(start + 4);
        if (scan.Separator("-./_年") is '\0' || scan.Number() is not (var month, <= 2)) return null;
        if (scan.Separator("-./_月") is '\0' || scan.Number() is not (var day, <= 2)) return null;
        return Made(habits.Day(year, month, day), start, scan);
    }

    private static WrittenDate? DayFirst(DateScan scan, int day, DateHabits habits, int start)
    {
        var after = scan.At;
        if (scan.Skip(IsFiller, ".,-/º°ªª") && scan.Month() is var named and > 0 && day is > 0 and < 32)
        {
            if (scan.Skip(IsFiller, ".,-/'’") && scan.Year() is { } year) return Made(habits.Day(year, named, day), start, scan);
            return null;
        }
        scan.Return(after);
        var first = scan.Separator("-./");
        if (first == '\0' || scan.Number() is not (var second, <= 2)) return null;
        return scan.Separator("-./") == first && scan.Year() is { } last ? Made(habits.Ambiguous(day, second, last, first == '.'), start, scan) : null;
    }

    private static WrittenDate? MonthFirst(DateScan scan, int month, DateHabits habits, int start)
    {
        if (!scan.Skip(IsFiller, ".,-/") || scan.Number() is not (var day, <= 2)) return null;
        // "Fri Dec 23 10:00:00 CET 2016"
        scan.Clock();
        return scan.Skip(IsFiller, ".,-/'’") && scan.Year() is { } year ? Made(habits.Day(year, month, day), start, scan) : null;
    }

    private static WrittenDate? Compact(DateScan scan, int number, DateHabits habits, int start) =>
        Made(habits.Day(number / 10_000, number / 100 % 100, number % 100), start, scan);

    private static WrittenDate? Made(DateOnly? day, int start, DateScan scan) => day is { } made ? new(made, new(start, scan.At)) : null;
}
