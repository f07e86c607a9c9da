namespace PledgeMiner;

/// <summary>How a later revision of a page takes a commitment back, the mildest first.</summary>
public enum SofteningKind { ConditionAdded, ForceLowered, NoLongerCommits, Removed }

/// <summary>A commitment that the page's last revision held.</summary>
/// <param name="Quote">Its sentence.</param>
public sealed record HeldCommitment(string Id, string Quote, Commitment Commitment);

/// <summary>That a page's later revision softened or dropped a sentence which had held a commitment.</summary>
/// <param name="After">The sentence as it is now; null where it is gone.</param>
public sealed record Softening(string CommitmentId, SofteningKind Kind, string Before, string? After);
