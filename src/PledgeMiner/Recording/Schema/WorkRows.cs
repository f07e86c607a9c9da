namespace PledgeMiner.Recording.Schema;

/// <summary>A process at work. What it holds is its own until this time, which it keeps moving on while it lives.</summary>
internal sealed class WorkerRow
{
    public Guid Id { get; set; }
    public DateTimeOffset Until { get; set; }
}

/// <summary>A source's run under way, and since when the source is known.</summary>
internal sealed class SourceRow
{
    public required string Name { get; set; }
    public DateTimeOffset KnownSince { get; set; }
    public Guid? Owner { get; set; }

    /// <summary>The run that is under way or was cut off.</summary>
    public long? RunId { get; set; }
}

/// <summary>When a host may be asked again.</summary>
internal sealed class HostRow
{
    public required string Name { get; set; }
    public DateTimeOffset NextAt { get; set; }
    public Guid? Owner { get; set; }
}

/// <summary>A site's robots.txt or reservation as it was last had.</summary>
internal sealed class SiteFileRow
{
    public required string Address { get; set; }
    public byte[]? Body { get; set; }

    /// <summary>Why there is no body.</summary>
    public ProblemKind? Problem { get; set; }
    public int? Status { get; set; }
    public DateTimeOffset FetchedAt { get; set; }
}
