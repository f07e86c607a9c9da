using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

public sealed partial class Ledger
{
    /// <summary>What an archive's runs are named by, before the file's name. With its space no source is named so: an archive is none, and has no history to be compared with.</summary>
    internal const string Ingest = "ingest ";

    /// <summary>Begins the run of an archive that is taken in.</summary>
    public async Task<long> BeginIngestAsync(string file, CancellationToken cancel = default) => (await WriteAsync(context =>
    {
        var run = new RunRow { Source = Ingest + file, StartedAt = _clock.GetUtcNow() };
        context.Runs.Add(run);
        return Task.FromResult(run);
    }, cancel)).Id;

    /// <summary>Counts a page of an archive that was in the ledger before.</summary>
    public Task CountKnownAsync(long run, CancellationToken cancel = default) => CountAsync(x => RunCount.Unchanged(x, run), cancel);

    /// <summary>Counts what an archive held in place of a page.</summary>
    public Task CountRefusedAsync(long run, ProblemKind kind, CancellationToken cancel = default) => CountAsync(x => RunCount.Refused(x, run, kind), cancel);

    public Task EndIngestAsync(long run, CancellationToken cancel = default) => CountAsync(x => x.Runs.Single(r => r.Id == run).FinishedAt = _clock.GetUtcNow(), cancel);

    private Task<bool> CountAsync(Action<LedgerContext> count, CancellationToken cancel) => WriteAsync(context =>
    {
        count(context);
        return Task.FromResult(true);
    }, cancel);

    /// <summary>Counts a page in the transaction that records it.</summary>
    private static async Task CountAsync(LedgerContext context, long run, Page page, Outcome<Mined> outcome, CancellationToken cancel)
    {
        var counted = await context.Runs.FirstAsync(x => x.Id == run, cancel);
        counted.Bytes += page.Body.Length;
        var changed = await context.Pages.AnyAsync(x => x.Address == page.Address.AbsoluteUri && x.BodyHash != page.Hash, cancel);
        if (outcome.TryGet(out var mined, out var problem)) RunCount.Done(context, run, changed, mined.Commitments.Count);
        else RunCount.Refused(context, run, problem.Kind);
    }
}
