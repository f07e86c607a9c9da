using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>A commitment as it stood when a bulk decision was previewed.</summary>
public sealed record BulkItem(string Id, int Revision);

/// <summary>What a bulk decision would decide: exactly these, and nothing that is found later.</summary>
/// <param name="First">A few of them to look at.</param>
/// <param name="LeftOut">How many more the filter lets through: decided already, before somebody else, or beyond the limit.</param>
public sealed record BulkPreview(IReadOnlyList<BulkItem> Items, IReadOnlyList<CommitmentSummary> First, int LeftOut);

/// <summary>What a bulk decision came to.</summary>
/// <param name="PassedOver">Commitments that somebody decided or took up in the meantime; they were not touched.</param>
public sealed record BulkResult(int Done, int PassedOver);

public sealed partial class Ledger
{
    /// <summary>The most that one bulk decision takes: about a second of writing, during which others wait.</summary>
    public const int BulkLimit = 2000;

    private const int BulkChunk = 500;

    /// <summary>Shows what a bulk decision over a filter would decide.</summary>
    public async Task<BulkPreview> PreviewAsync(CommitmentFilter filter, string analyst, CancellationToken cancel = default)
    {
        await using var context = _open();
        var now = _clock.GetUtcNow();
        var rows = context.Select(filter).AsNoTracking().Where(x => x.Act != Act.None);
        var waiting = WaitingFor(analyst, QueueOrder.Newest, rows).Where(x => !context.Leases.Any(l => l.CommitmentId == x.Id && l.Analyst != analyst && l.Until > now));
        var items = await InOrder(waiting, QueueOrder.Newest).Take(BulkLimit).Select(x => new BulkItem(x.Id, x.Revision)).ToListAsync(cancel);
        var first = await InOrder(waiting, QueueOrder.Newest).Take(5).Include(x => x.Document).ToListAsync(cancel);
        return new(items, [.. await SummariesAsync(context, first, cancel)], await rows.CountAsync(cancel) - items.Count);
    }

    /// <summary>Decides all items of a preview as one batch, or none.</summary>
    /// <param name="verdict">With its batch; annotations are filled in with what the models judged.</param>
    public Task<BulkResult> DecideAsync(IReadOnlyList<BulkItem> items, Verdict verdict, CancellationToken cancel = default) =>
        InChunksAsync(items, (context, row, revision, log, judged, lease) =>
        {
            var whole = verdict with { Annotation = verdict.Decision == Decision.Accept ? judged : null };
            if (ObjectionTo(whole, row, log, revision, lease) is not null) return false;
            Append(context, row, log, whole, Guid.NewGuid(), judged);
            return true;
        }, cancel);

    /// <summary>Takes a whole batch back, but for what somebody decided anew since.</summary>
    public async Task<BulkResult> WithdrawAsync(Guid batch, string analyst, CancellationToken cancel = default)
    {
        List<BulkItem> items;
        await using (var context = _open())
        {
            items = [.. (await context.Verdicts.Where(x => x.Batch == batch && !x.Withdrawn && x.Analyst == analyst).Select(x => x.CommitmentId).ToListAsync(cancel)).Select(x => new BulkItem(x, 0))];
        }
        return await InChunksAsync(items, (context, row, _, log, judged, _) =>
        {
            if (log[^1].Batch != batch || log[^1].Withdrawn) return false;
            Append(context, row, log, log[^1] with { Withdrawn = true, At = _clock.GetUtcNow() }, Guid.NewGuid(), judged);
            return true;
        }, cancel);
    }

    private Task<BulkResult> InChunksAsync(
        IReadOnlyList<BulkItem> items, Func<LedgerContext, CommitmentRow, int, List<Verdict>, Annotation?, LeaseRow?, bool> act, CancellationToken cancel) =>
        WriteAsync(async context =>
        {
            var done = 0;
            foreach (var chunk in items.Chunk(BulkChunk))
            {
                var revisions = chunk.ToDictionary(x => x.Id, x => x.Revision);
                var ids = revisions.Keys.ToList();
                var rows = await context.Commitments.Where(x => ids.Contains(x.Id)).ToListAsync(cancel);
                var logs = (await context.Verdicts.AsNoTracking().Where(x => ids.Contains(x.CommitmentId)).OrderBy(x => x.Id).ToListAsync(cancel)).ToLookup(x => x.CommitmentId, x => x.ToVerdict());
                var judged = (await context.Judgements.AsNoTracking().Where(x => ids.Contains(x.CommitmentId)).OrderBy(x => x.Id).ToListAsync(cancel)).ToLookup(x => x.CommitmentId, x => x.Content);
                var leases = await context.Leases.AsNoTracking().Where(x => ids.Contains(x.CommitmentId)).ToDictionaryAsync(x => x.CommitmentId, cancel);
                foreach (var row in rows)
                {
                    var content = judged[row.Id].LastOrDefault();
                    if (act(context, row, revisions[row.Id], [.. logs[row.Id]], content is null ? null : Annotation.Of(content), leases.GetValueOrDefault(row.Id))) done++;
                }
                await context.SaveChangesAsync(cancel);
                context.ChangeTracker.Clear();
            }
            return new BulkResult(done, items.Count - done);
        }, cancel);
}
