using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>A document in a list.</summary>
/// <param name="Waiting">How many of its commitments still want an opinion.</param>
public sealed record DocumentSummary(
    string Id, string? Title, string? Publisher, DateOnly? Published, string Source, bool Invented, int Commitments, int Waiting, string? FullyReadBy);

/// <summary>A commitment in its document's text.</summary>
/// <param name="Said">What holds now.</param>
public sealed record MarkedCommitment(string Id, TextSpan Span, Annotation Said, double ActScore, Origin Origin, ReviewState State, int Revision, bool Corrected);

/// <summary>A document with all that was found in it.</summary>
public sealed record MarkedDocument(
    string Id, Document Document, long PageId, Uri Address, DateTimeOffset FetchedAt, string Hash, bool Invented,
    IReadOnlyList<MarkedCommitment> Commitments, string? FullyReadBy);

/// <summary>What documents to look at.</summary>
/// <param name="Text">Words of the title or the publisher.</param>
/// <param name="FullyRead">Only those that a person has read to the end, or only the others.</param>
public sealed record DocumentFilter(string? Text = null, string? Source = null, DateOnly? From = null, DateOnly? To = null, bool? FullyRead = null);

public sealed partial class Ledger
{
    /// <summary>Documents, latest first.</summary>
    public async Task<Listing<DocumentSummary>> DocumentsAsync(DocumentFilter filter, int skip, int take, CancellationToken cancel = default)
    {
        await using var context = _open();
        var rows = context.Documents.AsNoTracking();
        foreach (var word in (filter.Text ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
#pragma warning disable CA1862 // The database has no comparison that ignores case on every engine.
            rows = rows.Where(x => x.Title!.ToLower().Contains(word) || x.Publisher!.ToLower().Contains(word));
#pragma warning restore CA1862
        }
        if (filter.Source is { Length: > 0 } source) rows = rows.Where(x => context.Pages.Any(p => p.DocumentId == x.Id && p.Source == source));
        if (filter.From is { } from) rows = rows.Where(x => x.Published >= from);
        if (filter.To is { } to) rows = rows.Where(x => x.Published <= to);
        if (filter.FullyRead is { } read) rows = rows.Where(x => x.FullyReadBy != null == read);
        var page = await rows.OrderByDescending(x => x.Published).ThenBy(x => x.Id).Skip(skip).Take(take)
            .Select(x => new { x.Id, x.Title, x.Publisher, x.Published, x.FullyReadBy }).ToListAsync(cancel);
        // Counted here: the database, asked for a count of each, may take the index of the whole queue for it.
        var ids = page.ConvertAll(x => x.Id);
        var found = (await context.Commitments.Where(x => ids.Contains(x.DocumentId)).Select(x => new { x.DocumentId, x.Act, x.Open }).ToListAsync(cancel))
            .Where(x => x.Act != Act.None).ToLookup(x => x.DocumentId, x => x.Open);
        var pages = (await context.Pages.Where(x => ids.Contains(x.DocumentId!)).OrderBy(x => x.Id).Select(x => new { x.DocumentId, x.Source, x.Invented }).ToListAsync(cancel)).ToLookup(x => x.DocumentId);
        return new([.. page.Select(x => new DocumentSummary(x.Id, x.Title, x.Publisher, x.Published, pages[x.Id].First().Source, pages[x.Id].All(p => p.Invented),
            found[x.Id].Count(), found[x.Id].Count(open => open), x.FullyReadBy))], await rows.CountAsync(cancel));
    }

    /// <summary>A document with its commitments in text order, or null.</summary>
    public async Task<MarkedDocument?> DocumentAsync(string id, CancellationToken cancel = default)
    {
        await using var context = _open();
        var row = await context.Documents.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, cancel);
        if (row is null) return null;
        var page = await context.Pages.AsNoTracking().Where(x => x.DocumentId == id).OrderBy(x => x.Id).FirstAsync(cancel);
        var commitments = await context.Commitments.AsNoTracking().Where(x => x.DocumentId == id && x.Act != Act.None)
            .OrderBy(x => x.Start).ThenBy(x => x.End).ThenBy(x => x.Ordinal).Include(x => x.Verdicts).Include(x => x.Judgements).ToListAsync(cancel);
        return new(id, row.ToDocument(), page.Id, new Uri(page.Address), page.FetchedAt, page.BodyHash, page.Invented,
            [.. commitments.Select(x => new MarkedCommitment(x.Id, x.Span, SaidOf(x), x.ActScore, x.Origin, x.State, x.Revision, x.Corrected))], row.FullyReadBy);
    }

