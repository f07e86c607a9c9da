namespace PledgeMiner;

/// <summary>What an analyst decided about a commitment.</summary>
public enum Decision { Accept, Reject }

/// <summary>In what capacity a decision was made: as one reader's opinion, or to settle opinions that differ.</summary>
public enum Capacity { Opinion, Settlement }

/// <summary>Labels and slots as a person leaves them, in the place of what the models judged.</summary>
/// <param name="Act"><see cref="Act.None"/> where a person confirms that a sentence commits nobody.</param>
public sealed record Annotation(Act Act, Force? Force, IReadOnlyList<Pillar> Pillars, Deed Deed)
{
    /// <summary>What the models judged, for a person to confirm or change.</summary>
    public static Annotation Of(Commitment commitment) =>
        new(commitment.Judgement.Act.Label, commitment.Judgement.Force?.Label, [.. commitment.Judgement.Pillars.Select(x => x.Label)], commitment.Deed);

    /// <summary>Whether two people said the same: act, force, pillars and pledgers, in whatever order.</summary>
    public bool AgreesWith(Annotation other) =>
        Act == other.Act && Force == other.Force && Pillars.ToHashSet().SetEquals(other.Pillars)
        && Deed.Pledgers.Select(x => x.Code).ToHashSet().SetEquals(other.Deed.Pledgers.Select(x => x.Code));
}

/// <summary>A decision as it was made. Verdicts are appended, never updated: undoing one appends its withdrawal.</summary>
/// <param name="Withdrawn">True where this verdict takes the analyst's previous one back.</param>
/// <param name="Comment">Why, in the analyst's words.</param>
public sealed record Verdict(Decision Decision, bool Withdrawn, string Analyst, DateTimeOffset At, string? Comment = null)
{
    public Capacity Capacity { get; init; }

    /// <summary>What was accepted, whole, so that no later model changes what a person said; null for a rejection.</summary>
    public Annotation? Annotation { get; init; }

    /// <summary>True where the annotation differs from what the models had judged.</summary>
    public bool Corrected { get; init; }

    /// <summary>True where the analyst wants somebody else to look as well.</summary>
    public bool AsksSecond { get; init; }

    /// <summary>The bulk decision that this verdict is part of.</summary>
    public Guid? Batch { get; init; }

    /// <summary>Whether two verdicts come to the same.</summary>
    public bool AgreesWith(Verdict other) =>
        Decision == other.Decision && (Annotation, other.Annotation) is var (a, b) && (a is null || b is null ? a == b : a.AgreesWith(b));
}
