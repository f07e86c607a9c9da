using System.Security.Cryptography;
using System.Text;

namespace PledgeMiner.Recording.Schema;

/// <summary>A commitment's place: document, span and ordinal. It never moves, whatever models say of it later.</summary>
internal sealed class CommitmentRow
{
    public required string Id { get; set; }
    public required string DocumentId { get; set; }
    public DocumentRow? Document { get; set; }
    public int Start { get; set; }
    public int End { get; set; }
    public int Ordinal { get; set; }

    /// <summary>When it was first found; the order of the review queue.</summary>
    public DateTimeOffset FoundAt { get; set; }
    public List<JudgementRow> Judgements { get; set; } = [];
    public List<VerdictRow> Verdicts { get; set; } = [];

    /// <summary>The same place in the same text has the same id on every machine: 32 hexadecimal digits.</summary>
    public static string IdOf(string documentId, Deed deed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{documentId}:{deed.Span.Start}:{deed.Span.End}:{deed.Ordinal}")))[..32];
}

/// <summary>What one version of the models says of a commitment.</summary>
internal sealed class JudgementRow
{
    public long Id { get; set; }
    public required string CommitmentId { get; set; }
    public CommitmentRow? Commitment { get; set; }
    public required string ModelVersion { get; set; }
    public DateTimeOffset JudgedAt { get; set; }

    // What lists filter and sort by, beside the whole judgement.
    public Act Act { get; set; }
    public double ActScore { get; set; }
    public Force? Force { get; set; }

    /// <summary>Deed and judgement as JSON.</summary>
    public required Commitment Content { get; set; }
}

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

    public Verdict ToVerdict() => new(Decision, Withdrawn, Analyst, At, Comment);
}
