namespace PledgeMiner;

/// <summary>What an analyst decided about a commitment.</summary>
public enum Decision { Accept, Reject }

/// <summary>A decision as it was made. Verdicts are appended, never updated: undoing one appends its withdrawal.</summary>
/// <param name="Withdrawn">True where this verdict takes the analyst's previous one back.</param>
public sealed record Verdict(Decision Decision, bool Withdrawn, string Analyst, DateTimeOffset At, string? Comment = null);
