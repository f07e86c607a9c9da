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
    public int Refused { get; set; }
    public int Commitments { get; set; }

    public Run ToRun() => new(Id, Source, StartedAt, FinishedAt, Seen, New, Refused, Commitments);
}
