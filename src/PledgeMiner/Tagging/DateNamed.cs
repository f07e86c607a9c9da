namespace PledgeMiner.Tagging;

/// <summary>Days that have a name: "Christmas", "Easter", "the new year".</summary>
internal static class DateNamed
{
    private static readonly Dictionary<string, (int Month, int Day)> Days = new()
    {
        ["christmas"] = (12, 25),
        ["halloween"] = (10, 31),
        ["midsummer"] = (6, 24),
    };

    public static IEnumerable<string> Words => [.. Days.Keys, "easter", "thanksgiving", "new"];

    public static bool TryRead(GazetteerText text, int i, DateOnly? published, out DateCore core)
    {
        core = default;
        if (text[i] == "new") return TryNewYear(text, i, published, out core);
        if (!text.Words[i].IsCapital) return false;
        if (Days.TryGetValue(text[i], out var day))
        {
            var on = new DateOnly(DateCalendar.AnyYear, day.Month, day.Day);
            core = new(i, i + 1, on, on, DateNeed.Year);
            return true;
        }
        if (published is not { } now || text[i] is not ("easter" or "thanksgiving")) return false;
        Func<int, DateOnly> of = text[i] == "easter" ? Easter : Thanksgiving;
        var next = text[i - 1] == "since" ? of(of(now.Year) > now ? now.Year - 1 : now.Year) : of(of(now.Year) < now ? now.Year + 1 : now.Year);
        core = new(i, i + 1, next, next);
        return true;
    }

    /// <summary>"by the new year" ends with the old one, "from the new year" begins the next; "the new year" alone is all of it.</summary>
    private static bool TryNewYear(GazetteerText text, int i, DateOnly? published, out DateCore core)
    {
        core = default;
        if (text[i + 1] != "year" || published is not { } now || text.Words[i + 1].Gap != GazetteerGap.Space || !(text[i - 1] == "the" || text.Words[i].IsCapital)) return false;
        var after = i + 2 < text.Words.Count && text[i + 2] is "day" or "eve" ? i + 3 : i + 2;
        // Shortly after it the new year is the one that has begun.
        var year = now.Month < 3 ? now.Year : now.Year + 1;
        var before = text[i - 1] == "the" ? text[i - 2] : text[i - 1];
        var whole = DateCalendar.Year(year);
        core = before is "by" or "until" or "till" ? new(i, after, whole.From.AddDays(-1), whole.From.AddDays(-1))
            : before is "around" or "at" || !text.Joined(i) || after > i + 2 ? new(i, after, whole.From, whole.From)
            : new(i, after, whole.From, whole.To);
        return true;
    }

    /// <summary>The Gregorian computus, as Gauss, Meeus and others give it.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new(year, n / 31, n % 31 + 1);
    }

    /// <summary>The fourth Thursday of November, as the United States keep it.</summary>
    private static DateOnly Thanksgiving(int year)
    {
        var first = new DateOnly(year, 11, 1);
        return first.AddDays(((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7 + 21);
    }
}
