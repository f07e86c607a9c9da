using System.Collections.Concurrent;

namespace PledgeMiner.Crawling;

/// <summary>Every site's robots.txt, kept for a day in the ledger, so that neither a run nor a restart asks for it again.</summary>
internal sealed class SiteRules(IHosts hosts, TimeProvider? clock)
{
    /// <summary>RFC 9309, 2.4: not longer than a day.</summary>
    private static readonly TimeSpan KnownFor = TimeSpan.FromHours(24);

    /// <summary>How long a site whose robots.txt cannot be had is left alone.</summary>
    public static readonly TimeSpan UnknownFor = TimeSpan.FromHours(1);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, (StoredRobots Stored, Rules Rules)> _parsed = new(StringComparer.Ordinal);

    /// <param name="Unknown">The site could not tell its rules just now: nothing is fetched from it.</param>
    public sealed record Rules(Robots Robots, bool Unknown);

    /// <summary>A site's rules, or null where they are to be asked for.</summary>
    public async Task<Rules?> KnownAsync(Uri address, CancellationToken cancel)
    {
        var site = SiteOf(address);
        if (_parsed.TryGetValue(site, out var parsed) && IsFresh(parsed.Stored)) return parsed.Rules;
        return await hosts.RobotsAsync(site, cancel) is { } stored && IsFresh(stored) ? Parse(site, stored) : null;
    }

    /// <summary>Takes what a site answered. RFC 9309, 2.3.1: a missing robots.txt allows everything, one that cannot be served nothing.</summary>
    public async Task<Rules> KeepAsync(Uri address, Outcome<Page> answer, CancellationToken cancel)
    {
        var stored = answer.TryGet(out var page, out var problem)
            ? new StoredRobots(page.Body, 200, _clock.GetUtcNow())
            : new StoredRobots(null, StatusOf(problem), _clock.GetUtcNow());
        await hosts.KeepRobotsAsync(SiteOf(address), stored, cancel);
        return Parse(SiteOf(address), stored);
    }

    /// <summary>RFC 9309, 2.3.1.2: too many redirects are as a missing file.</summary>
    private static int? StatusOf(Problem problem) => problem.Kind == ProblemKind.TooManyRedirects ? 404 : problem.Status;

    private Rules Parse(string site, StoredRobots stored)
    {
        var rules = stored.Body is { } body ? new Rules(Robots.Parse(body), false)
            : IsMissing(stored) ? new Rules(Robots.AllowAll, false) : new Rules(Robots.DisallowAll, true);
        _parsed[site] = (stored, rules);
        return rules;
    }

    private bool IsFresh(StoredRobots stored) =>
        _clock.GetUtcNow() - stored.FetchedAt < (stored.Body is null && !IsMissing(stored) ? UnknownFor : KnownFor);

    /// <summary>429 is a server that cannot answer now, not a missing file.</summary>
    private static bool IsMissing(StoredRobots stored) => stored.Status is >= 400 and < 500 and not 429;

    private static string SiteOf(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
