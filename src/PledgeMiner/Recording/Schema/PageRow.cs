namespace PledgeMiner.Recording.Schema;

/// <summary>A body of bytes, once however many addresses it was found under.</summary>
internal sealed class BodyRow
{
    /// <summary>SHA-256 of the uncompressed bytes.</summary>
    public required string Hash { get; set; }

    /// <summary>The bytes, compressed with Brotli.</summary>
    public required byte[] Compressed { get; set; }

    /// <summary>Bytes before compression.</summary>
    public int Length { get; set; }
}

/// <summary>That an address gave a body, when and with which headers; and what reading it came to.</summary>
internal sealed class PageRow
{
    public long Id { get; set; }
    public required string Source { get; set; }
    public required string Address { get; set; }
    public required string BodyHash { get; set; }
    public BodyRow? Body { get; set; }
    public string? ContentType { get; set; }
    public required string Headers { get; set; }
    public DateTimeOffset FetchedAt { get; set; }
    public bool Invented { get; set; }

    /// <summary>The document read from it; null where it was refused.</summary>
    public string? DocumentId { get; set; }
    public DocumentRow? Document { get; set; }

    /// <summary>Why no document could be read from it.</summary>
    public ProblemKind? Problem { get; set; }
    public string? ProblemMessage { get; set; }
}
