namespace PledgeMiner.Recording.Schema;

/// <summary>One crawl of one source; a run that was cut off keeps its row without an end.</summary>
internal sealed class RunRow
{
    public long Id { get; set; }
    public required string Source { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public int Seen { get; set; }
    public int New { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }
    public int Refused { get; set; }
    public int Commitments { get; set; }

    /// <summary>Bytes of bodies, before compression.</summary>
    public long Bytes { get; set; }

    public List<RefusalRow> Refusals { get; set; } = [];

    public Run ToRun() => new(Id, Source, StartedAt, FinishedAt, Seen, New, Refused, Commitments, Changed, Unchanged, Bytes,
        FinishedAt is { } end ? (end - StartedAt).TotalSeconds : 0, Refusals.ToDictionary(x => x.Kind, x => x.Count));
}

/// <summary>How many pages of a run were refused for one reason.</summary>
internal sealed class RefusalRow
{
    public long RunId { get; set; }
    public ProblemKind Kind { get; set; }
    public int Count { get; set; }
}
