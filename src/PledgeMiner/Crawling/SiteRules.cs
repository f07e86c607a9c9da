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
    private readonly ConcurrentDictionary<Uri, (SiteFile File, DateTimeOffset AskedAt)> _known = new();
    private readonly ConcurrentDictionary<Uri, SemaphoreSlim> _asking = new();

    /// <summary>A site's file as it is known, else as it is fetched now; one that cannot be renewed holds on for a month (RFC 9309, 2.4).</summary>
    /// <param name="fetch">Null where the host is to be left alone.</param>
    /// <returns>Null where it is not known and the host is to be left alone.</returns>
    public async Task<SiteFile?> FileAsync(Uri address, Func<Task<Outcome<Page>?>> fetch, CancellationToken cancel)
    {
        // Several that want the same file ask for it once.
        var one = _asking.GetOrAdd(address, _ => new SemaphoreSlim(1));
        await one.WaitAsync(cancel);
        try
        {
            if (!_known.TryGetValue(address, out var known) && await hosts.FileAsync(address, cancel) is { } kept) _known[address] = known = (kept, kept.FetchedAt);
            if (known.File is not null && clock.GetUtcNow() - known.AskedAt < (IsMissed(known.File.Problem) ? RobotsPolicy.AfterFailure : RobotsPolicy.Fresh)) return known.File;
            if (await fetch() is not { } answer) return null;
            var now = clock.GetUtcNow();
            var file = IsMissed(answer.Problem) && known.File is { Body: not null } old && now - old.FetchedAt <= RobotsPolicy.Stale
                ? old with { Problem = answer.Problem } : new SiteFile(answer.Value?.Body, answer.Problem, now);
            await hosts.KeepFileAsync(address, file, cancel);
            _known[address] = (file, now);
            return file;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The rules that a robots.txt gives; null where the site could not tell them and is left alone.</summary>
    public static Robots? Rules(SiteFile file) => file.Body is { } body ? Robots.Parse(body) : RobotsPolicy.Meaning(file.Problem!);

    private static bool IsMissed(Problem? problem) => problem is not null && RobotsPolicy.Meaning(problem) is null;

    public void Dispose()
    {
        foreach (var one in _asking.Values) one.Dispose();
    }
}
