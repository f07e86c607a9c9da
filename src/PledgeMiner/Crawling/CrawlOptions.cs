namespace PledgeMiner.Crawling;

/// <summary>How the crawler presents itself and where it may go.</summary>
public sealed record CrawlOptions
{
    /// <summary>How site owners reach the operator; part of the User-Agent.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Hosts that may be reached although their address is private.</summary>
    public IReadOnlyCollection<string> PrivateHosts { get; init; } = [];

    /// <summary>Time between two requests to one host: what courteous crawlers keep where robots.txt says nothing.</summary>
    public TimeSpan HostDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest delay that robots.txt is granted.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that a run waits for a host; one that rests longer is come back to in the next.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The first pause after a host failed; it doubles, with jitter.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time for one request; outside a crawl for a page with all its redirects.</summary>
    public TimeSpan PageTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>More redirects than this are taken for a loop.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Largest body, after decompression.</summary>
    public int PageBytes { get; init; } = 20_000_000;

    /// <summary>
    /// How much larger decompression may make a body beyond its first megabyte. Of 80 saved news pages half shrink to a fifth and none
    /// below an eighth under gzip; a bomb shrinks to a thousandth.
    /// </summary>
    public int CompressionRatio { get; init; } = 200;
}
