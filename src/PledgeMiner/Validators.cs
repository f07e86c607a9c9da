namespace PledgeMiner;

/// <summary>What a server gave with a page to be asked with whether it has changed (RFC 9110, 8.8), as sent.</summary>
public sealed record Validators(string? ETag = null, string? LastModified = null)
{
    public static readonly Validators None = new();
}
