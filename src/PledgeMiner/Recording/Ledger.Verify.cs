using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>How far the checking of a ledger has come.</summary>
/// <param name="What">bodies, pages, documents or commitments.</param>
public sealed record VerifyProgress(string What, int Done, int All);

/// <summary>What the checking of a ledger came to: how much was checked, and a sentence for each thing that is wrong.</summary>
/// <param name="Nones">Sentences drawn at random from those judged to commit nobody.</param>
public sealed record Verification(int Bodies, int Pages, int Documents, int Commitments, int Nones, IReadOnlyList<string> Faults);

public sealed partial class Ledger
{
    /// <summary>
    /// Checks the whole chain of evidence: each body against its hash, each page's body and document, each document's text against its id,
    /// each commitment's place against its id and its words against the document's text.
    /// </summary>
    public async Task<Verification> VerifyAsync(IProgress<VerifyProgress>? progress = null, CancellationToken cancel = default)
    {
        await using var context = _open();
        var faults = new List<string>();
        var bodies = await EachAsync("bodies", await context.Bodies.OrderBy(x => x.Hash).Select(x => x.Hash).ToListAsync(cancel), x => BodyFaultAsync(context, x, cancel));
        var pages = await EachAsync("pages", await context.Pages.OrderBy(x => x.Id).Select(x => x.Id).ToListAsync(cancel), x => PageFaultAsync(context, x, cancel));
        var documents = await EachAsync("documents", await context.Documents.OrderBy(x => x.Id).Select(x => x.Id).ToListAsync(cancel), x => DocumentFaultAsync(context, x, cancel));
        var nones = await context.Commitments.CountAsync(x => x.Act == Act.None, cancel);
        var checkedOnes = await EachAsync("commitments", await context.Commitments.OrderBy(x => x.DocumentId).ThenBy(x => x.Id).Select(x => x.Id).ToListAsync(cancel), x => CommitmentFaultAsync(context, x, cancel));
        return new(bodies, pages, documents, checkedOnes - nones, nones, faults);

        async Task<int> EachAsync<T>(string what, List<T> keys, Func<T, Task<string?>> faultOf)
        {
            for (var i = 0; i < keys.Count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                try
                {
                    if (await faultOf(keys[i]) is { } fault) faults.Add(fault);
                }
                // What a damaged row holds may not even be of the form that its column should have.
                catch (Exception e) when (e is InvalidDataException or JsonException or FormatException or InvalidCastException or InvalidOperationException or OverflowException)
                {
                    faults.Add($"{what}: {keys[i]} cannot be read ({e.Message.TrimEnd('.')}).");
                }
                progress?.Report(new(what, i + 1, keys.Count));
            }
            return keys.Count;
        }
    }

    private static async Task<string?> BodyFaultAsync(LedgerContext context, string hash, CancellationToken cancel)
    {
        var row = await context.Bodies.AsNoTracking().FirstAsync(x => x.Hash == hash, cancel);
        // No page is that large, and memory is taken for what is told.
        if (row.Length is < 0 or > 1_000_000_000) return $"body {hash}: its length, {row.Length}, cannot be.";
        var found = Convert.ToHexStringLower(SHA256.HashData(BytesOf(row)));
        if (found == hash) return null;
        var address = await context.Pages.Where(x => x.BodyHash == hash).Select(x => x.Address).FirstOrDefaultAsync(cancel);
        return $"body {hash}{(address is null ? "" : $" of {address}")}: its bytes have the hash {found}.";
    }

    private static async Task<string?> PageFaultAsync(LedgerContext context, long id, CancellationToken cancel)
    {
        var page = await context.Pages.AsNoTracking().FirstAsync(x => x.Id == id, cancel);
        if (!Uri.TryCreate(page.Address, UriKind.Absolute, out _)) return $"page {id}: '{page.Address}' is no address.";
        if (!await context.Bodies.AnyAsync(x => x.Hash == page.BodyHash, cancel)) return $"page {id} of {page.Address}: its body {page.BodyHash} is missing.";
        if (page.DocumentId is { } document && !await context.Documents.AnyAsync(x => x.Id == document, cancel)) return $"page {id} of {page.Address}: its document {document} is missing.";
        return null;
    }

    private static async Task<string?> DocumentFaultAsync(LedgerContext context, string id, CancellationToken cancel)
    {
        var document = (await context.Documents.AsNoTracking().FirstAsync(x => x.Id == id, cancel)).ToDocument();
        if (document.Id != id) return $"document {id}: its text has the hash {document.Id}.";
        var end = 0;
        foreach (var block in document.Blocks)
        {
            if (!IsIn(block.Span, document.Text) || block.Span.Start < end) return $"document {id}: its block at {block.Span.Start} to {block.Span.End} does not lie in its text behind the one before.";
            end = block.Span.End;
        }
        return await context.Pages.AnyAsync(x => x.DocumentId == id, cancel) ? null : $"document {id}: no stored page is its evidence.";
    }

    private static async Task<string?> CommitmentFaultAsync(LedgerContext context, string id, CancellationToken cancel)
    {
        var row = await context.Commitments.AsNoTracking().Include(x => x.Judgements).FirstAsync(x => x.Id == id, cancel);
        // One document's commitments come one after the other, and the context keeps its text meanwhile.
        if (context.Documents.Local.FindEntry(row.DocumentId) is null) context.ChangeTracker.Clear();
        if (await context.Documents.FindAsync([row.DocumentId], cancel) is not { } document) return $"commitment {id}: its document {row.DocumentId} is missing.";
        var span = new TextSpan(row.Start, row.End);
        if (span.Length == 0 || !IsIn(span, document.Text)) return $"commitment {id}: its place, {row.Start} to {row.End}, does not lie in the text of document {row.DocumentId}.";
        if (CommitmentRow.IdOf(row.DocumentId, new Deed(span, 0, row.Ordinal)) != id) return $"commitment {id}: its id is not that of its place, {row.Start} to {row.End} in document {row.DocumentId}.";
        if (row.Judgements.Count == 0) return $"commitment {id}: it has no judgement.";
        foreach (var judgement in row.Judgements)
        {
            var deed = judgement.Content.Deed;
            if (deed.Span != span) return $"commitment {id}: its judgement by {judgement.ModelVersion} is of other words, {deed.Span.Start} to {deed.Span.End}.";
            if (SlotsOf(deed).Any(x => !IsIn(x, document.Text))) return $"commitment {id}: its judgement by {judgement.ModelVersion} quotes what does not lie in the text of document {row.DocumentId}.";
        }
        return null;
    }

    private static IEnumerable<TextSpan> SlotsOf(Deed deed) =>
        [.. deed.Pledgers.Select(x => x.Span), .. deed.Beneficiaries.Select(x => x.Span), .. deed.Instruments.Select(x => x.Span), .. deed.Conditions.Select(x => x.Span),
         .. deed.Amounts.Select(x => x.Span), .. deed.Quantities.Select(x => x.Span), .. deed.Due is { } due ? [due.Span] : Array.Empty<TextSpan>()];

    private static bool IsIn(TextSpan span, string text) => 0 <= span.Start && span.Start <= span.End && span.End <= text.Length;
}
