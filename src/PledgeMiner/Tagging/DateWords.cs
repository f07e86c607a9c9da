namespace PledgeMiner.Tagging;

/// <summary>The words that dates are made of.</summary>
internal static class DateWords
{
    public static readonly Dictionary<string, int> Months = GazetteerTable.Pairs(
        "january 1 february 2 march 3 april 4 may 5 june 6 july 7 august 8 september 9 october 10 november 11 december 12 jan 1 feb 2 mar 3 apr 4 " +
        "jun 6 jul 7 aug 8 sep 9 sept 9 oct 10 nov 11 dec 12",
        x => int.Parse(x));

    public static readonly Dictionary<string, DayOfWeek> Weekdays = GazetteerTable.Pairs(
        "monday Monday tuesday Tuesday wednesday Wednesday thursday Thursday friday Friday saturday Saturday sunday Sunday",
        x => Enum.Parse<DayOfWeek>(x));

    public static readonly Dictionary<string, DateUnit> Units = GazetteerTable.Pairs(
        "hour Hour hours Hour day Day days Day week Week weeks Week fortnight Fortnight weekend Weekend month Month months Month quarter Quarter " +
        "quarters Quarter year Year years Year decade Decade decades Decade century Century minutes Minute minute Minute",
        x => Enum.Parse<DateUnit>(x));

    public static readonly Dictionary<string, int> Seasons = GazetteerTable.Pairs(
        "spring 3 summer 6 autumn 9 fall 9 winter 12",
        x => int.Parse(x));

    private static readonly Dictionary<string, int> Ordinals = GazetteerTable.Pairs(
        "first 1 second 2 third 3 fourth 4 1st 1 2nd 2 3rd 3 4th 4",
        x => int.Parse(x));

    /// <summary>Words at which a date may begin, besides months, weekdays and figures.</summary>
    public static IEnumerable<string> Starters =>
    [
        "today", "tonight", "yesterday", "tomorrow", "this", "next", "last", "past", "coming", "previous", "following", "current", "present", "within", "inside", "for", "over", "in", "during",
        "first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "q1", "q2", "q3", "q4", "spring", "summer", "autumn", "fall", "winter", "half", "end", "yearend", "mid", "early", "late", "midyear", "start", "beginning", "later", "earlier",
        "a", "an", "couple", "few", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty", "thirty", "fifty", "several", "upcoming",
        .. DateNamed.Words,
    ];

    /// <summary>Words that stand around dates.</summary>
    public static IEnumerable<string> Others =>
        ("by until till since from before after through throughout between as of the to and on ago later than no at s every each per starting beginning start morning afternoon evening " +
        "will would shall due scheduled expected said told announced says set plans planned latest effective course close rest remainder middle up least further period another about around " +
        "additional old earlier fiscal financial calendar full half onwards onward has have had been some nearly over resolution agenda horizon vision regulation directive article only same " +
        "eve now early late mid end or in within initial maximum during is are was were ready left met sent gave took came began made be less more longer than begin begins starts tomorrow yesterday day after before recess break holiday holidays").Split(' ');

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
