using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>What comes first in a queue.</summary>
public enum QueueOrder
{
    Newest,
    Uncertain,
    Money,

    /// <summary>Sentences judged none, drawn at random.</summary>
    Sample,

    /// <summary>Opinions that differ, for somebody who gave neither.</summary>
    Disputed,
}

/// <summary>What an analyst works through: an order, within what a filter lets through.</summary>
public sealed record Worklist(QueueOrder Order, CommitmentFilter Filter);

public sealed partial class Ledger
{
    /// <summary>How long an item stays with whoever was given it: longer than anybody thinks about one, short enough for the day's work.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(15);

    /// <summary>Gives an analyst the first waiting commitment of a queue that nobody else has before them and that they have not judged.</summary>
    /// <param name="except">Ids to pass over: what the analyst has on the screen or has skipped.</param>
    public async Task<ReviewItem?> ClaimAsync(string analyst, Worklist queue, IReadOnlyCollection<string> except, CancellationToken cancel = default)
    {
        var passed = except.ToList();
        var id = await WriteAsync(async context =>
        {
            var now = _clock.GetUtcNow();
            var waiting = WaitingFor(analyst, queue.Order, context.Select(queue.Filter))
                .Where(x => !passed.Contains(x.Id) && !context.Leases.Any(l => l.CommitmentId == x.Id && l.Analyst != analyst && l.Until > now));
            var first = await InOrder(waiting, queue.Order).Select(x => x.Id).FirstOrDefaultAsync(cancel);
            if (first is not null) await LeaseAsync(context, first, analyst, cancel);
            return first;
        }, cancel);
        return id is null ? null : await FindAsync(id, analyst, cancel);
    }

    /// <summary>Gives an analyst one commitment, be it decided or not.</summary>
    /// <returns>The problem where somebody else has it before them.</returns>
    public async Task<Outcome<ReviewItem>> ClaimAsync(string analyst, string id, CancellationToken cancel = default)
    {
        var holder = await WriteAsync(async context =>
        {
            var now = _clock.GetUtcNow();
            var other = await context.Leases.Where(x => x.CommitmentId == id && x.Analyst != analyst && x.Until > now).Select(x => x.Analyst).FirstOrDefaultAsync(cancel);
            if (other is null && await context.Commitments.AnyAsync(x => x.Id == id, cancel)) await LeaseAsync(context, id, analyst, cancel);
            return other;
        }, cancel);
        if (holder is not null) return new Problem(ProblemKind.Conflict, $"{holder} is looking at this commitment now: come back to it later.");
        return await FindAsync(id, analyst, cancel) is { } item ? item : new Problem(ProblemKind.NotFound, "There is no such commitment: it was removed with its page.");
    }

    /// <summary>Gives back what an analyst did not decide.</summary>
    public Task ReleaseAsync(string analyst, IReadOnlyCollection<string> ids, CancellationToken cancel = default) =>
        WriteAsync(context => context.Leases.Where(x => x.Analyst == analyst && ids.ToList().Contains(x.CommitmentId)).ExecuteDeleteAsync(cancel), cancel);

    private async Task LeaseAsync(LedgerContext context, string id, string analyst, CancellationToken cancel)
    {
        var until = _clock.GetUtcNow() + LeaseTime;
        var lease = await context.Leases.FirstOrDefaultAsync(x => x.CommitmentId == id, cancel);
        if (lease is null) context.Leases.Add(new LeaseRow { CommitmentId = id, Analyst = analyst, Until = until });
        else (lease.Analyst, lease.Until) = (analyst, until);
    }

    private static IQueryable<CommitmentRow> WaitingFor(string analyst, QueueOrder order, IQueryable<CommitmentRow> rows) => order switch
    {
        QueueOrder.Disputed => rows.Where(x => x.State == ReviewState.Disputed && !x.Verdicts.Any(v => v.Analyst == analyst)),
        QueueOrder.Sample => rows.Where(x => x.Open && x.Origin == Origin.Sampled && (x.FirstBy == null || x.FirstBy != analyst)),
        _ => rows.Where(x => x.Open && x.Origin == Origin.Found && (x.FirstBy == null || x.FirstBy != analyst)),
    };

    private static IQueryable<CommitmentRow> InOrder(IQueryable<CommitmentRow> rows, QueueOrder order) => order switch
    {
        QueueOrder.Uncertain => rows.OrderBy(x => x.ActScore).ThenBy(x => x.Id),
        QueueOrder.Money => rows.OrderByDescending(x => x.Worth).ThenByDescending(x => x.FoundAt).ThenBy(x => x.Id),
        QueueOrder.Sample => rows.OrderBy(x => x.Draw).ThenBy(x => x.Id),
        // Within a night's find the order of reading: a document's commitments follow each other.
        _ => rows.OrderByDescending(x => x.FoundAt).ThenBy(x => x.Number),
    };
}
