using Hangfire;

namespace PledgeMiner.App.Jobs;

/// <summary>What runs when: each configured source every night, and the sample at a start until it was once read whole.</summary>
internal static class Schedules
{
    public static void Set(IRecurringJobManager recurring, IBackgroundJobClient jobs, Settings settings)
    {
        var options = new RecurringJobOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone) };
        foreach (var source in settings.Sources)
        {
            // Without a way to reach the operator no site is crawled.
            if (settings.Contact.Length == 0) break;
            recurring.AddOrUpdate<CrawlJob>($"crawl-{source.Name}", x => x.RunAsync(source.Name, CancellationToken.None), settings.Schedule, options);
        }
        jobs.Enqueue<CrawlJob>(x => x.RunAsync(Sample.Name, CancellationToken.None));
    }
}
