using System.Globalization;

namespace PledgeMiner.Reading;

/// <summary>A date that a page gives to machines, the day as it is written there.</summary>
/// <param name="Universal">It has a clock time in universal time, so that the site's own day may be the one before or after.</param>
internal readonly record struct MachineDate(DateOnly Day, bool Universal)
{
    private static readonly string[] UniversalMarks = ["Z", "+00:00", "+0000", "GMT", "UTC"];

    /// <summary>The first full date of an attribute's value, or its seconds or milliseconds since 1970; null where it has none.</summary>
    public static MachineDate? Of(string? written, DateHabits habits)
    {
        if (written is not { Length: >= 6 and < 80 }) return null;
        if (written.Length is 10 or 13 && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var since))
        {
            var moment = DateTimeOffset.FromUnixTimeSeconds(written.Length == 10 ? since : since / 1000);
            return habits.Day(moment.Year, moment.Month, moment.Day) is { } counted ? new(counted, Universal: true) : null;
        }
        // "20160503101500"
        if (written.Length >= 14 && !written.AsSpan(0, 14).ContainsAnyExceptInRange('0', '9')) written = written[..8];
        return WrittenDates.First(written, habits) is { } day ? new(day, written.Contains(':', StringComparison.Ordinal) && Array.Exists(UniversalMarks, x => written.EndsWith(x, StringComparison.OrdinalIgnoreCase))) : null;
    }
}
