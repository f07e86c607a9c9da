namespace PledgeMiner;

/// <summary>How a source tells where its pages are.</summary>
public enum SourceKind { Index, Feed, Sitemap, Page, Folder, Warc }

/// <summary>What becomes of a crawl whose hour passed while the program was not running.</summary>
public enum MissedRun { RunNow, Skip, NextWindow }

/// <summary>A place that is crawled on a schedule.</summary>
/// <param name="Name">Short and unique; the key of its runs.</param>
/// <param name="Address">The feed, sitemap, index page or page; for a folder or WARC file the address its pages stand under.</param>
/// <param name="Folder">Where the files lie (or the one WARC file), or null for a source on the web.</param>
/// <param name="Invented">True for the bundled sample: shown as invented, left out of accounts and exports.</param>
public sealed record Source(string Name, Uri Address, string? Folder = null, bool Invented = false)
{
    public SourceKind Kind { get; init; } = Folder is null ? SourceKind.Index : SourceKind.Folder;

    /// <summary>How far its word is trusted: 1 the body that decides, 2 established newsrooms, 3 all others.</summary>
    public int Tier { get; init; } = 3;

    /// <summary>How many links away from its list a page may be.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Most pages fetched in a run; what is left over comes first in the next.</summary>
    public int Pages { get; init; } = 200;

    /// <summary>Links to follow, as patterns of the path ("/news/*"); empty for all on the source's own host.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Links to leave, as patterns of the path; they win over <see cref="Include"/>.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];
}

/// <summary>One crawl of one source, kept in our own tables.</summary>
/// <param name="FinishedAt">Null while it runs, and for a run that was cut off.</param>
/// <param name="Seen">Pages looked at; the sum of new, changed, unchanged and refused.</param>
/// <param name="Refusals">How many were refused for which reason.</param>
public sealed record Run(
    long Id, string Source, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int Seen, int New, int Refused, int Commitments,
    int Changed, int Unchanged, long Bytes, double Seconds, IReadOnlyDictionary<ProblemKind, int> Refusals);
