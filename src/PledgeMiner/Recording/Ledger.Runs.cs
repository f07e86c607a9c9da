using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>A stored page with its bytes: the evidence.</summary>
public sealed record StoredPage(long Id, string Source, Page Page, string? DocumentId, Problem? Problem, bool Invented);

/// <summary>Where a source stands.</summary>
/// <param name="LastRun">When its last run began, or since when it is known where there was none.</param>
/// <param name="IsCutOff">Whether that run was cut off and nobody goes on with it.</param>
public sealed record SourceProgress(DateTimeOffset LastRun, bool IsCutOff);

public sealed partial class Ledger
{
    /// <summary>Whether any run of a source has come to its end.</summary>
    public async Task<bool> HasFinishedRunAsync(string source, CancellationToken cancel = default)
    {
        await using var context = _open();
        return await context.Runs.AnyAsync(x => x.Source == source && x.FinishedAt != null, cancel);
    }

    /// <summary>One run, or null.</summary>
    public async Task<Run?> RunAsync(long id, CancellationToken cancel = default)
    {
        await using var context = _open();
        return (await context.Runs.AsNoTracking().Include(x => x.Refusals).FirstOrDefaultAsync(x => x.Id == id, cancel))?.ToRun();
    }

    /// <summary>Where a source stands; from the first call on it is known.</summary>
    public async Task<SourceProgress> ProgressAsync(string source, CancellationToken cancel = default)
    {
        await using var context = _open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var now = _clock.GetUtcNow();
        var row = await context.Sources.FindAsync([source], cancel);
        if (row is null) context.Sources.Add(row = new SourceRow { Name = source, KnownSince = now });
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        var last = await context.Runs.Where(x => x.Source == source).OrderByDescending(x => x.Id).Select(x => (DateTimeOffset?)x.StartedAt).FirstOrDefaultAsync(cancel);
        var isHeld = await context.Workers.AnyAsync(x => x.Id == row.Owner && x.Until > now, cancel);
        return new SourceProgress(last ?? row.KnownSince, row.RunId is not null && !isHeld);
    }

    /// <summary>Runs, latest first.</summary>
    public async Task<IReadOnlyList<Run>> RunsAsync(int take, CancellationToken cancel = default)
    {
        await using var context = _open();
        var rows = await context.Runs.AsNoTracking().Include(x => x.Refusals).OrderByDescending(x => x.Id).Take(take).ToListAsync(cancel);
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
        var gone = context.Pages.Where(x => x.Source == source).Select(x => x.Id);
        await context.Alarms.Where(x => gone.Contains(x.PageId)).ExecuteDeleteAsync(cancel);
        await context.Revisions.Where(x => gone.Contains(x.PageId)).ExecuteDeleteAsync(cancel);
        await context.Frontier.Where(x => x.Source == source).ExecuteDeleteAsync(cancel);
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
