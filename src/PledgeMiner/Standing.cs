namespace PledgeMiner;

/// <summary>Where a commitment stands with the people who review it.</summary>
public enum ReviewState
{
    /// <summary>No person has decided.</summary>
    Automatic,

    /// <summary>One of two opinions is in; what it says stays hidden until the other is in too.</summary>
    HalfRead,

    /// <summary>Opinions differ; an adjudicator settles them.</summary>
    Disputed,
    Accepted,
    Rejected,
}

/// <summary>How a commitment came to be reviewed.</summary>
public enum Origin
{
    /// <summary>The models found it.</summary>
    Found,

    /// <summary>The models judged the sentence none; it was drawn at random to be looked at.</summary>
    Sampled,

    /// <summary>A person added what the models had missed.</summary>
    Added,
}

/// <summary>What the verdicts on a commitment come to.</summary>
/// <param name="Verdict">The one in force; null while undecided or disputed.</param>
/// <param name="Opinions">Each analyst's opinion that was not taken back, oldest first.</param>
/// <param name="Wanted">How many opinions it takes to decide.</param>
public sealed record Standing(ReviewState State, Verdict? Verdict, IReadOnlyList<Verdict> Opinions, int Wanted)
{
    /// <summary>Whether it still needs somebody's opinion.</summary>
    public bool IsOpen => State is ReviewState.Automatic or ReviewState.HalfRead;

    /// <param name="log">Every verdict ever made on it, oldest first.</param>
    /// <param name="wanted">Opinions wanted from the start: one, or two where it was drawn for a second opinion.</param>
    public static Standing Of(IReadOnlyList<Verdict> log, int wanted)
    {
        var inForce = log.Where((x, i) => !x.Withdrawn && !log.Skip(i + 1).Any(y => (y.Analyst, y.Capacity) == (x.Analyst, x.Capacity))).ToList();
        var opinions = inForce.Where(x => x.Capacity == Capacity.Opinion).ToList();
        if (opinions.Any(x => x.AsksSecond)) wanted = Math.Max(wanted, 2);
        if (inForce.LastOrDefault(x => x.Capacity == Capacity.Settlement) is { } settled) return new(StateOf(settled), settled, opinions, wanted);
        if (opinions.Count == 0) return new(ReviewState.Automatic, null, opinions, wanted);
        if (opinions.Exists(x => !x.AgreesWith(opinions[0]))) return new(ReviewState.Disputed, null, opinions, wanted);
        return opinions.Count < wanted ? new(ReviewState.HalfRead, null, opinions, wanted) : new(StateOf(opinions[^1]), opinions[^1], opinions, wanted);
    }

    private static ReviewState StateOf(Verdict verdict) => verdict.Decision == Decision.Accept ? ReviewState.Accepted : ReviewState.Rejected;
}
