using System.Globalization;
using System.Text.RegularExpressions;

namespace PledgeMiner.Crawling;

/// <summary>Time zones as dates name them.</summary>
internal static partial class WebDateZones
{
    /// <summary>RFC 822's military letters are not here: it printed them with the wrong signs, and RFC 5322 takes all as unknown.</summary>
    private static readonly Dictionary<string, double> Hours = """
        Z 0 UT 0 UTC 0 GMT 0 Etc/GMT 0 Etc/UTC 0 WET 0 WEST 1 BST 1 IST 1 CET 1 MET 1 MEZ 1 CEST 2 MEST 2 MESZ 2 EET 2 EEST 3 MSK 3 MSD 4 TRT 3
        AT -4 AST -4 ADT -3 ET -5 EST -5 EDT -4 CT -6 CST -6 CDT -5 MT -7 MST -7 MDT -6 PT -8 PST -8 PDT -7 AKST -9 AKDT -8 HST -10 NST -3.5 NDT -2.5
        KST 9 JST 9 HKT 8 SGT 8 AEST 10 AEDT 11 NZST 12 NZDT 13
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .ToDictionary(x => x[0], x => double.Parse(x[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where it is no zone; a name that nobody knows is UTC.</returns>
    public static TimeSpan? OffsetOf(string zone)
    {
        if (Hours.TryGetValue(zone, out var hours)) return TimeSpan.FromHours(hours);
        var match = Offset().Match(zone);
        if (match.Success)
        {
            var (h, m) = (WebDates.Number(match.Groups["h"].Value), WebDates.Number(match.Groups["m"].Value));
            // No place on Earth is further than 14 hours from Greenwich; some write a little more all the same.
            if (h > 23 || m > 59) return null;
            return new TimeSpan(h, m, 0) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        }
        return zone.Length <= 5 && zone.All(char.IsAsciiLetterUpper) ? TimeSpan.Zero : null;
    }

    [GeneratedRegex(@"^(?:GMT|UTC?)?(?<sign>[+-])(?<h>\d\d?):?(?<m>\d\d)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Offset();
}
