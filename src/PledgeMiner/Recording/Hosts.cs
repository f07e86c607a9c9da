using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>Hosts' turns in the ledger's database.</summary>
public sealed class Hosts(LedgerWorker worker) : IHosts
{
    /// <summary>Failures in a row after which a host's circuit opens.</summary>
    private const int CircuitFailures = 5;

    /// <summary>How long an open circuit rests at first; doubled with each further failure, up to the longest.</summary>
    private static readonly TimeSpan CircuitRest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(6);

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

    public async Task GiveBackAsync(string host, TimeSpan delay, bool failed, CancellationToken cancel = default)
    {
        await using var context = worker.Ledger.Connect();
        var row = await context.Hosts.FirstOrDefaultAsync(x => x.Name == host && x.Owner == worker.Id, cancel);
        if (row is null) return;
        row.Owner = null;
        row.Failures = failed ? row.Failures + 1 : 0;
        row.NextAt = _clock.GetUtcNow() + delay;
        if (row.Failures >= CircuitFailures) row.NextAt = Later(row.NextAt, _clock.GetUtcNow() + RestOf(row.Failures));
        await context.SaveChangesAsync(cancel);
    }

    public async Task<StoredRobots?> RobotsAsync(string site, CancellationToken cancel = default)
    {
        await using var context = worker.Ledger.Connect();
        return await context.Robots.AsNoTracking().Where(x => x.Site == site).Select(x => new StoredRobots(x.Body, x.Status, x.FetchedAt)).FirstOrDefaultAsync(cancel);
    }

    public async Task KeepRobotsAsync(string site, StoredRobots robots, CancellationToken cancel = default)
    {
        await using var context = worker.Ledger.Connect();
        var row = await context.Robots.FindAsync([site], cancel);
        if (row is null) context.Robots.Add(row = new RobotsRow { Site = site });
        (row.Body, row.Status, row.FetchedAt) = (robots.Body, robots.Status, robots.FetchedAt);
        await context.SaveChangesAsync(cancel);
    }

    /// <summary>Up to a fifth more, so that workers which saw the host fail together do not come back together.</summary>
    private static TimeSpan RestOf(int failures)
    {
        var rest = CircuitRest * Math.Pow(2, Math.Min(failures - CircuitFailures, 10));
        return (rest > LongestRest ? LongestRest : rest) * (1 + (Random.Shared.NextDouble() / 5));
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
