namespace PledgeMiner.Recording.Schema;

/// <summary>An address that was found, and how far it has come.</summary>
internal sealed class FrontierRow
{
    public long Id { get; set; }
    public required string Source { get; set; }

    /// <summary>In its normal form.</summary>
    public required string Address { get; set; }

    /// <summary>For a list the source it belongs to, else empty: a page is known once, a list once a source.</summary>
    public required string ListOf { get; set; }
    public VisitState State { get; set; }

    /// <summary>Of a page the links from its list, of a list the lists above it.</summary>
    public int Depth { get; set; }

    public DateTimeOffset FoundAt { get; set; }

    /// <summary>When it may be fetched again.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Days from this visit to the next; doubled while nothing changes.</summary>
    public int Days { get; set; } = 1;

    /// <summary>The process that works on it.</summary>
    public Guid? Owner { get; set; }

    /// <summary>Minings of its own that failed or killed the process.</summary>
    public int Tries { get; set; }

    /// <summary>It was being mined beside others when the process died: mined alone from now on, until it is done.</summary>
    public bool Alone { get; set; }
    public string? ETag { get; set; }
    public string? LastModified { get; set; }

    /// <summary>The latest stored page; the same for every address that led to it.</summary>
    public long? PageId { get; set; }

    /// <summary>Whether that page came where the address had another one before.</summary>
    public bool Changed { get; set; }
    public DateTimeOffset? VisitedAt { get; set; }
    public ProblemKind? Problem { get; set; }
    public string? ProblemMessage { get; set; }

    public Lease ToLease(long run) => new(Id, run, Source, new Uri(Address), Depth, ListOf.Length > 0, new(ETag, LastModified),
        State is VisitState.Fetched or VisitState.Mining ? PageId : null, Alone);
}

/// <summary>That an address gave a body other than the one before it; in the order of the ids.</summary>
internal sealed class RevisionRow
{
    public long Id { get; set; }
    public required string Address { get; set; }
    public long PageId { get; set; }
    public PageRow? Page { get; set; }
    public DateTimeOffset At { get; set; }
}
