namespace PledgeMiner.Recording.Schema;

/// <summary>That an analyst has a commitment before them, so that nobody else is given it.</summary>
internal sealed class LeaseRow
{
    public required string CommitmentId { get; set; }
    public CommitmentRow? Commitment { get; set; }
    public required string Analyst { get; set; }
    public DateTimeOffset Until { get; set; }
}

/// <summary>A remark on a commitment; rows are only ever added.</summary>
internal sealed class CommentRow
{
    public long Id { get; set; }
    public required string CommitmentId { get; set; }
    public CommitmentRow? Commitment { get; set; }
    public required string Analyst { get; set; }
    public DateTimeOffset At { get; set; }
    public required string Text { get; set; }
}

/// <summary>That a person has read a document to its end, or takes that back; rows are only ever added.</summary>
internal sealed class FullReadingRow
{
    public long Id { get; set; }
    public required string DocumentId { get; set; }
    public DocumentRow? Document { get; set; }
    public required string Analyst { get; set; }
    public DateTimeOffset At { get; set; }
    public bool Withdrawn { get; set; }
}
