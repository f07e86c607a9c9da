using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

public sealed partial class Ledger
{
    /// <summary>
    /// A shorter text has too few shingles to tell a copy from another notice of the same form. Of the corpora's 1,530 documents, cut to their first words,
    /// 8 pairs are taken for copies at 10 words, one at 25, none from 30 on (the most alike have 0.39 there, 0.23 at 50); a headline and a credit hide 9 copies at 20 words and none from 25 on.
    /// </summary>
    private const int CopyWords = 50;

    /// <summary>The addresses under which copies of a document stand.</summary>
    public async Task<IReadOnlyList<Uri>> CopiesAsync(string documentId, CancellationToken cancel = default)
    {
        await using var context = _open();
        var addresses = await context.Pages.Where(x => x.Document!.CopyOf == documentId).OrderBy(x => x.Id).Select(x => x.Address).ToListAsync(cancel);
        return [.. addresses.Distinct().Select(x => new Uri(x))];
    }

    /// <summary>Adds a document with its signature, linked to the one that it is a copy of.</summary>
    private static async Task AddDocumentAsync(LedgerContext context, Mined mined, PageRow page, CancellationToken cancel)
    {
        var document = mined.Document;
        var row = DocumentRow.Of(document, mined.Nones.Count);
        context.Documents.Add(row);
        if (document.Text.Count(char.IsWhiteSpace) < CopyWords) return;
        var signature = MinHash.Of(document.Text);
        row.CopyOf = await OriginalOfAsync(context, document, signature, page, cancel);
        context.Signatures.AddRange(signature.Bands().Select((value, band) => new SignatureRow { DocumentId = document.Id, Band = band, Value = value }));
    }

    /// <summary>The document that came first of all copies: found by its signature, or under the address that the page calls its own.</summary>
    private static async Task<string?> OriginalOfAsync(LedgerContext context, Document document, MinHash signature, PageRow page, CancellationToken cancel)
    {
        var (bands, canonical) = (signature.Bands(), document.Canonical?.AbsoluteUri);
        var alike = context.Signatures.Where(x => bands.Contains(x.Value)).Select(x => x.DocumentId)
            .Union(context.Pages.Where(x => canonical != null && x.Address == canonical && x.DocumentId != null).Select(x => x.DocumentId!));
        // Another text under the same address is a revision, no copy; and what is invented never stands for what is real.
        var candidates = await context.Documents.AsNoTracking().Where(x => alike.Contains(x.Id) && x.Id != document.Id
            && context.Pages.Any(p => p.DocumentId == x.Id && p.Invented == page.Invented) && !context.Pages.Any(p => p.DocumentId == x.Id && p.Address == page.Address)).ToListAsync(cancel);
        var nearest = candidates.Select(x => (x.Id, x.CopyOf, Likeness: MinHash.Of(x.Text).Likeness(signature))).OrderByDescending(x => x.Likeness).FirstOrDefault();
        return nearest.Likeness >= MinHash.Copy ? nearest.CopyOf ?? nearest.Id : null;
    }

    /// <summary>The sentences whose commitments a document's original, its other copies and the page's other revisions hold: they are reviewed once.</summary>
    private static async Task<HashSet<string>> HeldElsewhereAsync(LedgerContext context, string documentId, PageRow page, CancellationToken cancel)
    {
        var original = context.Documents.Local.FirstOrDefault(x => x.Id == documentId)?.CopyOf ?? await context.Documents.Where(x => x.Id == documentId).Select(x => x.CopyOf).FirstOrDefaultAsync(cancel);
        var held = await context.Commitments.AsNoTracking().Where(x => x.DocumentId != documentId
            && ((original != null && (x.DocumentId == original || x.Document!.CopyOf == original)) || context.Pages.Any(p => p.DocumentId == x.DocumentId && p.Address == page.Address)))
            .Select(x => new { x.Start, x.End, x.Document!.Text }).ToListAsync(cancel);
        return [.. held.Select(x => x.Text[x.Start..x.End])];
    }
}