    /// <summary>Adds a commitment that the models had missed, as an accepted one.</summary>
    /// <param name="said">Its deed's span tells the place; the ordinal is found here.</param>
    public Task<Outcome<Decided>> AddAsync(string documentId, Annotation said, string analyst, Guid requestId, CancellationToken cancel = default) =>
        WriteAsync(async context =>
        {
            if (await context.Verdicts.AnyAsync(x => x.RequestId == requestId, cancel)) return new Decided(ReviewState.Accepted, 1);
            var document = await context.Documents.FirstOrDefaultAsync(x => x.Id == documentId, cancel);
            if (document is null) return new Problem(ProblemKind.NotFound, "This document is not in the ledger any more.");
            var span = said.Deed.Span;
            if (span.Start < 0 || span.End > document.Text.Length || span.Trim(document.Text).Length == 0) return new Problem(ProblemKind.Empty, "Nothing is selected: select the words that commit somebody.");
            span = span.Trim(document.Text);
            var page = await context.Pages.Where(x => x.DocumentId == documentId).OrderBy(x => x.Id).FirstAsync(cancel);
            var ordinal = await context.Commitments.Where(x => x.DocumentId == documentId && x.Start == span.Start && x.End == span.End).MaxAsync(x => (int?)x.Ordinal, cancel) + 1 ?? 0;
            var deed = said.Deed with { Span = span, Ordinal = ordinal };
            var number = (await context.Commitments.MaxAsync(x => (long?)x.Number, cancel) ?? 0) + 1;
            var source = new Source(page.Source, new Uri(page.Address), Invented: page.Invented);
            var row = RowOf(CommitmentRow.IdOf(documentId, deed), number, deed, source, document.ToDocument(), Origin.Added);
            context.Commitments.Add(row);
            await context.IndexAsync(number, span.Of(document.Text), document.Title, cancel);
            var verdict = new Verdict(Decision.Accept, false, analyst, _clock.GetUtcNow()) { Annotation = said with { Deed = deed }, Corrected = true };
            Append(context, row, [], verdict, requestId, null);
            row.ActScore = 1;
            return (Outcome<Decided>)new Decided(row.State, row.Revision);
        }, cancel);

    /// <summary>Notes that a person has read a document to its end, or takes that back.</summary>
    public Task<Outcome<Decided>> MarkFullyReadAsync(string documentId, bool read, string analyst, CancellationToken cancel = default) =>
        WriteAsync(async context =>
        {
            var document = await context.Documents.FirstOrDefaultAsync(x => x.Id == documentId, cancel);
            if (document is null) return new Problem(ProblemKind.NotFound, "This document is not in the ledger any more.");
            var waiting = await context.Commitments.CountAsync(x => x.DocumentId == documentId && x.Act != Act.None && x.State != ReviewState.Accepted && x.State != ReviewState.Rejected, cancel);
            if (read && waiting > 0) return new Problem(ProblemKind.Conflict, $"{waiting} of its commitments are not decided yet: decide them first.");
            context.FullReadings.Add(new FullReadingRow { DocumentId = documentId, Analyst = analyst, At = _clock.GetUtcNow(), Withdrawn = !read });
            document.FullyReadBy = read ? analyst : null;
            return (Outcome<Decided>)new Decided(ReviewState.Accepted, 0);
        }, cancel);

    private static Annotation SaidOf(CommitmentRow row)
    {
        List<Verdict> log = [.. row.Verdicts.OrderBy(x => x.Id).Select(x => x.ToVerdict())];
        return Standing.Of(log, row.Wanted).Verdict?.Annotation ?? Annotation.Of(row.Judgements.MaxBy(x => x.Id)?.Content ?? Told(log));
    }
}
