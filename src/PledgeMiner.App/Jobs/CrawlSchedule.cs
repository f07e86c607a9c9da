using Cronos;

namespace PledgeMiner.App.Jobs;

/// <summary>When a source is crawled: a cron expression in a time zone.</summary>
public sealed record CrawlSchedule(string Cron, string TimeZone)
{
    public static bool IsCron(string cron) => CronExpression.TryParse(cron, out _);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Whether a run is to be made up for now.</summary>
    /// <param name="last">When the source last ran, or since when it is known where it never did.</param>
    public bool IsMissed(MissedRun policy, DateTimeOffset last, DateTimeOffset now)
    {
        if (policy == MissedRun.Skip || Next(Cron, last) is not { } missed || missed > now - Grace) return false;
        return policy == MissedRun.RunNow || (Next(Daily, now - Window) is { } begun && begun <= now && begun > missed);
    }

    /// <summary>The scheduler itself starts a run within its polling interval of a second; a minute later it has not.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>How long after its hour a night still counts as begun: a choice, not a measurement. A program that is started later than that waits for the next.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromHours(3);

    /// <summary>The same hours on any day: when a run that is made on some days only is made up for.</summary>
    private string Daily => string.Join(' ', Cron.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var minute, var hour, _, _, _] ? [minute, hour, "*", "*", "*"] : (string[])[Cron]);

    private DateTimeOffset? Next(string cron, DateTimeOffset after) => CronExpression.Parse(cron).GetNextOccurrence(after, Zone);
}
