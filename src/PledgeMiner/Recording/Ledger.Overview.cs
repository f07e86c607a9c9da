using Microsoft.EntityFrameworkCore;

namespace PledgeMiner.Recording;

/// <summary>What was found of a pillar, by what people have said of it so far.</summary>
public sealed record PillarCount(Pillar Pillar, int Automatic, int Accepted, int Rejected);

/// <summary>The end of a day: what had come in and what had been decided.</summary>
/// <param name="Open">What waited at its end.</param>
public sealed record QueueDay(DateOnly Day, int Found, int Decided, int Open);

public sealed partial class Ledger
{
    /// <summary>How the queue went over the last days, oldest first.</summary>
    public async Task<IReadOnlyList<QueueDay>> BurnDownAsync(int days, CancellationToken cancel = default)
    {
        await using var context = _open();
        var today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        var ends = new List<(DateOnly Day, int Found, int Decided)>();
        for (var back = days; back >= 0; back--)
        {
            var end = new DateTimeOffset(today.AddDays(1 - back), TimeOnly.MinValue, TimeSpan.Zero);
            ends.Add((today.AddDays(-back),
                await context.Commitments.CountAsync(x => x.FoundAt < end && x.Act != Act.None, cancel),
                await context.Commitments.CountAsync(x => x.DecidedAt < end && x.Act != Act.None, cancel)));
        }
        return [.. ends.Zip(ends.Skip(1), (before, x) => new QueueDay(x.Day, x.Found - before.Found, x.Decided - before.Decided, x.Found - x.Decided))];
    }

    /// <summary>What was found since a time, by pillar; a commitment with two pillars counts in both.</summary>
    public async Task<IReadOnlyList<PillarCount>> PillarsAsync(DateTimeOffset since, CancellationToken cancel = default)
    {
        await using var context = _open();
        var groups = await context.Commitments.Where(x => x.FoundAt >= since && x.Act != Act.None).GroupBy(x => new { x.Pillars, x.State })
            .Select(x => new { x.Key.Pillars, x.Key.State, Count = x.Count() }).ToListAsync(cancel);
        int Of(Pillar pillar, Func<ReviewState, bool> state) => groups.Where(x => (x.Pillars & Schema.Bits.Of(pillar)) != 0 && state(x.State)).Sum(x => x.Count);
        return [.. Labels.All<Pillar>().Select(x => new PillarCount(x,
            Of(x, s => s is not (ReviewState.Accepted or ReviewState.Rejected)), Of(x, s => s == ReviewState.Accepted), Of(x, s => s == ReviewState.Rejected)))];
    }

    /// <summary>Each source's latest run, by name.</summary>
    public async Task<IReadOnlyList<Run>> LatestRunsAsync(CancellationToken cancel = default)
    {
        await using var context = _open();
        var latest = context.Runs.Where(x => !x.Source.StartsWith(Ingest)).GroupBy(x => x.Source).Select(x => x.Max(r => r.Id));
        var rows = await context.Runs.AsNoTracking().Where(x => latest.Contains(x.Id)).OrderBy(x => x.Source).ToListAsync(cancel);
        return [.. rows.Select(x => x.ToRun())];
    }
}
