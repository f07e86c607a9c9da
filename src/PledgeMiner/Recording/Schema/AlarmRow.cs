namespace PledgeMiner.Recording.Schema;

/// <summary>That a later revision of a page softened or dropped a sentence which had held a commitment.</summary>
internal sealed class AlarmRow
{
    public long Id { get; set; }

    /// <summary>The commitment of the earlier revision.</summary>
    public required string CommitmentId { get; set; }
    public CommitmentRow? Commitment { get; set; }

    /// <summary>The stored page of the later revision.</summary>
    public long PageId { get; set; }
    public PageRow? Page { get; set; }
    public SofteningKind Kind { get; set; }

    /// <summary>The sentence as it was.</summary>
    public required string Before { get; set; }

    /// <summary>The sentence as it is; null where it is gone.</summary>
    public string? After { get; set; }
    public DateTimeOffset RaisedAt { get; set; }
}

/// <summary>One band of a document's near-duplicate signature; documents that share one may be copies of each other.</summary>
internal sealed class SignatureRow
{
    public required string DocumentId { get; set; }
    public DocumentRow? Document { get; set; }
    public int Band { get; set; }
    public long Value { get; set; }
}
