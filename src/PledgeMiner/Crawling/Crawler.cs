using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PledgeMiner.Crawling.Warc;

namespace PledgeMiner.Crawling;

/// <summary>A page that a folder or an archive delivered, or why one could not be had.</summary>
/// <param name="Told">What is known of the page from outside.</param>
/// <param name="Invented">True for a page that was invented where the archive was written.</param>
public sealed record Crawled(Uri Address, Outcome<Page> Page, Particulars Told, bool Invented = false);

/// <summary>Visits addresses, one request at a time to a host, by the host's own rules.</summary>
public sealed class Crawler : IDisposable
{
    private readonly CrawlOptions _options;
    private readonly IHosts _hosts;
    private readonly TimeProvider _clock;
    private readonly Fetcher _fetcher;
    private readonly HostResilience _resilience;
    private readonly SiteFiles _files;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.OrdinalIgnoreCase);

    public Crawler(CrawlOptions options, IHosts hosts, TimeProvider? clock = null)
    {
        (_options, _hosts, _clock) = (options, hosts, clock ?? TimeProvider.System);
        (_fetcher, _resilience, _files) = (new(options, clock), new(clock, firstPause: options.FirstRetry, opened: RestAsync), new(hosts, _clock));
    }

    /// <summary>The pages of a source that lie in a folder or an archive.</summary>
    /// <param name="memory">Where pages are looked up that an archive only refers to.</param>
    public IAsyncEnumerable<Crawled> DeliverAsync(Source source, IPageMemory memory, CancellationToken cancel = default) =>
        !Path.Exists(source.Folder) ? Missing(source).ToAsyncEnumerable()
        : source.Kind == SourceKind.Warc ? ArchiveAsync(source, source.Folder, memory, cancel) : FolderAsync(source, source.Folder, cancel);

    private static IEnumerable<Crawled> Missing(Source source) =>
        [new(source.Address, new Problem(ProblemKind.NotFound, $"{source.Folder}, the place of the source {source.Name}, does not exist: make it or correct the path."), Particulars.None)];

    private async IAsyncEnumerable<Crawled> ArchiveAsync(Source source, string file, IPageMemory memory, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var page in new WarcPages(file, memory, _options.PageBytes).ReadAsync(cancel))
        {
            yield return page.TryGet(out var archived, out var problem)
                ? new(archived.Page.Address, archived.Page, archived.Told, archived.Invented)
                : new(source.Address, problem, Particulars.None);
        }
    }

    private async IAsyncEnumerable<Crawled> FolderAsync(Source source, string folder, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var file in PageFiles.In(folder))
        {
            // The index only points to the other files.
            if (Path.GetFileNameWithoutExtension(file) == "index") continue;
            var address = new Uri(source.Address, Path.GetRelativePath(folder, file).Replace('\\', '/'));
            var page = await PageFiles.ReadAsync(file, _options.PageBytes, cancel);
            yield return new(address, page.Then<Page>(x => x with { Address = address }), PageFiles.ParticularsOf(file));
        }
    }

    /// <summary>Asks for an address as a courteous crawler does.</summary>
    /// <param name="known">What its server gave to ask with whether it has changed.</param>
    /// <param name="list">Whether only its links are wanted: nothing else of it is kept.</param>
    public async Task<Visit> VisitAsync(Uri address, Validators known, bool list = false, CancellationToken cancel = default)
    {
        // Where an address leads to is asked for as itself: in its host's turn, by its host's rules.
        var answer = await _fetcher.FollowAsync(address, x => _resilience.FetchAsync(x, token => CourteouslyAsync(x, known, token), cancel));
        if (!answer.TryGet(out var page, out var problem)) return new Visit { Problem = problem };
        // A redirect may add a session or who clicked where: the same page is to stand under the same address every night.
        if (page.Address != address) page = page with { Address = UrlNormal.Of(page.Address) };
        return list ? new Visit { Page = page } : VisitOf(PageDirectives.Check(page, _clock.GetUtcNow()));
    }

    private static Visit VisitOf(Outcome<Page> outcome) => new() { Page = outcome.Value, Problem = outcome.Problem };

    private async Task<Outcome<Page>> CourteouslyAsync(Uri address, Validators known, CancellationToken cancel)
    {
        // A private host is not even asked for its rules.
        if (PrivateHosts.Check(address, _options.PrivateHosts) is { } hidden) return hidden;
        var robots = await FileAsync(address, "/robots.txt", _options.HostDelay, cancel);
        if (robots.Problem is { Kind: ProblemKind.HostResting } resting) return resting;
        if (robots is { Body: null, Problem.Kind: ProblemKind.PrivateAddress })
            return new Problem(ProblemKind.PrivateAddress, $"{PrivateHosts.Shown(address)} is not fetched, for its host or its robots.txt leads to a private address: if that is meant, name the host in the setting PrivateHosts.");
        if (SiteFiles.Rules(robots) is not { } rules)
            return new Problem(ProblemKind.HostResting, $"{address.Host} is left alone while its robots.txt cannot be had.", RetryAfter: RobotsPolicy.AfterFailure);
        var reserved = await FileAsync(address, "/.well-known/tdmrep.json", DelayOf(rules), cancel);
        if (reserved.Problem is { Kind: ProblemKind.HostResting } alone) return alone;
        var reservations = reserved.Body is { } body ? TdmReservations.Parse(body) : TdmReservations.None;
        return new SiteRules(rules, reservations).Check(address) is { } refused
            ? refused : await InTurnAsync(address, DelayOf(rules), known, cancel);
    }

    /// <summary>A site's file, tried as patiently as a page: a moment's failure would close the site for a night.</summary>
    /// <returns>The file; where the host is to be left alone, the problem that says so.</returns>
    private async Task<SiteFile> FileAsync(Uri site, string path, TimeSpan delay, CancellationToken cancel)
    {
        var address = new Uri(site, path);
        var resting = (Problem?)null;
        var file = await _files.FileAsync(address, async () =>
        {
            // Wherever it is found after up to five redirects, it speaks for the site it was asked of (RFC 9309, 2.3.1.2).
            var answer = await _fetcher.FollowAsync(address, x => _resilience.FetchAsync(x, token => InTurnAsync(x, delay, Validators.None, token), cancel));
            resting = answer.Problem is { Kind: ProblemKind.HostResting } problem ? problem : null;
            return resting is null ? answer : (Outcome<Page>?)null;
        }, cancel);
        return file ?? new SiteFile(null, resting, _clock.GetUtcNow());
    }

    private async Task<Outcome<Page>> InTurnAsync(Uri address, TimeSpan delay, Validators known, CancellationToken cancel)
    {
        // Whoever waits here holds no other host's turn, so that no two wait for each other.
        var turn = TurnOf(address.IdnHost);
        await turn.WaitAsync(cancel);
        var (taken, after) = (false, delay);
        try
        {
            if (await _hosts.TakeAsync(address.IdnHost, delay, _options.Patience, cancel) is { } rest)
                return new Problem(ProblemKind.HostResting, $"{address.Host} is left alone, as it asked for.", RetryAfter: rest);
            taken = true;
            var answer = await _fetcher.AskAsync(address, known, cancel);
            if (answer.Problem?.RetryAfter > after) after = answer.Problem.RetryAfter.Value;
            return answer;
        }
        finally
        {
            // Also when the program is stopping: the turn must not stay taken.
            if (taken) await _hosts.GiveBackAsync(address.IdnHost, after, CancellationToken.None);
            turn.Release();
        }
    }

    /// <summary>Keeps a host that failed too often from being asked by other processes too, and after a restart.</summary>
    private async Task RestAsync(string host)
    {
        var turn = TurnOf(host);
        await turn.WaitAsync();
        try
        {
            if (await _hosts.TakeAsync(host, HostResilience.Rest, _options.Patience) is null) await _hosts.GiveBackAsync(host, HostResilience.Rest);
        }
        finally
        {
            turn.Release();
        }
    }

    private SemaphoreSlim TurnOf(string host) => _turns.GetOrAdd(host, _ => new SemaphoreSlim(1));

    /// <summary>What the site asks for, up to a cap: some ask for hours, which would be never.</summary>
    private TimeSpan DelayOf(Robots robots)
    {
        var asked = robots.CrawlDelay ?? TimeSpan.Zero;
        if (asked > _options.LongestDelay) asked = _options.LongestDelay;
        return asked > _options.HostDelay ? asked : _options.HostDelay;
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        _resilience.Dispose();
        _files.Dispose();
        foreach (var turn in _turns.Values) turn.Dispose();
    }
}
