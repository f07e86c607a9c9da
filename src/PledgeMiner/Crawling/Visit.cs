namespace PledgeMiner.Crawling;

/// <summary>What asking for an address came to: a page, nothing new, or the problem; exactly one of them.</summary>
public sealed record Visit
{
    public Page? Page { get; init; }

    /// <summary>The server says that nothing has changed.</summary>
    public bool Unchanged { get; init; }

    public Problem? Problem { get; init; }

    /// <summary>What to ask with the next time.</summary>
    public Validators Validators { get; init; } = Validators.None;

    /// <summary>With a problem: it may be gone after a while.</summary>
    public bool Passing { get; init; }

    /// <summary>With a passing problem: how long the host is to be left alone, where that is known.</summary>
    public TimeSpan? Rest { get; init; }
}
