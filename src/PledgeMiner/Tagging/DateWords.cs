namespace PledgeMiner.Tagging;

/// <summary>The words that dates are made of.</summary>
internal static class DateWords
{
    public static readonly Dictionary<string, int> Months = new()
    {
        ["january"] = 1, ["february"] = 2, ["march"] = 3, ["april"] = 4, ["may"] = 5, ["june"] = 6, ["july"] = 7, ["august"] = 8, ["september"] = 9, ["october"] = 10,
        ["november"] = 11, ["december"] = 12, ["jan"] = 1, ["feb"] = 2, ["mar"] = 3, ["apr"] = 4, ["jun"] = 6, ["jul"] = 7, ["aug"] = 8, ["sep"] = 9, ["sept"] = 9,
        ["oct"] = 10, ["nov"] = 11, ["dec"] = 12,
    };

    public static readonly Dictionary<string, DayOfWeek> Weekdays = new()
    {
        ["monday"] = DayOfWeek.Monday, ["tuesday"] = DayOfWeek.Tuesday, ["wednesday"] = DayOfWeek.Wednesday, ["thursday"] = DayOfWeek.Thursday, ["friday"] = DayOfWeek.Friday,
        ["saturday"] = DayOfWeek.Saturday, ["sunday"] = DayOfWeek.Sunday,
    };

    public static readonly Dictionary<string, DateUnit> Units = new()
    {
        ["hour"] = DateUnit.Hour, ["hours"] = DateUnit.Hour, ["day"] = DateUnit.Day, ["days"] = DateUnit.Day, ["week"] = DateUnit.Week, ["weeks"] = DateUnit.Week,
        ["fortnight"] = DateUnit.Fortnight, ["weekend"] = DateUnit.Weekend, ["month"] = DateUnit.Month, ["months"] = DateUnit.Month, ["quarter"] = DateUnit.Quarter, ["quarters"] = DateUnit.Quarter,
        ["year"] = DateUnit.Year, ["years"] = DateUnit.Year, ["decade"] = DateUnit.Decade, ["decades"] = DateUnit.Decade, ["century"] = DateUnit.Century, ["minutes"] = DateUnit.Minute, ["minute"] = DateUnit.Minute,
    };

    public static readonly Dictionary<string, int> Seasons = new() { ["spring"] = 3, ["summer"] = 6, ["autumn"] = 9, ["fall"] = 9, ["winter"] = 12 };

    private static readonly Dictionary<string, int> Ordinals = new() { ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["1st"] = 1, ["2nd"] = 2, ["3rd"] = 3, ["4th"] = 4 };

    /// <summary>Words at which a date may begin, besides months, weekdays and figures.</summary>
    public static IEnumerable<string> Starters =>
    [
        "today", "tonight", "yesterday", "tomorrow", "this", "next", "last", "past", "coming", "previous", "following", "current", "within", "for", "over", "in", "during",
        "first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "q1", "q2", "q3", "q4", "spring", "summer", "autumn", "fall", "winter", "half", "end", "yearend", "mid", "early", "late", "midyear", "start", "beginning", "later", "earlier",
        "a", "an", "couple", "few", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty", "thirty", "fifty", "several", "upcoming",
    ];

    /// <summary>Words that stand around dates.</summary>
    public static IEnumerable<string> Others =>
        ("by until till since from before after through throughout between as of the to and on ago later than no at s every each per starting beginning start morning afternoon evening " +
        "will would shall due scheduled expected said told announced says set plans planned latest effective course close rest remainder middle up least further period another about around " +
        "additional old earlier fiscal financial calendar full half onwards onward has have had been some nearly over resolution agenda horizon vision regulation directive article only same " +
        "now early late mid end or in within during is are was were ready").Split(' ');

    public static bool IsOrdinal(string word, out int value) => Ordinals.TryGetValue(word, out value);

    /// <summary>Four figures from 1900 to 2100, without marks or letters.</summary>
    public static bool IsYear(ReadOnlySpan<char> word, out int year)
    {
        year = 0;
        return word.Length == 4 && int.TryParse(word, System.Globalization.NumberStyles.None, null, out year) && year is >= 1900 and <= 2100;
    }

    /// <summary>"24", "24th".</summary>
    public static bool IsDay(ReadOnlySpan<char> word, out int day)
    {
        day = 0;
        if (word.Length is > 2 and <= 4 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th") word = word[..^2];
        return word.Length <= 2 && int.TryParse(word, System.Globalization.NumberStyles.None, null, out day) && day is >= 1 and <= 31;
    }
}

/// <summary>Units of time.</summary>
internal enum DateUnit : byte { Minute, Hour, Day, Week, Fortnight, Weekend, Month, Quarter, Year, Decade, Century }
