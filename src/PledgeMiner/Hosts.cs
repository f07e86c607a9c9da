namespace PledgeMiner;

/// <summary>What a site says to all crawlers (robots.txt, its reservation), as it was last had.</summary>
/// <param name="Body">Its bytes; null where there was none to read.</param>
/// <param name="Problem">Why there was none to read, or, beside a body, why that could not be renewed since.</param>
/// <param name="FetchedAt">When the body came, or the problem where there is none.</param>
public sealed record SiteFile(byte[]? Body, Problem? Problem, DateTimeOffset FetchedAt);

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
    Task GiveBackAsync(string host, TimeSpan delay, CancellationToken cancel = default);

    /// <summary>A site's file, or null where it was never asked for.</summary>
    Task<SiteFile?> FileAsync(Uri address, CancellationToken cancel = default);

    Task KeepFileAsync(Uri address, SiteFile file, CancellationToken cancel = default);
}
