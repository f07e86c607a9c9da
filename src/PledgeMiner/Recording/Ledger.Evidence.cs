using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace PledgeMiner.Recording;

public sealed partial class Ledger : IPageMemory
{
    /// <summary>The stored pages in the order of their arrival, one at a time; a damaged one is a problem.</summary>
    /// <param name="source">Only this source's; null for every source but the invented sample, which is no evidence.</param>
    /// <param name="from">The first day of fetching, in UTC.</param>
    /// <param name="to">The last day of fetching, included.</param>
    public async IAsyncEnumerable<Outcome<ArchivedPage>> PagesAsync(
        string? source, DateOnly? from, DateOnly? to, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var context = _open();
        var rows = context.Pages.AsNoTracking().Where(x => source == null ? !x.Invented : x.Source == source);
        if (from is { } first)
        {
            var since = StartOf(first);
            rows = rows.Where(x => x.FetchedAt >= since);
        }
        if (to is { } last && last < DateOnly.MaxValue)
        {
            var until = StartOf(last.AddDays(1));
            rows = rows.Where(x => x.FetchedAt < until);
        }
        foreach (var id in await rows.OrderBy(x => x.Id).Select(x => x.Id).ToListAsync(cancel)) yield return await ArchivedAsync(context, id, cancel);
    }

    public async Task<Page?> FindPageAsync(Uri address, DateTimeOffset? at, CancellationToken cancel = default)
    {
        await using var context = _open();
        var rows = context.Pages.AsNoTracking().Where(x => x.Address == address.AbsoluteUri);
        var row = await rows.Where(x => at == null || x.FetchedAt <= at).OrderByDescending(x => x.FetchedAt).Select(x => (long?)x.Id).FirstOrDefaultAsync(cancel)
            ?? await rows.OrderBy(x => x.FetchedAt).Select(x => (long?)x.Id).FirstOrDefaultAsync(cancel);
        return row is { } id ? (await PageAsync(id, cancel))?.Page : null;
    }

    private async Task<Outcome<ArchivedPage>> ArchivedAsync(LedgerContext context, long id, CancellationToken cancel)
    {
        try
        {
            if (await PageAsync(id, cancel) is not { } stored) return new Problem(ProblemKind.NotFound, $"The stored page {id} has lost its body: `verify` says what else is wrong.");
            var known = await context.Documents.AsNoTracking().Where(x => x.Id == stored.DocumentId)
                .Select(x => new Particulars(x.Title, x.Published, x.Publisher)).FirstOrDefaultAsync(cancel);
            return new ArchivedPage(stored.Page, known ?? Particulars.None, stored.Source, stored.DocumentId, stored.Invented);
        }
        catch (InvalidDataException e)
        {
            return new Problem(ProblemKind.Damaged, $"{e.Message.TrimEnd('.')}: it is left out; `verify` says what else is wrong.");
        }
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
