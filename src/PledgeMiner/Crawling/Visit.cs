namespace PledgeMiner.Crawling;

/// <summary>What asking for an address came to: a page or the problem, exactly one of them.</summary>
public sealed record Visit
{
    public Page? Page { get; init; }

    public Problem? Problem { get; init; }

    /// <summary>The server says that nothing has changed.</summary>
    public bool IsUnchanged => Problem?.Kind == ProblemKind.NotModified;

    /// <summary>Whether the next run may have more luck.</summary>
    public bool IsPassing => HostResilience.IsPassing(Problem);

    /// <summary>How long the host is to be left alone; null where it need not be.</summary>
    public TimeSpan? Rest => Problem?.RetryAfter;
}
