using Hangfire;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Jobs;

/// <summary>What the scheduler calls: one source by its name. Safe to repeat: a source is crawled once at a time, and a run that was cut off goes on.</summary>
public sealed class CrawlJob(Settings settings, SourceFile sources, CrawlRun crawl, Ledger ledger, ILogger<CrawlJob> log)
{
    /// <param name="name">A declared source, or the sample, which is read only until one run of it was complete.</param>
    /// <remarks>Pages that fail are the run's own affair. What ends a run, such as a database that is busy for too long, mostly passes at once.</remarks>
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = new[] { 1, 10, 60 })]
    public async Task RunAsync(string name, CancellationToken cancel)
    {
        if (name == Sample.Name && await ledger.HasFinishedRunAsync(name, cancel))
        {
            log.LogInformation("The sample was read before");
            return;
        }
        if (await (name == Sample.Name ? crawl.RunAsync(Sample.Source, cancel) : CrawlAsync(name, cancel)) is { } run)
            log.LogInformation("{Source}: {Seen} pages, {New} new, {Changed} changed, {Refused} refused, {Commitments} commitments", name, run.Seen, run.New, run.Changed, run.Refused, run.Commitments);
    }

    /// <summary>A schedule may outlive its source in the file, and a pause comes at any time.</summary>
    private async Task<Run?> CrawlAsync(string name, CancellationToken cancel) =>
        sources.Load().FirstOrDefault(x => x.Name == name) is { } source && source.Waits(settings) is null
            ? await crawl.RunAsync(source.ToSource(), cancel) : null;
}
