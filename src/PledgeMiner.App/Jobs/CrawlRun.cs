using PledgeMiner.Accounting;
using PledgeMiner.Crawling;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Jobs;

/// <summary>One run of one source, from its list to recorded pages. Every step is kept in the frontier, so that a killed run goes on where it was.</summary>
public sealed class CrawlRun(Crawler crawler, Miner miner, Ledger ledger, IFrontier frontier, MiningGate gate, CrawlOptions options, TimeProvider clock, ILogger<CrawlRun> log)
{
    /// <returns>The run, or null while the source is being crawled already.</returns>
    public async Task<Run?> RunAsync(Source source, CancellationToken cancel = default)
    {
        if (await frontier.BeginAsync(source, cancel) is not { } run) return null;
        try
        {
            if (source.Folder is not null) await DeliverAsync(run, source, cancel);
            else await VisitAsync(run, source, cancel);
        }
        catch
        {
            await frontier.PauseAsync(run, CancellationToken.None);
            throw;
        }
        await frontier.EndAsync(run, cancel);
        return await ledger.RunAsync(run, cancel);
    }

    private async Task VisitAsync(long run, Source source, CancellationToken cancel)
    {
        while (true)
        {
            if (await frontier.NextAsync(run, source, cancel) is { } lease) await HoldAsync(lease, () => StepAsync(source, lease, cancel));
            else if (await frontier.WaitAsync(run, source, cancel) is { } wait && wait <= options.Patience) await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, cancel);
            else return;
        }
    }

    private async Task DeliverAsync(long run, Source source, CancellationToken cancel)
    {
        // What failed is delivered once more, until it is done or set aside.
        for (var pass = 0; pass < Frontier.Tries && (pass == 0 || await frontier.WaitAsync(run, source, cancel) is not null); pass++)
        {
            await foreach (var crawled in crawler.DeliverAsync(source, ledger, cancel))
            {
                if (!crawled.Page.TryGet(out var page, out var missing)) log.LogWarning("{Source}: {Problem}", source.Name, missing.Message);
                else if (await frontier.ArriveAsync(run, source with { Invented = source.Invented || crawled.Invented }, page, cancel) is { } lease) await HoldAsync(lease, () => MineAsync(source, lease, page, crawled.Told, cancel));
            }
        }
    }

    private static bool LeadsOn(Source source, Lease lease) => source.Folder is null && source.Kind != SourceKind.Page && lease.Depth < source.Depth;

    private async Task StepAsync(Source source, Lease lease, CancellationToken cancel)
    {
        if (lease.PageId is { } id)
        {
            await MineAsync(source, lease, (await ledger.PageAsync(id, cancel))!.Page, Particulars.None, cancel);
            return;
        }
        var visit = await crawler.VisitAsync(lease.Address, lease.Validators, lease.List, cancel);
        if (visit.Page is { } page)
        {
            if (lease.List) await FollowAsync(source, lease, page, cancel);
            else if (await frontier.KeepAsync(lease, page, cancel) is { } kept) await MineAsync(source, kept, page, Particulars.None, cancel);
            return;
        }
        if (visit.IsUnchanged)
        {
            await frontier.UnchangedAsync(lease, cancel);
            return;
        }
        log.LogWarning("{Source}: {Problem}", source.Name, visit.Problem!.Message);
        // A page that is answered with a short pause again and again was tried often enough for one run.
        var isShort = visit.Problem.Kind == ProblemKind.HttpStatus && visit.Rest <= options.Patience;
        if (visit.Rest is { } rest && !isShort) await frontier.LaterAsync(lease, rest, cancel);
        else await frontier.RefusedAsync(lease, visit.Problem, visit.IsPassing, cancel);
    }

    private async Task FollowAsync(Source source, Lease lease, Page page, CancellationToken cancel)
    {
        using var place = await gate.EnterAsync(lease.Alone, cancel);
        await frontier.MiningAsync(lease, cancel);
        if (await TryAsync(lease, () => Task.FromResult(Links.Of(source, page, lease.List)), cancel) is { } links) await frontier.FollowedAsync(lease, links, page.Validators, cancel);
    }

    private async Task MineAsync(Source source, Lease lease, Page page, Particulars told, CancellationToken cancel)
    {
        using var place = await gate.EnterAsync(lease.Alone, cancel);
        await frontier.MiningAsync(lease, cancel);
        if (await TryAsync(lease, async () => new Result(await miner.MineAsync(page, told, cancel), LeadsOn(source, lease) ? Links.Of(source, page) : []), cancel) is not { } result) return;
        var outcome = result.Outcome;
        if (outcome.TryGet(out var mined, out var problem))
        {
            var held = await ledger.HeldAsync(page, cancel);
            await ledger.RecordAsync(source, page, outcome, cancel);
            await ledger.AlarmAsync(page, Wavering.Between(held, mined), cancel);
        }
        else
        {
            log.LogWarning("{Source}: {Problem}", source.Name, problem.Message);
            await ledger.RecordAsync(source, page, outcome, cancel);
        }
        await frontier.DiscoverAsync(lease, result.Links, cancel);
        await frontier.DoneAsync(lease, mined?.Commitments.Count ?? 0, problem, cancel);
    }

    /// <summary>The one place where a page's own failure is caught: it has had a try, and the run goes on.</summary>
    private async Task<T?> TryAsync<T>(Lease lease, Func<Task<T>> work, CancellationToken cancel) where T : class
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "{Address} failed", lease.Address);
            if (await frontier.FailedAsync(lease, cancel)) log.LogError("{Address} is set aside", lease.Address);
            return null;
        }
    }

    /// <summary>An address is given back as it was when the program stops.</summary>
    private async Task HoldAsync(Lease lease, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            await frontier.ReleaseAsync(lease, CancellationToken.None);
            throw;
        }
    }

    private sealed record Result(Outcome<Mined> Outcome, IReadOnlyList<Link> Links);
}
