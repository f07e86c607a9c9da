namespace PledgeMiner;

/// <summary>A robots.txt as it was last had.</summary>
/// <param name="Body">Its bytes; null where there was none to read, and then <paramref name="Status"/> says why.</param>
/// <param name="Status">The HTTP status, or null where the site could not be reached.</param>
public sealed record StoredRobots(byte[]? Body, int? Status, DateTimeOffset FetchedAt);

/// <summary>When which host may be asked again: one request at a time, over all threads and processes, and after a crash too.</summary>
public interface IHosts
{
    /// <summary>Waits for a host's turn.</summary>
    /// <param name="delay">What a request that was cut off keeps the host waiting.</param>
    /// <param name="patience">Longer is not waited.</param>
    /// <returns>Null with the turn taken, else how long the host is to be left alone.</returns>
    Task<TimeSpan?> TakeAsync(string host, TimeSpan delay, TimeSpan patience, CancellationToken cancel = default);

    /// <summary>Gives the turn back.</summary>
    /// <param name="delay">How long the host is left alone now.</param>
    /// <param name="failed">Whether the host failed; failures in a row open its circuit.</param>
    Task GiveBackAsync(string host, TimeSpan delay, bool failed, CancellationToken cancel = default);

    /// <summary>The robots.txt of a site ("https://example.org"), or null.</summary>
    Task<StoredRobots?> RobotsAsync(string site, CancellationToken cancel = default);

    Task KeepRobotsAsync(string site, StoredRobots robots, CancellationToken cancel = default);
}
