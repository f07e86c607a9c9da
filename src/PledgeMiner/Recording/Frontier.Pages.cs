using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

public sealed partial class Frontier
{
    public async Task<Lease?> KeepAsync(Lease lease, Page page, CancellationToken cancel = default)
    {
        Lease? kept = null;
        await ChangeAsync(lease, async (context, row) => kept = await KeepAsync(context, row, lease.Run, page, invented: false, cancel), cancel);
        return kept;
    }

    public async Task<Lease?> ArriveAsync(long run, Source source, Page page, CancellationToken cancel = default)
    {
        await using var context = worker.Ledger.Connect();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var row = await context.Frontier.FirstOrDefaultAsync(x => x.Address == page.Address.AbsoluteUri && x.ListOf == "", cancel);
        if (row is null) context.Frontier.Add(row = RowOf(source.Name, page.Address, "", _clock.GetUtcNow()));
        if (row.Owner is not null || row.State == VisitState.SetAside) return null;
        var since = await context.Runs.Where(x => x.Id == run).Select(x => x.StartedAt).FirstAsync(cancel);
        var stored = await context.Pages.FirstOrDefaultAsync(x => x.Address == page.Address.AbsoluteUri && x.BodyHash == page.Hash, cancel);
        // An archive may hold several revisions and is read anew in each run: none that was mined once has changed.
        if (stored is { DocumentId: not null } or { Problem: not null })
        {
            if (row.VisitedAt >= since) return null;
            row.PageId ??= stored.Id;
            Finish(row, VisitState.Done, changed: false);
            RunCount.Unchanged(context, run);
            await context.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return null;
        }
        row.Owner = worker.Id;
        var lease = row.State == VisitState.Fetched ? row.ToLease(run) : await KeepAsync(context, row, run, page, source.Invented, cancel);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return lease is null ? null : row.ToLease(run);
    }

    private async Task<Lease?> KeepAsync(LedgerContext context, FrontierRow row, long run, Page page, bool invented, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        var stored = await context.Pages.FirstOrDefaultAsync(x => x.Address == page.Address.AbsoluteUri && x.BodyHash == page.Hash, cancel);
        (row.VisitedAt, row.ETag, row.LastModified) = (now, page.Validators.ETag, page.Validators.LastModified);
        (row.Problem, row.ProblemMessage) = (null, null);
        if (await context.Runs.FindAsync([run], cancel) is { } counted) counted.Bytes += page.Body.Length;
        if (stored is { DocumentId: not null } or { Problem: not null } && (row.PageId is null || row.PageId == stored.Id))
        {
            row.PageId = stored.Id;
            Finish(row, VisitState.Done, changed: false);
            RunCount.Unchanged(context, run);
            return null;
        }
        row.Changed = row.PageId is not null || await context.Pages.AnyAsync(x => x.Address == page.Address.AbsoluteUri && x.BodyHash != page.Hash, cancel);
        if (stored is null)
        {
            stored = await Ledger.StoreAsync(context, row.Source, page, invented, cancel);
            await context.SaveChangesAsync(cancel);
        }
        context.Revisions.Add(new RevisionRow { Address = stored.Address, PageId = stored.Id, At = now });
        (row.PageId, row.State) = (stored.Id, VisitState.Fetched);
        return row.ToLease(run);
    }

    public Task MiningAsync(Lease lease, CancellationToken cancel = default) =>
        ChangeAsync(lease, (_, row) => { row.State = VisitState.Mining; return Task.CompletedTask; }, cancel);

    public async Task<bool> FailedAsync(Lease lease, CancellationToken cancel = default)
    {
        var aside = false;
        await ChangeAsync(lease, (context, row) =>
        {
            Recovery.GiveBack(row);
            if (aside = ++row.Tries >= Tries) Recovery.SetAside(context, row, lease.Run);
            return Task.CompletedTask;
        }, cancel);
        return aside;
    }

    public Task DoneAsync(Lease lease, int commitments, Problem? problem, CancellationToken cancel = default) => ChangeAsync(lease, (context, row) =>
    {
        Finish(row, problem is null ? VisitState.Done : VisitState.Refused, changed: true);
        (row.Problem, row.ProblemMessage) = (problem?.Kind, problem?.Message);
        if (problem is null) RunCount.Done(context, lease.Run, row.Changed, commitments);
        else RunCount.Refused(context, lease.Run, problem.Kind);
        return Task.CompletedTask;
    }, cancel);

    public Task UnchangedAsync(Lease lease, CancellationToken cancel = default) => ChangeAsync(lease, async (context, row) =>
    {
        Finish(row, VisitState.Done, changed: false);
        if (lease.List) await LeadOnAsync(context, row, lease.Run, cancel);
        else RunCount.Unchanged(context, lease.Run);
    }, cancel);

    /// <summary>An index that has not changed leads to the same lists, which may have.</summary>
    private Task<int> LeadOnAsync(LedgerContext context, FrontierRow index, long run, CancellationToken cancel) =>
        context.Frontier.Where(x => x.ListOf == index.ListOf && x.Depth == index.Depth + 1 && x.Owner == null && (x.State == VisitState.Done || x.State == VisitState.Refused)
            && context.Runs.Any(r => r.Id == run && x.VisitedAt < r.StartedAt))
            .ExecuteUpdateAsync(x => x.SetProperty(r => r.State, VisitState.Due).SetProperty(r => r.DueAt, _clock.GetUtcNow()), cancel);

    public Task RefusedAsync(Lease lease, Problem problem, bool passing, CancellationToken cancel = default) => ChangeAsync(lease, (context, row) =>
    {
        Finish(row, VisitState.Refused, changed: passing);
        (row.Problem, row.ProblemMessage) = (problem.Kind, problem.Message);
        RunCount.Refused(context, lease.Run, problem.Kind);
        return Task.CompletedTask;
    }, cancel);

    public Task LaterAsync(Lease lease, TimeSpan rest, CancellationToken cancel = default) => ChangeAsync(lease, (_, row) =>
    {
        Recovery.GiveBack(row);
        row.DueAt = _clock.GetUtcNow() + rest;
        return Task.CompletedTask;
    }, cancel);

    public Task ReleaseAsync(Lease lease, CancellationToken cancel = default) =>
        ChangeAsync(lease, (_, row) => { Recovery.GiveBack(row); return Task.CompletedTask; }, cancel);

    /// <summary>The visit is over. A page that keeps still is visited after 1, 2, 4, 8, ... days: old pages cost little and no change is missed for good.</summary>
    private void Finish(FrontierRow row, VisitState state, bool changed)
    {
        var now = _clock.GetUtcNow();
        row.Days = changed ? 1 : Math.Min(row.Days * 2, MaxDays);
        (row.State, row.Owner, row.VisitedAt, row.DueAt) = (state, null, now, now + TimeSpan.FromDays(row.Days) - Slack);
        (row.Tries, row.Alone) = (0, false);
    }

    /// <summary>Changes a held address in one transaction; one that was taken away meanwhile is left to whoever has it now.</summary>
    private async Task ChangeAsync(Lease lease, Func<LedgerContext, FrontierRow, Task> change, CancellationToken cancel)
    {
        await using var context = worker.Ledger.Connect();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var row = await context.Frontier.FirstOrDefaultAsync(x => x.Id == lease.Id && x.Owner == worker.Id, cancel);
        if (row is null) return;
        await change(context, row);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
