using System.Collections.Concurrent;

namespace PledgeMiner.Crawling;

/// <summary>What a site allows: its robots.txt and its reservations of text and data mining.</summary>
internal sealed record SiteRules(Robots Robots, TdmReservations Reservations)
{
    /// <summary>Why an address may not be fetched, or null.</summary>
    public Problem? Check(Uri address) =>
        !Robots.Allows(address.PathAndQuery) ? new(ProblemKind.RobotsDisallow, $"{address.AbsoluteUri} is closed to crawlers by its site's robots.txt.")
        : Reservations.Reserves(address.PathAndQuery) ? new(ProblemKind.OptedOut, $"{address.AbsoluteUri} is reserved from text and data mining by its site's tdmrep.json.")
        : null;
}

/// <summary>Every site's files, kept for a day in the ledger, so that neither a run nor a restart asks for them again.</summary>
internal sealed class SiteFiles(IHosts hosts, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<Uri, SiteFile> _known = new();
    private readonly ConcurrentDictionary<Uri, SemaphoreSlim> _asking = new();

    /// <summary>A site's file as it is known, else as it is fetched now.</summary>
    /// <param name="fetch">Null where the host is to be left alone.</param>
    /// <returns>Null where it is not known and the host is to be left alone.</returns>
    public async Task<SiteFile?> FileAsync(Uri address, Func<Task<Outcome<Page>?>> fetch, CancellationToken cancel)
    {
        // Several that want the same file ask for it once.
        var one = _asking.GetOrAdd(address, _ => new SemaphoreSlim(1));
        await one.WaitAsync(cancel);
        try
        {
            var known = _known.GetValueOrDefault(address) ?? await hosts.FileAsync(address, cancel);
            if (known is not null && clock.GetUtcNow() - known.FetchedAt < (IsMissed(known) ? RobotsPolicy.AfterFailure : RobotsPolicy.Fresh)) return _known[address] = known;
            if (await fetch() is not { } answer) return null;
            var file = new SiteFile(answer.Value?.Body, answer.Problem, clock.GetUtcNow());
            await hosts.KeepFileAsync(address, file, cancel);
            return _known[address] = file;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The rules that a robots.txt gives; null where the site could not tell them and is left alone.</summary>
    public static Robots? Rules(SiteFile file) => RobotsPolicy.Meaning(OutcomeOf(file));

    private static bool IsMissed(SiteFile file) => Rules(file) is null;

    private static Outcome<Page> OutcomeOf(SiteFile file) =>
        file.Problem is { } problem ? problem : new Page(new Uri("about:blank"), file.Body ?? [], null, "", file.FetchedAt);

    public void Dispose()
    {
        foreach (var one in _asking.Values) one.Dispose();
    }
}
