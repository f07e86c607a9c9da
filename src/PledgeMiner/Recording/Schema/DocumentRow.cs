namespace PledgeMiner.Recording.Schema;

/// <summary>A text, once however many pages carry it.</summary>
internal sealed class DocumentRow
{
    /// <summary>SHA-256 of the text.</summary>
    public required string Id { get; set; }
    public required string Text { get; set; }

    /// <summary>The blocks as JSON: they are only ever read together with the text.</summary>
    public required IReadOnlyList<Block> Blocks { get; set; }
    public string? Title { get; set; }
    public DateOnly? Published { get; set; }
    public string? Publisher { get; set; }
    public required string Language { get; set; }
    public string? Canonical { get; set; }

    /// <summary>The document that came first, where this one is a copy of it under another address.</summary>
    public string? CopyOf { get; set; }
    /// <summary>How many deeds in it were judged none: what the sampled ones stand for.</summary>
    public int Nones { get; set; }

    /// <summary>Who has read it to its end, added what was missed, and left nothing undecided; null while nobody has.</summary>
    public string? FullyReadBy { get; set; }
    public List<CommitmentRow> Commitments { get; set; } = [];

    public Document ToDocument() => new(Text, Blocks, Title, Published, Publisher, Language, Canonical is null ? null : new Uri(Canonical));

    public static DocumentRow Of(Document document, int nones) => new()
    {
        Id = document.Id,
        Text = document.Text,
        Blocks = document.Blocks,
        Title = document.Title,
        Published = document.Published,
        Publisher = document.Publisher,
        Language = document.Language,
        Canonical = document.Canonical?.AbsoluteUri,
        Nones = nones,
    };
}
