using Microsoft.EntityFrameworkCore;

namespace PledgeMiner.Recording;

public sealed partial class Frontier
{
    /// <summary>SQLite takes at most 32,766 parameters in a statement; half a thousand keeps each one quick.</summary>
    private const int Batch = 500;

    public Task FollowedAsync(Lease lease, IReadOnlyList<Link> links, Validators validators, CancellationToken cancel = default) => ChangeAsync(lease, async (context, row) =>
    {
        await AddAsync(context, lease, links, cancel);
        (row.ETag, row.LastModified) = (validators.ETag, validators.LastModified);
        (row.Problem, row.ProblemMessage) = (null, null);
        Finish(row, VisitState.Done, changed: true);
    }, cancel);

    public async Task DiscoverAsync(Lease lease, IReadOnlyList<Link> links, CancellationToken cancel = default) =>
        await ChangeAsync(lease, (context, _) => AddAsync(context, lease, links, cancel), cancel);

    private async Task AddAsync(LedgerContext context, Lease lease, IReadOnlyList<Link> links, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        foreach (var batch in links.DistinctBy(x => (x.Address.AbsoluteUri, x.List)).Chunk(Batch))
        {
            var addresses = batch.Select(x => x.Address.AbsoluteUri).ToList();
            var known = (await context.Frontier.Where(x => addresses.Contains(x.Address) && (x.ListOf == "" || x.ListOf == lease.Source)).ToListAsync(cancel))
                .ToDictionary(x => (x.Address, x.ListOf.Length > 0));
            foreach (var link in batch)
            {
                var level = link.List && lease.List ? lease.Depth + 1 : 0;
                if (level >= ListLevels) continue;
                if (!known.TryGetValue((link.Address.AbsoluteUri, link.List), out var row))
                {
                    row = RowOf(lease.Source, link.Address, link.List ? lease.Source : "", now);
                    // Of a list its level, of a page the links from its list.
                    row.Depth = link.List ? level : lease.List ? 1 : lease.Depth + 1;
                    context.Frontier.Add(row);
                    continue;
                }
                if (row.Owner is not null) continue;
                // A page that another source found and has not come to yet is taken over: that source may be paused.
                if (row.State == VisitState.Discovered) row.Source = lease.Source;
                // Most lists tell the day alone: one that was changed after it was visited on that day bears the same.
                var isDue = link.List ? !(link.Modified + TimeSpan.FromDays(1) <= row.VisitedAt) : link.Modified > row.VisitedAt;
                if (!isDue || row.State is not (VisitState.Done or VisitState.Refused)) continue;
                (row.State, row.DueAt, row.Source) = (VisitState.Due, now, lease.Source);
            }
            await context.SaveChangesAsync(cancel);
        }
    }
}
