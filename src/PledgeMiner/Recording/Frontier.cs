using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>The frontier in the ledger's database. Every step is one transaction, so that a process can die between any two.</summary>
public sealed partial class Frontier(LedgerWorker worker) : IFrontier
{
    /// <summary>Minings of its own that a page is given before it is set aside.</summary>
    public const int Tries = 3;

    /// <summary>The longest time between two visits of a page that never changes.</summary>
    private const int MaxDays = 512;

    /// <summary>A nightly run reaches a page earlier or later than the night before; without this slack every other night would miss it.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(6);

    /// <summary>Levels of lists: the protocol of sitemaps knows two.</summary>
    public const int ListLevels = 3;

    /// <summary>Lists looked at in a run, ten minutes of a host's time at 2 s each; the rest comes in the next. A hostile site leads from list to list for ever.</summary>
    internal const int Lists = 300;

    private readonly TimeProvider _clock = worker.Ledger.Clock;

    public async Task<long?> BeginAsync(Source source, CancellationToken cancel = default)
    {
        await using var context = worker.Ledger.Connect();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var now = _clock.GetUtcNow();
        Recovery.Run(context, now);
        var known = await KnownAsync(context, source.Name, cancel);
        if (await context.Workers.AnyAsync(x => x.Id == known.Owner && x.Until > now, cancel)) return null;
        known.Owner = worker.Id;
        // What this process still holds of the source is left over from a run that failed.
        foreach (var row in await context.Frontier.Where(x => x.Source == source.Name && x.Owner == worker.Id).ToListAsync(cancel)) Recovery.GiveBack(row);
        known.RunId ??= await StartAsync(context, source, now, cancel);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return known.RunId;
    }

    public Task EndAsync(long run, CancellationToken cancel = default) => LeaveAsync(run, finished: true, cancel);

    public Task PauseAsync(long run, CancellationToken cancel = default) => LeaveAsync(run, finished: false, cancel);

    public async Task<Lease?> NextAsync(long run, Source source, CancellationToken cancel = default)
    {
        await using var context = worker.Ledger.Connect();
        while (true)
        {
            var now = _clock.GetUtcNow();
            // Suspects come last: they hold up nobody, and a process killed at random does not hit the same page again and again. Lists come
            // before pages, new pages before old ones; within these the order in which they were found, so that what a run leaves is next.
            var row = await Waiting(context, run, source).Where(x => x.DueAt <= now)
                .OrderBy(x => x.Alone).ThenBy(x => x.Tries).ThenBy(x => x.ListOf == "").ThenBy(x => x.State == VisitState.Due).ThenBy(x => x.Id).FirstOrDefaultAsync(cancel);
            if (row is null) return null;
            var next = row.State == VisitState.Fetched ? VisitState.Fetched : VisitState.Leased;
            if (await context.Frontier.Where(x => x.Id == row.Id && x.Owner == null && x.State == row.State)
                .ExecuteUpdateAsync(x => x.SetProperty(r => r.Owner, worker.Id).SetProperty(r => r.State, next), cancel) == 1) return row.ToLease(run);
        }
    }

    public async Task<TimeSpan?> WaitAsync(long run, Source source, CancellationToken cancel = default)
    {
        await using var context = worker.Ledger.Connect();
        var first = await Waiting(context, run, source).OrderBy(x => x.DueAt).Select(x => (DateTimeOffset?)x.DueAt).FirstOrDefaultAsync(cancel);
        return first is { } due ? due - _clock.GetUtcNow() : null;
    }

    /// <summary>What the run may still take: what is fetched already, and lists and pages up to their numbers.</summary>
    private static IQueryable<FrontierRow> Waiting(LedgerContext context, long run, Source source) =>
        context.Frontier.AsNoTracking().Where(x => x.Source == source.Name && x.Owner == null
            && (x.State == VisitState.Fetched || ((x.State == VisitState.Discovered || x.State == VisitState.Due)
                && (x.ListOf != "" ? context.Frontier.Count(l => l.Source == source.Name && l.ListOf != "" && context.Runs.Any(r => r.Id == run && r.StartedAt <= l.VisitedAt)) < Lists
                    : context.Runs.Any(r => r.Id == run && r.Seen < source.Pages)))));

    /// <summary>The run's row, the source's own address due, and every page due whose time has come.</summary>
    private static async Task<long> StartAsync(LedgerContext context, Source source, DateTimeOffset now, CancellationToken cancel)
    {
        var run = new RunRow { Source = source.Name, StartedAt = now };
        context.Runs.Add(run);
        await context.Frontier.Where(x => x.Source == source.Name && x.ListOf == "" && x.DueAt <= now && (x.State == VisitState.Done || x.State == VisitState.Refused))
            .ExecuteUpdateAsync(x => x.SetProperty(r => r.State, VisitState.Due), cancel);
        // Lists below the source's own address are looked at again where that address still leads to them.
        if (source.Folder is null)
        {
            var listOf = source.Kind == SourceKind.Page ? "" : source.Name;
            var root = await context.Frontier.FirstOrDefaultAsync(x => x.Address == source.Address.AbsoluteUri && x.ListOf == listOf, cancel);
            if (root is null) context.Frontier.Add(root = RowOf(source.Name, source.Address, listOf, now));
            root.DueAt = now;
            if (root.State is VisitState.Done or VisitState.Refused or VisitState.SetAside) root.State = VisitState.Due;
        }
        await context.SaveChangesAsync(cancel);
        return run.Id;
    }

    private async Task LeaveAsync(long run, bool finished, CancellationToken cancel)
    {
        await using var context = worker.Ledger.Connect();
        var source = await context.Sources.FirstOrDefaultAsync(x => x.RunId == run && x.Owner == worker.Id, cancel);
        if (source is null) return;
        source.Owner = null;
        if (finished)
        {
            source.RunId = null;
            if (await context.Runs.FindAsync([run], cancel) is { } row) row.FinishedAt = _clock.GetUtcNow();
        }
        await context.SaveChangesAsync(cancel);
    }

    private async Task<SourceRow> KnownAsync(LedgerContext context, string name, CancellationToken cancel)
    {
        var row = await context.Sources.FindAsync([name], cancel);
        if (row is null) context.Sources.Add(row = new SourceRow { Name = name, KnownSince = _clock.GetUtcNow() });
        return row;
    }

    private static FrontierRow RowOf(string source, Uri address, string listOf, DateTimeOffset now) =>
        new() { Source = source, Address = address.AbsoluteUri, ListOf = listOf, FoundAt = now, DueAt = now };
}
