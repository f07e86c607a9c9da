using System.Text.RegularExpressions;

namespace PledgeMiner.Crawling;

/// <summary>Dates with a month in words, in whatever order: RFC 822, RFC 850, asctime, and their relatives in other tongues.</summary>
internal static partial class WebDateWords
{
    /// <summary>What the months' names begin with in the languages of the feeds that matter to us; the longest beginning counts.</summary>
    private static readonly (string Stem, int Month)[] Months =
    [
        .. new[]
        {
            "jan ene gen sty янв січ ιαν oca led sij", "feb fév fev fév lut feb фев лют φεβ şub úno velj", "mar mär mrt már mär mar мар бер μαρ μάρ bře ožu",
            "apr avr abr kwi ápr апр кві απρ nis dub tra", "may mai maj mei mag máj май мая тра μαϊ μαι μάι kvě svi", "jun juin giu cze jún июн чер ιουν ιούν haz červen lip",
            "jul juil lug lip júl июл лип ιουλ ιούλ tem červenec srp", "aug aoû aou ago sie авг сер αυγ αύγ ağu srpen kol", "sep set wrz sze сен вер σεπ eyl září ruj",
            "oct okt ott out paź paz окт жов οκτ eki říj lis", "nov lis kas ноя лис νοε νοέ listopad stu", "dec déc dez dic gru дек гру δεκ ara pro",
        }.SelectMany((x, i) => x.Split(' ').Select(stem => (stem, i + 1))).DistinctBy(x => x.stem).OrderByDescending(x => x.stem.Length),
    ];

    public static int? MonthOf(string word)
    {
        var folded = word.ToLowerInvariant();
        var found = Array.FindIndex(Months, x => folded.StartsWith(x.Stem, StringComparison.Ordinal));
        return found < 0 ? null : Months[found].Month;
    }

    public static int HourOf(int hour, string half) => half switch
    {
        "PM" when hour < 12 => hour + 12,
        "AM" when hour == 12 => 0,
        _ => hour,
    };

    public static WebDates.Parts? Parse(string text)
    {
        var words = Dashed().Replace(text, "$1 $2 $3").Split([' ', ',', '\t', '\r', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).ToList();
        // The day of the week is said first; in some tongues it looks like a month ("mar., 3 févr.").
        if (words.Count > 0 && char.IsLetter(words[0][0]) && (MonthOf(words[0]) is null || words.Skip(1).Any(x => char.IsLetter(x[0]) && MonthOf(x) is not null))) words.RemoveAt(0);
        var (year, month, day, zone, half) = ("", 0, 0, "", "");
        Match? time = null;
        foreach (var word in words)
        {
            if (Clock().Match(word) is { Success: true } clock && time is null) time = clock;
            else if (Count().Match(word) is { Success: true } count)
            {
                if (day == 0 && count.Groups[1].Length <= 2) day = WebDates.Number(count.Groups[1].Value);
                else if (year.Length == 0) year = count.Groups[1].Value;
                else return null;
            }
            else if (word.ToUpperInvariant() is "AM" or "PM") half = word.ToUpperInvariant();
            else if (month == 0 && MonthOf(word) is { } named) month = named;
            else if (word is "de" or "of" or "at" or "um" or "le" or "г." or "р.") continue;
            else if (zone.Length == 0) zone = word;
            else if (!word.StartsWith('(')) return null;
        }
        if (year.Length == 0 || month == 0 || day == 0) return null;
        if (time is null) return zone.Length == 0 || WebDateZones.OffsetOf(zone) is not null ? new(WebDates.YearOf(year), month, day) : null;
        var joined = time.Groups["z"].Value;
        return new(WebDates.YearOf(year), month, day, HourOf(WebDates.Number(time.Groups["h"].Value), half), WebDates.Number(time.Groups["m"].Value),
            WebDates.Number(time.Groups["s"].Value), joined.Length > 0 ? joined : zone);
    }

    [GeneratedRegex(@"\b(\d{1,2})-(\p{L}{3,})-(\d{2,4})\b")]
    private static partial Regex Dashed();

    [GeneratedRegex(@"^(?<h>\d{1,2}):(?<m>\d{1,2})(?::(?<s>\d{1,2})(?:\.\d+)?)?(?<z>Z|[+-]\d\d:?\d\d)?$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(\d{1,4})(?:st|nd|rd|th|er|\.|º|ª)?$")]
    private static partial Regex Count();
}
