using System.Globalization;
using System.Text.RegularExpressions;

namespace PledgeMiner.Crawling;

/// <summary>Dates as feeds, sitemaps and headers write them: W3C and ISO 8601 with their short forms, RFC 822 and what passes for it, asctime, and those of other tongues.</summary>
internal static partial class WebDates
{
    /// <returns>The moment in UTC; the first one of a year, month or day that is all that was written; null where it is no date.</returns>
    public static DateTimeOffset? Parse(string? written)
    {
        var text = written?.Trim();
        // No date is longer; patterns need not look at more.
        if (string.IsNullOrEmpty(text) || text.Length > 100) return null;
        var korean = text.Any(x => x is >= '\uAC00' and <= '\uD7A3');
        if (korean) text = OfKorea(text);
        return (Iso(text) ?? Ordinal(text) ?? Short(text) ?? WebDateWords.Parse(text)) is { } parts ? Moment(parts, korean ? TimeSpan.FromHours(9) : TimeSpan.Zero) : null;
    }

    /// <param name="DaysOn">Days counted on from the first of the month, for dates that give the day of the year.</param>
    /// <param name="Fraction">Digits after the second's point.</param>
    internal sealed record Parts(int Year, int Month, int Day, int Hour = 0, int Minute = 0, int Second = 0, string Zone = "", int DaysOn = 0, string Fraction = "");

    private static DateTimeOffset? Moment(Parts parts, TimeSpan usual)
    {
        var offset = parts.Zone.Length == 0 ? usual : WebDateZones.OffsetOf(parts.Zone);
        if (offset is null || parts.Year is < 1 or > 9999 || parts.Month is < 1 or > 12 || parts.Day < 1 || parts.Day > DateTime.DaysInMonth(parts.Year, parts.Month)
            || parts.Hour > 24 || parts.Minute > 59 || parts.Second > 60 || (parts.Hour == 24 && (parts.Minute > 0 || parts.Second > 0))) return null;
        // A leap second is counted as the one before it.
        var local = new DateTime(parts.Year, parts.Month, parts.Day).AddDays(parts.DaysOn).AddHours(parts.Hour).AddMinutes(parts.Minute).AddSeconds(Math.Min(parts.Second, 59))
            .AddTicks(Number(parts.Fraction.PadRight(7, '0')[..7]));
        var ticks = local.Ticks - offset.Value.Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>2004-07-08T23:56:58.5-00:20, 2004-7-8 23:56, 2004/07/08, 2003-12, 2003, 20031231T101455Z; a month by its name ("2004-július-13").</summary>
    private static Parts? Iso(string text)
    {
        var match = IsoForm().Match(text);
        if (!match.Success) match = IsoBasic().Match(text);
        if (!match.Success) return null;
        var month = match.Groups["m"].Value;
        var number = month.Length == 0 ? 1 : char.IsAsciiDigit(month[0]) ? Number(month) : WebDateWords.MonthOf(month);
        if (number is not { } known) return null;
        var (hour, half) = (Number(match.Groups["h"].Value), match.Groups["half"].Value.ToUpperInvariant());
        return new(Number(match.Groups["y"].Value), known, match.Groups["d"].Success ? Number(match.Groups["d"].Value) : 1,
            WebDateWords.HourOf(hour, half), Number(match.Groups["min"].Value), Number(match.Groups["s"].Value), match.Groups["z"].Value, Fraction: match.Groups["f"].Value);
    }

    /// <summary>The day of a year: 2003-335, 2003335, 03335.</summary>
    private static Parts? Ordinal(string text)
    {
        var match = OrdinalForm().Match(text);
        if (!match.Success) return null;
        var day = Number(match.Groups["d"].Value);
        return day is < 1 or > 366 ? null : new(YearOf(match.Groups["y"].Value), 1, 1, DaysOn: day - 1);
    }

    /// <summary>ISO 8601's two-digit years: 03-12-31, 031231, -0312, -03-12, -03.</summary>
    private static Parts? Short(string text)
    {
        var match = ShortForm().Match(text);
        return !match.Success ? null
            : new(YearOf(match.Groups["y"].Value), match.Groups["m"].Success ? Number(match.Groups["m"].Value) : 1, match.Groups["d"].Success ? Number(match.Groups["d"].Value) : 1);
    }

    /// <summary>Two digits are a year from 1970 to 2069, as everywhere on the web.</summary>
    internal static int YearOf(string digits) => digits.Length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

    private static string OfKorea(string text) =>
        KoreanHalf().Replace(text.Replace("년", "-").Replace("월", "-").Replace("일", " ").Replace("- ", "-"), x => x.Groups[2].Value + (x.Groups[1].Value == "오후" ? " PM" : " AM"));

    internal static int Number(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // Google once wrote a month with a zero too many ("2003-012-31").
    [GeneratedRegex(@"^(?:\p{L}{3,9}\.?,?\s+)?(?<y>\d{4})(?:[-/.]0?(?<m>\d{1,2}|\p{L}{3,12}\.?)(?:[-/.](?<d>\d{1,2}))?)?(?:\s*[Tt\s]\s*(?<h>\d{1,2}):(?<min>\d\d)(?::(?<s>\d\d)(?:[.,](?<f>\d+))?)?\s*(?<half>[AaPp][Mm])?\s*(?<z>[Zz]|[+-]\d\d(?::?\d\d)?|[A-Za-z/]{1,9}(?:[+-]\d\d:?\d\d)?)?)?$")]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?:[Tt\s]?(?<h>\d\d)(?<min>\d\d)(?<s>\d\d)?(?:[.,](?<f>\d+))?(?<z>[Zz]|[+-]\d\d(?::?\d\d)?)?)?$")]
    private static partial Regex IsoBasic();

    [GeneratedRegex(@"^(?:(?<y>\d{4})-?|(?<y>\d\d)-?)(?<d>\d{3})$")]
    private static partial Regex OrdinalForm();

    [GeneratedRegex(@"^(?:(?<y>\d\d)-?(?<m>\d\d)-?(?<d>\d\d)|-(?<y>\d\d)(?:-?(?<m>\d\d))?)$")]
    private static partial Regex ShortForm();

    [GeneratedRegex(@"(오전|오후)\s*(\d{1,2}:\d\d(?::\d\d)?)")]
    private static partial Regex KoreanHalf();
}
