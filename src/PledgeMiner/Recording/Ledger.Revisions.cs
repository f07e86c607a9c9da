using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>An alarm as it is shown.</summary>
/// <param name="PageId">The stored page of the later revision.</param>
public sealed record Alarm(long Id, Softening Softening, Uri Address, string Source, long PageId, DateTimeOffset RaisedAt);

public sealed partial class Ledger
{
    /// <summary>The commitments that the last revision before a page held; empty where there was none.</summary>
    public async Task<IReadOnlyList<HeldCommitment>> HeldAsync(Page page, CancellationToken cancel = default)
    {
        await using var context = _open();
        var address = page.Address.AbsoluteUri;
        var before = await context.Revisions.AsNoTracking().Where(x => x.Address == address && x.Page!.BodyHash != page.Hash && x.Page.DocumentId != null)
            .OrderByDescending(x => x.Id).Select(x => x.Page!.Document).FirstOrDefaultAsync(cancel);
        if (before is null) return [];
        // A sentence that did not change between revisions is kept with the first of them.
        var documents = context.Pages.Where(x => x.Address == address && x.DocumentId != null).Select(x => x.DocumentId!);
        var held = await context.Judgements.AsNoTracking().Include(x => x.Commitment).ThenInclude(x => x!.Document)
            .Where(x => documents.Contains(x.Commitment!.DocumentId) && x.Id == context.Judgements.Where(y => y.CommitmentId == x.CommitmentId).Max(y => y.Id)).ToListAsync(cancel);
        return [.. held.Where(x => x.Act != Act.None).Select(x => new HeldCommitment(x.CommitmentId, x.Content.Deed.Span.Of(x.Commitment!.Document!.Text), x.Content))
            .Where(x => before.Text.Contains(x.Quote, StringComparison.Ordinal))];
    }

    /// <summary>Keeps alarms about a page's revision; the same one twice is kept once.</summary>
    public async Task AlarmAsync(Page page, IReadOnlyList<Softening> softenings, CancellationToken cancel = default)
    {
        if (softenings.Count == 0) return;
        await using var context = _open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var id = await context.Pages.Where(x => x.Address == page.Address.AbsoluteUri && x.BodyHash == page.Hash).Select(x => x.Id).FirstAsync(cancel);
        var known = await context.Alarms.Where(x => x.PageId == id).Select(x => x.CommitmentId).ToHashSetAsync(cancel);
        foreach (var softening in softenings.Where(x => known.Add(x.CommitmentId)))
        {
            context.Alarms.Add(new AlarmRow
            {
                CommitmentId = softening.CommitmentId,
                PageId = id,
                Kind = softening.Kind,
                Before = softening.Before,
                After = softening.After,
                RaisedAt = _clock.GetUtcNow(),
            });
        }
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Alarms, latest first.</summary>
    public async Task<IReadOnlyList<Alarm>> AlarmsAsync(int take, CancellationToken cancel = default)
    {
        await using var context = _open();
        var rows = await context.Alarms.AsNoTracking().Include(x => x.Page).OrderByDescending(x => x.Id).Take(take).ToListAsync(cancel);
        return [.. rows.Select(x => new Alarm(x.Id, new Softening(x.CommitmentId, x.Kind, x.Before, x.After), new Uri(x.Page!.Address), x.Page.Source, x.PageId, x.RaisedAt))];
    }

    /// <summary>The stored pages of an address in the order in which it gave them.</summary>
    public async Task<IReadOnlyList<long>> RevisionsAsync(Uri address, CancellationToken cancel = default)
    {
        await using var context = _open();
        return await context.Revisions.Where(x => x.Address == address.AbsoluteUri).OrderBy(x => x.Id).Select(x => x.PageId).ToListAsync(cancel);
    }
}
