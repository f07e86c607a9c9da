using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>A commitment as an analyst sees it: in its document, with its latest judgement and the verdict in force.</summary>
/// <param name="PageId">The stored page that is the evidence.</param>
/// <param name="Address">Where that page was found.</param>
/// <param name="Verdict">Null while nobody has decided.</param>
public sealed record ReviewItem(
    string Id, Document Document, Commitment Commitment, string ModelVersion, long PageId, Uri Address,
    DateTimeOffset FetchedAt, bool Invented, Verdict? Verdict);

/// <summary>A commitment in a list.</summary>
public sealed record CommitmentSummary(
    string Id, string Quote, Act Act, double ActScore, Force? Force, IReadOnlyList<Pillar> Pillars,
    IReadOnlyList<string> Pledgers, string? Title, DateOnly? Published, bool Invented, Decision? Decision);

/// <summary>How many commitments wait, and how many were accepted and rejected.</summary>
public sealed record Tally(int Waiting, int Accepted, int Rejected);

public sealed partial class Ledger
{
    /// <summary>The waiting commitment to look at first: what was found last, and within that the least certain.</summary>
    /// <param name="except">Ids to pass over: what the analyst has just skipped.</param>
    public async Task<ReviewItem?> NextAsync(IReadOnlyCollection<string> except, CancellationToken cancel = default)
    {
        await using var context = _open();
        var passed = except.ToList();
        var id = await Current(context)
            .Where(x => x.Decision == null && !passed.Contains(x.Judgement.CommitmentId))
            .OrderByDescending(x => x.Judgement.Commitment!.FoundAt).ThenBy(x => x.Judgement.ActScore).ThenBy(x => x.Judgement.CommitmentId)
            .Select(x => x.Judgement.CommitmentId).FirstOrDefaultAsync(cancel);
        return id is null ? null : await FindAsync(id, cancel);
    }

    /// <summary>One commitment by its id, or null.</summary>
    public async Task<ReviewItem?> FindAsync(string id, CancellationToken cancel = default)
    {
        await using var context = _open();
        var row = await context.Commitments.AsNoTracking().Include(x => x.Document).Include(x => x.Verdicts)
            .FirstOrDefaultAsync(x => x.Id == id, cancel);
        if (row is null) return null;
        var judgement = await context.Judgements.AsNoTracking().Where(x => x.CommitmentId == id).OrderByDescending(x => x.Id).FirstAsync(cancel);
        var page = await context.Pages.AsNoTracking().Where(x => x.DocumentId == row.DocumentId).OrderBy(x => x.Id).FirstAsync(cancel);
        return new ReviewItem(id, row.Document!.ToDocument(), judgement.Content, judgement.ModelVersion, page.Id, new Uri(page.Address),
            page.FetchedAt, page.Invented, row.Verdicts.OrderBy(x => x.Id).LastOrDefault() is { Withdrawn: false } last ? last.ToVerdict() : null);
    }

    /// <summary>Commitments, newest first, from the given place on.</summary>
    public async Task<IReadOnlyList<CommitmentSummary>> ListAsync(int skip, int take, CancellationToken cancel = default)
    {
        await using var context = _open();
        var rows = await Current(context)
            .OrderByDescending(x => x.Judgement.Commitment!.FoundAt).ThenBy(x => x.Judgement.CommitmentId)
            .Skip(skip).Take(take)
            .Select(x => new
            {
                x.Judgement.CommitmentId,
                x.Judgement.Content,
                x.Judgement.Commitment!.Document!.Text,
                x.Judgement.Commitment.Document.Title,
                x.Judgement.Commitment.Document.Published,
                Invented = context.Pages.Where(p => p.DocumentId == x.Judgement.Commitment.DocumentId).All(p => p.Invented),
                x.Decision,
            }).ToListAsync(cancel);
        return [.. rows.Select(x => new CommitmentSummary(
            x.CommitmentId, x.Content.Deed.Span.Of(x.Text), x.Content.Judgement.Act.Label, x.Content.Judgement.Act.Score,
            x.Content.Judgement.Force?.Label, [.. x.Content.Judgement.Pillars.Select(p => p.Label)],
            [.. x.Content.Deed.Pledgers.Select(p => p.Code).Distinct()], x.Title, x.Published, x.Invented, x.Decision))];
    }

    /// <summary>What waits and what is done.</summary>
    public async Task<Tally> TallyAsync(CancellationToken cancel = default)
    {
        await using var context = _open();
        var counts = await Current(context).GroupBy(x => x.Decision).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(cancel);
        int Of(Decision? decision) => counts.Where(x => x.Key == decision).Sum(x => x.Count);
        return new(Of(null), Of(Decision.Accept), Of(Decision.Reject));
    }

    /// <summary>Appends a verdict. The same request twice is recorded once.</summary>
    /// <returns>False where no such commitment is kept.</returns>
    public async Task<bool> DecideAsync(string commitmentId, Verdict verdict, Guid requestId, CancellationToken cancel = default)
    {
        await using var context = _open();
        if (!await context.Commitments.AnyAsync(x => x.Id == commitmentId, cancel)) return false;
        if (await context.Verdicts.AnyAsync(x => x.RequestId == requestId, cancel)) return true;
        context.Verdicts.Add(new VerdictRow
        {
            RequestId = requestId,
            CommitmentId = commitmentId,
            Decision = verdict.Decision,
            Withdrawn = verdict.Withdrawn,
            Analyst = verdict.Analyst,
            At = verdict.At,
            Comment = verdict.Comment,
        });
        await context.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Each commitment's latest judgement with the decision in force.</summary>
    private static IQueryable<CurrentRow> Current(LedgerContext context) =>
        context.Judgements.AsNoTracking()
            .Where(x => x.Id == context.Judgements.Where(y => y.CommitmentId == x.CommitmentId).Max(y => y.Id))
            .Select(x => new CurrentRow
            {
                Judgement = x,
                Decision = context.Verdicts.Where(v => v.CommitmentId == x.CommitmentId)
                    .OrderByDescending(v => v.Id).Take(1).Select(v => v.Withdrawn ? (Decision?)null : v.Decision).FirstOrDefault(),
            });

    private sealed class CurrentRow
    {
        public required JudgementRow Judgement { get; init; }
        public Decision? Decision { get; init; }
    }
}
