using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>Hosts' turns in the ledger's database.</summary>
public sealed class Hosts(LedgerWorker worker) : IHosts
{
    /// <summary>How often is asked whether another process has given a host back.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly TimeProvider _clock = worker.Ledger.Clock;

    public async Task<TimeSpan?> TakeAsync(string host, TimeSpan delay, TimeSpan patience, CancellationToken cancel = default)
    {
        while (true)
        {
            if (await TryTakeAsync(host, delay, cancel) is not { } wait) return null;
            if (wait > patience) return wait;
            await Task.Delay(wait, _clock, cancel);
        }
    }

    /// <returns>Null with the turn taken, else how long to wait before asking again.</returns>
    private async Task<TimeSpan?> TryTakeAsync(string host, TimeSpan delay, CancellationToken cancel)
    {
        await using var context = worker.Ledger.Connect();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var now = _clock.GetUtcNow();
        var row = await context.Hosts.FindAsync([host], cancel);
        if (row is null) context.Hosts.Add(row = new HostRow { Name = host, NextAt = now });
        if (row.Owner is { } owner && owner != worker.Id && await context.Workers.AnyAsync(x => x.Id == owner && x.Until > now, cancel)) return Poll;
        // Its request may have gone out until a moment before it died, so that the whole delay counts from now.
        if (row.Owner is { } dead && dead != worker.Id) (row.Owner, row.NextAt) = (null, Later(row.NextAt, now + delay));
        var wait = row.NextAt - now;
        if (wait <= TimeSpan.Zero) row.Owner = worker.Id;
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return wait <= TimeSpan.Zero ? null : wait;
    }

    public async Task GiveBackAsync(string host, TimeSpan delay, CancellationToken cancel = default)
    {
        await using var context = worker.Ledger.Connect();
        var next = _clock.GetUtcNow() + delay;
        await context.Hosts.Where(x => x.Name == host && x.Owner == worker.Id)
            .ExecuteUpdateAsync(x => x.SetProperty(r => r.Owner, (Guid?)null).SetProperty(r => r.NextAt, next), cancel);
    }

    public async Task<SiteFile?> FileAsync(Uri address, CancellationToken cancel = default)
    {
        await using var context = worker.Ledger.Connect();
        var row = await context.SiteFiles.AsNoTracking().FirstOrDefaultAsync(x => x.Address == address.AbsoluteUri, cancel);
        return row is null ? null : new SiteFile(row.Body, row.Problem is { } kind ? new Problem(kind, "", row.Status) : null, row.FetchedAt);
    }

    public async Task KeepFileAsync(Uri address, SiteFile file, CancellationToken cancel = default)
    {
        await using var context = worker.Ledger.Connect();
        var row = await context.SiteFiles.FindAsync([address.AbsoluteUri], cancel);
        if (row is null) context.SiteFiles.Add(row = new SiteFileRow { Address = address.AbsoluteUri });
        (row.Body, row.Problem, row.Status, row.FetchedAt) = (file.Body, file.Problem?.Kind, file.Problem?.Status, file.FetchedAt);
        await context.SaveChangesAsync(cancel);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
