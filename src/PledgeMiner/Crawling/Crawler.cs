using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace PledgeMiner.Crawling;

/// <summary>A page that a folder or an archive delivered, or why one could not be had.</summary>
/// <param name="Told">What is known of the page from outside.</param>
public sealed record Crawled(Uri Address, Outcome<Page> Page, Particulars Told);

/// <summary>Visits addresses, one request at a time to a host, by the host's own rules.</summary>
public sealed class Crawler(CrawlOptions options, IHosts hosts, TimeProvider? clock = null) : IDisposable
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Fetcher _fetcher = new(options, clock);
    private readonly SiteRules _rules = new(hosts, clock);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pages of a source that lie in files.</summary>
    public async IAsyncEnumerable<Crawled> DeliverAsync(Source source, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        if (!Directory.Exists(source.Folder))
        {
            yield return new(source.Address, new Problem(ProblemKind.NotFound, $"The folder {source.Folder} of the source {source.Name} does not exist: make it or correct the path."), Particulars.None);
            yield break;
        }
        foreach (var file in PageFiles.In(source.Folder))
        {
            // The index only points to the other files.
            if (Path.GetFileNameWithoutExtension(file) == "index") continue;
            var address = new Uri(source.Address, Path.GetRelativePath(source.Folder, file).Replace('\\', '/'));
            var page = await PageFiles.ReadAsync(file, options.PageBytes, cancel);
            yield return new(address, page.Then<Page>(x => x with { Address = address }), PageFiles.ParticularsOf(file));
        }
    }

    /// <summary>Asks for an address as a courteous crawler does.</summary>
    /// <param name="known">What its server gave to ask with whether it has changed.</param>
    public async Task<Visit> VisitAsync(Uri address, Validators known, CancellationToken cancel = default)
    {
        var turn = _turns.GetOrAdd(address.IdnHost, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancel);
        try
        {
            var (rules, resting) = await RulesAsync(address, cancel);
            if (rules is null) return resting!;
            if (rules.Unknown) return new Visit { Problem = new(ProblemKind.RobotsDisallow, $"{address.AbsoluteUri} is left alone while its site's robots.txt cannot be had."), Passing = true, Rest = SiteRules.UnknownFor };
            if (!rules.Robots.Allows(address.PathAndQuery)) return new Visit { Problem = new(ProblemKind.RobotsDisallow, $"{address.AbsoluteUri} is closed to crawlers by its site's robots.txt.") };
            var (answer, rest) = await TakeTurnAsync(address, DelayOf(rules.Robots), () => _fetcher.FetchAsync(address, cancel), cancel);
            return rest ?? VisitOf(answer);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<(SiteRules.Rules? Rules, Visit? Resting)> RulesAsync(Uri address, CancellationToken cancel)
    {
        if (await _rules.KnownAsync(address, cancel) is { } known) return (known, null);
        var robots = new Uri(address, "/robots.txt");
        var (answer, resting) = await TakeTurnAsync(address, options.HostDelay, () => _fetcher.FetchAsync(robots, cancel), cancel);
        return resting is null ? (await _rules.KeepAsync(address, answer, cancel), null) : (null, resting);
    }

    /// <returns>The answer, or a visit that says how long the host rests.</returns>
    private async Task<(Outcome<Page> Answer, Visit? Resting)> TakeTurnAsync(Uri address, TimeSpan delay, Func<Task<Outcome<Page>>> fetch, CancellationToken cancel)
    {
        if (await hosts.TakeAsync(address.IdnHost, delay, options.Patience, cancel) is { } rest) return (default, Resting(address, rest));
        var failed = false;
        try
        {
            var answer = await fetch();
            failed = answer.Problem is { } problem && IsPassing(problem);
            return (answer, null);
        }
        finally
        {
            // Also when the program is stopping: the turn must not stay taken.
            await hosts.GiveBackAsync(address.IdnHost, delay, failed, CancellationToken.None);
        }
    }

    /// <summary>What the site asks for, up to a cap: some ask for hours, which would be never.</summary>
    private TimeSpan DelayOf(Robots robots)
    {
        var asked = robots.CrawlDelay ?? TimeSpan.Zero;
        if (asked > options.LongestDelay) asked = options.LongestDelay;
        return asked > options.HostDelay ? asked : options.HostDelay;
    }

    private static Visit VisitOf(Outcome<Page> outcome) => outcome.TryGet(out var page, out var problem)
        ? new Visit { Page = page }
        : new Visit { Problem = problem, Passing = IsPassing(problem) };

    private static Visit Resting(Uri address, TimeSpan rest) =>
        new() { Problem = new(ProblemKind.HostResting, $"{address.Host} is left alone for a while after failing or asking for it."), Passing = true, Rest = rest };

    /// <summary>Whether asking again later may go better.</summary>
    private static bool IsPassing(Problem problem) =>
        problem.Kind is ProblemKind.Unreachable or ProblemKind.TooSlow || problem.Status is 408 or 425 or 429 or >= 500;

    public void Dispose()
    {
        _fetcher.Dispose();
        foreach (var turn in _turns.Values) turn.Dispose();
    }
}
