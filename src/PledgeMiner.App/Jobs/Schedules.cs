using Hangfire;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Jobs;

/// <summary>Keeps the scheduler in step with sources.json, and makes up for runs whose hour passed while the program was not running.</summary>
public sealed class Schedules(Settings settings, SourceFile sources, Ledger ledger, IRecurringJobManager recurring, IBackgroundJobClient jobs, TimeProvider clock, ILogger<Schedules> log)
{
    private const string Prefix = "crawl-";

    private readonly HashSet<string> _set = [];

    /// <summary>The last run of each source when one was started after it, so that a full queue is not filled further.</summary>
    private readonly Dictionary<string, DateTimeOffset> _started = [];

    /// <summary>At a start: the sample until it was once read whole, and every minute what the file says now.</summary>
    public void Start()
    {
        sources.Load();
        jobs.Enqueue<CrawlJob>(x => x.RunAsync(Sample.Name, CancellationToken.None));
        recurring.AddOrUpdate<Schedules>("schedules", x => x.FollowAsync(CancellationToken.None), Cron.Minutely);
        jobs.Enqueue<Schedules>(x => x.FollowAsync(CancellationToken.None));
    }

    /// <summary>Sets the schedule of every source that is to be crawled, drops those of others, and starts what was missed.</summary>
    [AutomaticRetry(Attempts = 0), DisableConcurrentExecution(30)]
    public async Task FollowAsync(CancellationToken cancel)
    {
        var due = sources.Load().Where(x => x.Waits(settings) is null).ToList();
        foreach (var gone in _set.Except(due.Select(x => x.Name)).ToList())
        {
            recurring.RemoveIfExists(Prefix + gone);
            _set.Remove(gone);
        }
        foreach (var source in due)
        {
            var (name, schedule) = (source.Name, source.ScheduleBy(settings));
            // What was missed is for the source's own policy, which outlives the scheduler's memory.
            recurring.AddOrUpdate<CrawlJob>(Prefix + name, x => x.RunAsync(name, CancellationToken.None), schedule.Cron,
                new RecurringJobOptions { TimeZone = schedule.Zone, MisfireHandling = MisfireHandlingMode.Ignorable });
            _set.Add(name);
            var progress = await ledger.ProgressAsync(name, cancel);
            if (!progress.IsCutOff && !schedule.IsMissed(source.Missed, progress.LastRun, clock.GetUtcNow())) continue;
            if (_started.TryGetValue(name, out var before) && before == progress.LastRun) continue;
            _started[name] = progress.LastRun;
            log.LogInformation("{Source}: a run was {How} and is made up for", name, progress.IsCutOff ? "cut off" : "missed");
            jobs.Enqueue<CrawlJob>(x => x.RunAsync(name, CancellationToken.None));
        }
    }
}
