namespace PledgeMiner;

/// <summary>A place that is crawled on a schedule: an index page or feed on the web, or a folder of saved pages.</summary>
/// <param name="Name">Short and unique; the key of its runs.</param>
/// <param name="Address">The index page or feed; for a folder the address its files stand under.</param>
/// <param name="Folder">Where the files lie, or null for a source on the web.</param>
/// <param name="Invented">True for the bundled sample: shown as invented, left out of accounts and exports.</param>
public sealed record Source(string Name, Uri Address, string? Folder = null, bool Invented = false);

/// <summary>One crawl of one source, kept in our own tables.</summary>
/// <param name="FinishedAt">Null while it runs, and for a run that was cut off.</param>
/// <param name="Seen">Pages looked at; the sum of new, unchanged and refused.</param>
public sealed record Run(
    long Id, string Source, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int Seen, int New, int Refused, int Commitments);
