using Hangfire;
using PledgeMiner.Crawling;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Jobs;

/// <summary>Crawls one source: every page is fetched, mined and recorded by itself, so that a bad one harms no other. Safe to repeat.</summary>
public sealed class CrawlJob(Settings settings, Crawler crawler, Miner miner, Ledger ledger, ILogger<CrawlJob> log)
{
    /// <param name="name">A configured source, or the sample, which is read only until one run of it was complete.</param>
    [DisableConcurrentExecution(10), AutomaticRetry(Attempts = 3)]
    public async Task RunAsync(string name, CancellationToken cancel)
    {
        if (name == Sample.Name && await ledger.HasFinishedRunAsync(name, cancel))
        {
            log.LogInformation("The sample was read before");
            return;
        }
        var source = name == Sample.Name ? Sample.Source : Array.Find(settings.Sources, x => x.Name == name)?.ToSource();
        // A schedule may outlive its source in the settings.
        if (source is null) return;
        var run = await ledger.StartRunAsync(source, cancel);
        var (seen, isNew, refused, commitments) = (0, 0, 0, 0);
        await foreach (var crawled in crawler.CrawlAsync(source, cancel))
        {
            seen++;
            var (recorded, found, problem) = await TakeAsync(source, crawled, cancel);
            if (recorded) isNew++;
            commitments += found;
            if (problem is null) continue;
            refused++;
            log.LogWarning("{Source}: {Problem}", source.Name, problem.Message);
        }
        await ledger.FinishRunAsync(run, seen, isNew, refused, commitments, cancel);
        log.LogInformation("{Source}: {Seen} pages, {New} new, {Refused} refused, {Commitments} commitments", source.Name, seen, isNew, refused, commitments);
    }

    /// <summary>The one place where a page's failure is caught: it is recorded with the page and the run goes on.</summary>
    private async Task<(bool New, int Commitments, Problem? Problem)> TakeAsync(Source source, Crawled crawled, CancellationToken cancel)
    {
        if (!crawled.Page.TryGet(out var page, out var missing)) return (false, 0, missing);
        if (await ledger.HasAsync(page, cancel)) return (false, 0, null);
        Outcome<Mined> outcome;
        try
        {
            outcome = await miner.MineAsync(page, crawled.Told, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "{Address} failed", crawled.Address);
            outcome = new Problem(ProblemKind.Damaged, $"{crawled.Address} could not be mined ({e.GetType().Name}): its bytes are kept, and the log says more.");
        }
        var isNew = await ledger.RecordAsync(source, page, outcome, cancel);
        return (isNew, outcome.Value?.Commitments.Count ?? 0, outcome.Problem);
    }
}
