namespace PledgeMiner.Crawling;

/// <summary>What the answer to a request for robots.txt means, and for how long (RFC 9309, 2.3 and 2.4).</summary>
public static class RobotsPolicy
{
    /// <summary>Rules are not trusted for longer.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    /// <summary>A site that could not tell its rules is asked again within the same night.</summary>
    public static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    /// <summary>Rules that cannot be renewed hold for so long; then all is closed.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromDays(30);

    /// <summary>The rules that an answer gives; null where the site could not tell them, and nothing may be fetched that older rules do not allow.</summary>
    public static Robots? Meaning(Outcome<Page> answer)
    {
        if (answer.TryGet(out var page, out var problem)) return Robots.Parse(page.Body);
        return problem switch
        {
            // Too many requests is no leave to send more.
            { Status: 429 } => null,
            { Kind: ProblemKind.HttpStatus, Status: >= 300 and < 500 } => Robots.AllowAll,
            { Kind: ProblemKind.Empty or ProblemKind.TooManyRedirects } => Robots.AllowAll,
            _ => null,
        };
    }
}
