using PledgeMiner.App.Jobs;

namespace PledgeMiner.Tests.Jobs;

public class CrawlScheduleTests
{
    [Theory]
    // Every night at two; it ran on the first and was then off.
    [InlineData("0 2 * * *", MissedRun.RunNow, "2026-03-01T02:00", "2026-03-01T23:00", false)]
    [InlineData("0 2 * * *", MissedRun.RunNow, "2026-03-01T02:00", "2026-03-02T09:00", true)]
    [InlineData("0 2 * * *", MissedRun.Skip, "2026-03-01T02:00", "2026-03-05T09:00", false)]
    [InlineData("0 2 * * *", MissedRun.NextWindow, "2026-03-01T02:00", "2026-03-02T09:00", false)]
    // The scheduler's own time to start it.
    [InlineData("0 2 * * *", MissedRun.RunNow, "2026-03-01T02:00", "2026-03-02T02:00", false)]
    // On Mondays (2 March 2026) at two; made up for on Tuesday at two, not before and not at noon.
    [InlineData("0 2 * * 1", MissedRun.NextWindow, "2026-02-23T02:00", "2026-03-02T20:00", false)]
    [InlineData("0 2 * * 1", MissedRun.NextWindow, "2026-02-23T02:00", "2026-03-03T02:05", true)]
    [InlineData("0 2 * * 1", MissedRun.NextWindow, "2026-02-23T02:00", "2026-03-03T12:00", false)]
    [InlineData("0 2 * * 1", MissedRun.NextWindow, "2026-02-23T02:00", "2026-03-05T03:00", true)]
    [InlineData("0 2 * * 1", MissedRun.RunNow, "2026-02-23T02:00", "2026-03-02T20:00", true)]
    public void A_missed_run_is_made_up_for_as_its_source_says(string cron, MissedRun policy, string last, string now, bool missed) =>
        Assert.Equal(missed, new CrawlSchedule(cron, "UTC").IsMissed(policy, At(last), At(now)));

    [Fact]
    public void The_time_zone_counts()
    {
        var (summer, now) = (At("2026-07-01T00:00"), At("2026-07-01T00:30"));
        // Two o'clock in Brussels is midnight in UTC in summer.
        Assert.True(new CrawlSchedule("0 2 * * *", "Europe/Brussels").IsMissed(MissedRun.RunNow, summer.AddHours(-1), now));
        Assert.False(new CrawlSchedule("0 2 * * *", "UTC").IsMissed(MissedRun.RunNow, summer.AddHours(-1), now));
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time + "Z");
}
