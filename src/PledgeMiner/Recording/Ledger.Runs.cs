using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>A stored page with its bytes: the evidence.</summary>
public sealed record StoredPage(long Id, string Source, Page Page, string? DocumentId, Problem? Problem, bool Invented);

public sealed partial class Ledger
{
    /// <summary>Opens a run's row.</summary>
    public async Task<long> StartRunAsync(Source source, CancellationToken cancel = default)
    {
        await using var context = _open();
        var row = new RunRow { Source = source.Name, StartedAt = _clock.GetUtcNow() };
        context.Runs.Add(row);
        await context.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>Closes a run's row with its figures.</summary>
    public async Task FinishRunAsync(long id, int seen, int @new, int refused, int commitments, CancellationToken cancel = default)
    {
        await using var context = _open();
        var now = _clock.GetUtcNow();
        await context.Runs.Where(x => x.Id == id).ExecuteUpdateAsync(x => x
            .SetProperty(r => r.FinishedAt, now).SetProperty(r => r.Seen, seen).SetProperty(r => r.New, @new)
            .SetProperty(r => r.Refused, refused).SetProperty(r => r.Commitments, commitments), cancel);
    }

    /// <summary>Whether any run of a source has come to its end.</summary>
    public async Task<bool> HasFinishedRunAsync(string source, CancellationToken cancel = default)
    {
        await using var context = _open();
        return await context.Runs.AnyAsync(x => x.Source == source && x.FinishedAt != null, cancel);
    }

    /// <summary>Runs, latest first.</summary>
    public async Task<IReadOnlyList<Run>> RunsAsync(int take, CancellationToken cancel = default)
    {
        await using var context = _open();
        var rows = await context.Runs.AsNoTracking().OrderByDescending(x => x.Id).Take(take).ToListAsync(cancel);
        return [.. rows.Select(x => x.ToRun())];
    }

    /// <summary>A stored page by its id, its bytes checked against their hash, or null.</summary>
    public async Task<StoredPage?> PageAsync(long id, CancellationToken cancel = default)
    {
        await using var context = _open();
        var row = await context.Pages.AsNoTracking().Include(x => x.Body).FirstOrDefaultAsync(x => x.Id == id, cancel);
        if (row is null) return null;
        var page = new Page(new Uri(row.Address), BytesOf(row.Body!), row.ContentType, row.Headers, row.FetchedAt);
        if (page.Hash != row.BodyHash) throw new InvalidDataException($"The stored page {id} does not have its hash {row.BodyHash} any more.");
        return new StoredPage(id, row.Source, page, row.DocumentId,
            row.Problem is { } kind ? new Problem(kind, row.ProblemMessage ?? "") : null, row.Invented);
    }

    /// <summary>Removes a source's pages and every document, commitment and verdict that nothing else carries.</summary>
    /// <returns>How many pages went.</returns>
    public async Task<int> RemoveAsync(string source, CancellationToken cancel = default)
    {
        await using var context = _open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var removed = await context.Pages.Where(x => x.Source == source).ExecuteDeleteAsync(cancel);
        await context.Documents.Where(x => !context.Pages.Any(p => p.DocumentId == x.Id)).ExecuteDeleteAsync(cancel);
        await context.Bodies.Where(x => !context.Pages.Any(p => p.BodyHash == x.Hash)).ExecuteDeleteAsync(cancel);
        foreach (var left in await context.Commitments.Where(x => x.Source == source).ToListAsync(cancel))
        {
            var page = await context.Pages.Where(x => x.DocumentId == left.DocumentId).OrderBy(x => x.Id).FirstAsync(cancel);
            (left.Source, left.Invented) = (page.Source, page.Invented);
        }
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return removed;
    }
}
