using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>What a decision led to.</summary>
/// <param name="Revision">How many verdicts the commitment has now.</param>
public sealed record Decided(ReviewState State, int Revision);

/// <summary>A decision that can still be taken back.</summary>
public sealed record Undoable(string CommitmentId, Verdict Verdict, int Revision);

public sealed partial class Ledger
{
    /// <summary>How far back an undo looks; who wants to go further finds the commitment in the lists.</summary>
    private const int UndoDepth = 200;

    /// <summary>Appends a verdict. The same request twice is recorded once.</summary>
    /// <param name="revision">How many verdicts the analyst had seen: if there are more, somebody was faster, and nothing is recorded.</param>
    public Task<Outcome<Decided>> DecideAsync(string commitmentId, Verdict verdict, Guid requestId, int revision, CancellationToken cancel = default) =>
        WriteAsync(async context =>
        {
            var row = await context.Commitments.FirstOrDefaultAsync(x => x.Id == commitmentId, cancel);
            if (row is null) return new Problem(ProblemKind.NotFound, "This commitment is not in the ledger any more: go on with the next.");
            if (await context.Verdicts.AnyAsync(x => x.RequestId == requestId, cancel)) return new Decided(row.State, row.Revision);
            var log = await LogAsync(context, commitmentId, cancel);
            var lease = await context.Leases.FirstOrDefaultAsync(x => x.CommitmentId == commitmentId, cancel);
            if (ObjectionTo(verdict, row, log, revision, lease) is { } objection) return objection;
            await AppendAsync(context, row, log, verdict, requestId, cancel);
            if (lease is not null) context.Leases.Remove(lease);
            return (Outcome<Decided>)new Decided(row.State, row.Revision);
        }, cancel);

    /// <summary>An analyst's latest single decision that nobody has decided on since, or null.</summary>
    public async Task<Undoable?> LastDecisionAsync(string analyst, CancellationToken cancel = default)
    {
        await using var context = _open();
        var mine = await context.Verdicts.AsNoTracking().Where(x => x.Analyst == analyst).OrderByDescending(x => x.Id).Take(UndoDepth).Include(x => x.Commitment).ToListAsync(cancel);
        foreach (var row in mine.Where(x => !x.Withdrawn && x.Batch is null))
        {
            if (await context.Verdicts.Where(x => x.CommitmentId == row.CommitmentId).MaxAsync(x => x.Id, cancel) == row.Id)
                return new(row.CommitmentId, row.ToVerdict(), row.Commitment!.Revision);
        }
        return null;
    }

    /// <summary>Why a verdict cannot be appended, or null.</summary>
    private Problem? ObjectionTo(Verdict verdict, CommitmentRow row, List<Verdict> log, int revision, LeaseRow? lease)
    {
        if (row.Revision != revision)
        {
            // One of two opinions is blind: that somebody gave it may be told, what it says may not.
            var last = log[^1];
            var what = row.State == ReviewState.HalfRead ? "gave an opinion" : last.Withdrawn ? "took a decision back" : last.Decision == Decision.Accept ? "accepted it" : "rejected it";
            return new(ProblemKind.Conflict, $"{last.Analyst} {what} in the meantime, at {last.At:HH:mm} UTC: nothing was changed, look at it again.");
        }
        if (lease is not null && lease.Analyst != verdict.Analyst && lease.Until > _clock.GetUtcNow())
            return new(ProblemKind.Conflict, $"{lease.Analyst} is looking at this commitment now: nothing was changed, go on with the next.");
        if (verdict.Withdrawn && !(log.Count > 0 && log[^1] is { Withdrawn: false } mine && mine.Analyst == verdict.Analyst))
            return new(ProblemKind.Conflict, "The last decision on this commitment is not yours to take back: decide it anew instead.");
        if (verdict.Capacity == Capacity.Settlement && !verdict.Withdrawn && log.Exists(x => x.Analyst == verdict.Analyst && x.Capacity == Capacity.Opinion))
            return new(ProblemKind.Conflict, "You gave one of the opinions yourself: somebody else has to settle it.");
        return null;
    }

    private static async Task<List<Verdict>> LogAsync(LedgerContext context, string commitmentId, CancellationToken cancel) =>
        [.. (await context.Verdicts.AsNoTracking().Where(x => x.CommitmentId == commitmentId).OrderBy(x => x.Id).ToListAsync(cancel)).Select(x => x.ToVerdict())];

    private static async Task AppendAsync(LedgerContext context, CommitmentRow row, List<Verdict> log, Verdict verdict, Guid requestId, CancellationToken cancel)
    {
        var judged = await context.Judgements.AsNoTracking().Where(x => x.CommitmentId == row.Id).OrderByDescending(x => x.Id).Select(x => x.Content).FirstOrDefaultAsync(cancel);
        Append(context, row, log, verdict, requestId, judged is null ? null : Annotation.Of(judged));
    }

    private static void Append(LedgerContext context, CommitmentRow row, List<Verdict> log, Verdict verdict, Guid requestId, Annotation? judged)
    {
        context.Verdicts.Add(VerdictRow.Of(row.Id, verdict, requestId));
        log.Add(verdict);
        Settle(row, log, judged);
    }

    /// <summary>Brings the columns that lists read in line with the verdicts.</summary>
    private static void Settle(CommitmentRow row, List<Verdict> log, Annotation? judged)
    {
        var standing = Standing.Of(log, row.Wanted);
        row.Revision = log.Count;
        (row.State, row.Open) = (standing.State, standing.IsOpen);
        // An addition that was taken back is nothing that the models ever said, and waits for nobody.
        if (row.Origin == Origin.Added && standing.Opinions.Count == 0) (row.State, row.Open) = (ReviewState.Rejected, false);
        row.FirstBy = standing.State == ReviewState.HalfRead ? standing.Opinions[0].Analyst : null;
        row.DecidedAt = standing.Verdict?.At;
        row.Corrected = standing.Verdict?.Corrected ?? false;
        if ((standing.Verdict?.Annotation ?? judged) is { } said) row.Describe(said, row.ActScore);
    }
}
