using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>A commitment in a list.</summary>
/// <param name="Worth">Its largest amount in euros by rough rates.</param>
public sealed record CommitmentSummary(
    string Id, string DocumentId, string Quote, Act Act, double ActScore, Force? Force, IReadOnlyList<Pillar> Pillars, IReadOnlyList<string> Pledgers,
    IReadOnlyList<string> Beneficiaries, IReadOnlyList<Money> Amounts, string? Title, DateOnly? Published, string Source, bool Invented,
    Origin Origin, ReviewState State, bool Corrected);

/// <summary>What a list is sorted by.</summary>
public enum CommitmentSort { Found, Published, Oldest, Uncertain, Money }

/// <summary>A page of a list and how long the whole list is.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Rows, int Total);

public sealed partial class Ledger
{
    /// <summary>The commitments that a filter lets through; sentences that commit nobody are never among them.</summary>
    public async Task<Listing<CommitmentSummary>> ListAsync(CommitmentFilter filter, CommitmentSort sort, int skip, int take, CancellationToken cancel = default)
    {
        await using var context = _open();
        var rows = context.Select(filter).AsNoTracking().Where(x => x.Act != Act.None);
        var total = await rows.CountAsync(cancel);
        var page = await Sorted(rows, sort).Skip(skip).Take(take).Include(x => x.Document).ToListAsync(cancel);
        return new([.. await SummariesAsync(context, page, cancel)], total);
    }

    /// <summary>Every pledger code that a commitment has, for a filter to offer.</summary>
    public async Task<IReadOnlyList<string>> PledgersAsync(CancellationToken cancel = default)
    {
        await using var context = _open();
        var sets = await context.Commitments.Where(x => x.Act != Act.None).Select(x => x.Pledgers).Distinct().ToListAsync(cancel);
        return [.. sets.SelectMany(x => x.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Every source that a commitment came from.</summary>
    public async Task<IReadOnlyList<string>> SourceNamesAsync(CancellationToken cancel = default)
    {
        await using var context = _open();
        return await context.Commitments.Select(x => x.Source).Distinct().Order().ToListAsync(cancel);
    }

    private static IQueryable<CommitmentRow> Sorted(IQueryable<CommitmentRow> rows, CommitmentSort sort) => sort switch
    {
        CommitmentSort.Published => rows.OrderByDescending(x => x.Published).ThenBy(x => x.Number),
        CommitmentSort.Oldest => rows.OrderBy(x => x.Published).ThenBy(x => x.Number),
        CommitmentSort.Uncertain => rows.OrderBy(x => x.ActScore).ThenBy(x => x.Number),
        CommitmentSort.Money => rows.OrderByDescending(x => x.Worth).ThenBy(x => x.Number),
        _ => rows.OrderByDescending(x => x.FoundAt).ThenBy(x => x.Number),
    };

    private static async Task<IEnumerable<CommitmentSummary>> SummariesAsync(LedgerContext context, List<CommitmentRow> rows, CancellationToken cancel)
    {
        var ids = rows.Where(x => x.Worth is not null).Select(x => x.Id).ToList();
        var amounts = (await context.Judgements.AsNoTracking().Where(x => ids.Contains(x.CommitmentId)).OrderBy(x => x.Id).Select(x => new { x.CommitmentId, x.Content }).ToListAsync(cancel))
            .GroupBy(x => x.CommitmentId).ToDictionary(x => x.Key, x => x.Last().Content.Deed.Amounts);
        return rows.Select(x => new CommitmentSummary(
            x.Id, x.DocumentId, x.Span.Of(x.Document!.Text), x.Act, x.ActScore, x.Force, Bits.In<Pillar>(x.Pillars), CodesIn(x.Pledgers), CodesIn(x.Beneficiaries),
            [.. amounts.GetValueOrDefault(x.Id, []).Select(a => a.Value).Distinct()], x.Document.Title, x.Published, x.Source, x.Invented, x.Origin, x.State, x.Corrected));
    }

    private static string[] CodesIn(string set) => set.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
