namespace PledgeMiner.Recording.Schema;

/// <summary>A decision; rows are only ever added.</summary>
internal sealed class VerdictRow
{
    public long Id { get; set; }

    /// <summary>Chosen by whoever asks, so that a repeated request records one verdict.</summary>
    public required Guid RequestId { get; set; }
    public required string CommitmentId { get; set; }
    public CommitmentRow? Commitment { get; set; }
    public Decision Decision { get; set; }
    public bool Withdrawn { get; set; }
    public required string Analyst { get; set; }
    public DateTimeOffset At { get; set; }
    public string? Comment { get; set; }
    public Capacity Capacity { get; set; }

    /// <summary>As JSON.</summary>
    public Annotation? Annotation { get; set; }
    public bool Corrected { get; set; }
    public bool AsksSecond { get; set; }
    public Guid? Batch { get; set; }

    public Verdict ToVerdict() => new(Decision, Withdrawn, Analyst, At, Comment)
    {
        Capacity = Capacity,
        Annotation = Annotation,
        Corrected = Corrected,
        AsksSecond = AsksSecond,
        Batch = Batch,
    };

    public static VerdictRow Of(string commitmentId, Verdict verdict, Guid requestId) => new()
    {
        RequestId = requestId,
        CommitmentId = commitmentId,
        Decision = verdict.Decision,
        Withdrawn = verdict.Withdrawn,
        Analyst = verdict.Analyst,
        At = verdict.At,
        Comment = verdict.Comment,
        Capacity = verdict.Capacity,
        Annotation = verdict.Annotation,
        Corrected = verdict.Corrected,
        AsksSecond = verdict.AsksSecond,
        Batch = verdict.Batch,
    };
}
