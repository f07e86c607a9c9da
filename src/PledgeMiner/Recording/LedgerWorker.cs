using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>This process as one that works on the ledger. While it lives nobody else takes what it holds; when it dies everybody may.</summary>
public sealed class LedgerWorker : IAsyncDisposable
{
    /// <summary>A process that has not been heard of for so long is taken for dead; it speaks three times as often.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly Ledger _ledger;
    private readonly ITimer _heartbeat;

    private LedgerWorker(Ledger ledger)
    {
        _ledger = ledger;
        _heartbeat = ledger.Clock.CreateTimer(_ => Beat(), null, Lifetime / 3, Lifetime / 3);
    }

    internal Guid Id { get; } = Guid.NewGuid();

    internal Ledger Ledger => _ledger;

    /// <summary>Starts work. The caller holds the ledger's data folder, so every other process that is on record is dead.</summary>
    public static LedgerWorker Start(Ledger ledger)
    {
        var worker = new LedgerWorker(ledger);
        using var context = ledger.Connect();
        using var transaction = context.Database.BeginTransaction();
        context.Workers.ExecuteDelete();
        context.Workers.Add(new WorkerRow { Id = worker.Id, Until = ledger.Clock.GetUtcNow() + Lifetime });
        context.SaveChanges();
        Recovery.Run(context, ledger.Clock.GetUtcNow());
        transaction.Commit();
        return worker;
    }

    private void Beat()
    {
        using var context = _ledger.Connect();
        var until = _ledger.Clock.GetUtcNow() + Lifetime;
        try
        {
            context.Workers.Where(x => x.Id == Id).ExecuteUpdate(x => x.SetProperty(w => w.Until, until));
        }
        catch (DbException)
        {
            // A database too busy for this beat hears the next; thrown from a timer it would end the process.
        }
    }

    /// <summary>Ends work: what it still holds can be taken at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _heartbeat.DisposeAsync();
        await using var context = _ledger.Connect();
        await context.Workers.Where(x => x.Id == Id).ExecuteDeleteAsync();
    }
}
