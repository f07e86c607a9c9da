using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>
/// Keeps pages, documents, commitments, judgements and verdicts. Everything is safe to repeat: ids are content hashes,
/// writes are unique-keyed, and a page goes in whole or not at all.
/// </summary>
public sealed partial class Ledger : IDisposable
{
    private readonly Func<LedgerContext> _open;
    private readonly TimeProvider _clock;
    private readonly double _secondOpinions;
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>The clock and the way in for the ledger's other doors.</summary>
    internal TimeProvider Clock => _clock;

    internal LedgerContext Connect() => _open();

    private Ledger(Func<LedgerContext> open, TimeProvider clock, double secondOpinions) => (_open, _clock, _secondOpinions) = (open, clock, secondOpinions);

    /// <summary>Opens the SQLite ledger of a folder that this process holds, and brings its schema up to date.</summary>
    /// <param name="secondOpinions">The share of commitments, drawn at random, that two people are to judge.</param>
    public static Ledger Open(DataFolder folder, TimeProvider? clock = null, double secondOpinions = 0)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = folder.LedgerFile, DefaultTimeout = 30 };
        var options = new DbContextOptionsBuilder<SqliteLedgerContext>().UseSqlite(connection.ConnectionString).Options;
        var ledger = new Ledger(() => new SqliteLedgerContext(options), clock ?? TimeProvider.System, secondOpinions);
        using var context = ledger._open();
        SqliteMigration.Run(context);
        DescribeOld(context);
        return ledger;
    }

    /// <summary>Records a page and what came of it: a document with its commitments, or the problem that stood in the way.</summary>
    /// <returns>True where this address with these bytes was not in the ledger before.</returns>
    public Task<bool> RecordAsync(Source source, Page page, Outcome<Mined> outcome, CancellationToken cancel = default) => RecordAsync(source, page, outcome, run: null, cancel);

    /// <param name="run">The ingest that counts the page; null where the frontier counts it.</param>
    public Task<bool> RecordAsync(Source source, Page page, Outcome<Mined> outcome, long? run, CancellationToken cancel = default) => WriteAsync(async context =>
    {
        var row = await context.Pages.FirstOrDefaultAsync(x => x.Address == page.Address.AbsoluteUri && x.BodyHash == page.Hash, cancel);
        var isNew = row is null;
        row ??= await StoreAsync(context, source.Name, page, source.Invented, cancel);
        if (outcome.TryGet(out var mined, out var problem))
        {
            row.DocumentId = mined.Document.Id;
            (row.Problem, row.ProblemMessage) = (null, null);
            if (!await context.Documents.AnyAsync(x => x.Id == mined.Document.Id, cancel)) await AddDocumentAsync(context, mined, row, cancel);
            await AddCommitmentsAsync(context, source, mined, await HeldElsewhereAsync(context, mined.Document.Id, row, cancel), cancel);
        }
        else if (row.DocumentId is null)
        {
            (row.Problem, row.ProblemMessage) = (problem.Kind, problem.Message);
        }
        if (run is { } id) await CountAsync(context, id, page, outcome, cancel);
        return isNew;
    }, cancel);

    /// <summary>Whether an address is in the ledger with these bytes and its outcome.</summary>
    public async Task<bool> HasAsync(Page page, CancellationToken cancel = default)
    {
        await using var context = _open();
        return await context.Pages.AnyAsync(x => x.Address == page.Address.AbsoluteUri && x.BodyHash == page.Hash && (x.DocumentId != null || x.Problem != null), cancel);
    }

    /// <summary>
    /// Does a piece of writing whole or not at all. One at a time: SQLite lets one write, and who finds it busy polls for it,
    /// which an analyst who pressed a key would feel.
    /// </summary>
    private async Task<T> WriteAsync<T>(Func<LedgerContext, Task<T>> write, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            await using var context = _open();
            await using var transaction = await context.Database.BeginTransactionAsync(cancel);
            var result = await write(context);
            await context.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    /// <summary>Adds a page with its body, which may be kept already.</summary>
    internal static async Task<PageRow> StoreAsync(LedgerContext context, string source, Page page, bool invented, CancellationToken cancel)
    {
        if (!await context.Bodies.AnyAsync(x => x.Hash == page.Hash, cancel)) context.Bodies.Add(BodyOf(page));
        var row = PageOf(source, page, invented);
        context.Pages.Add(row);
        return row;
    }

    private static PageRow PageOf(string source, Page page, bool invented) => new()
    {
        Source = source,
        Address = page.Address.AbsoluteUri,
        BodyHash = page.Hash,
        ContentType = page.ContentType,
        Headers = page.Headers,
        FetchedAt = page.FetchedAt,
        Invented = invented,
    };

    private static BodyRow BodyOf(Page page)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(page.Body.Length)];
        // Quality 5, window 22: three quarters of the best ratio on news pages at a twentieth of the time.
        BrotliEncoder.TryCompress(page.Body, compressed, out var written, quality: 5, window: 22);
        return new BodyRow { Hash = page.Hash, Compressed = compressed[..written], Length = page.Body.Length };
    }

    private static byte[] BytesOf(BodyRow body)
    {
        var bytes = new byte[body.Length];
        if (!BrotliDecoder.TryDecompress(body.Compressed, bytes, out var written) || written != body.Length)
            throw new InvalidDataException($"The stored body {body.Hash} does not decompress to its {body.Length} bytes.");
        return bytes;
    }
}
