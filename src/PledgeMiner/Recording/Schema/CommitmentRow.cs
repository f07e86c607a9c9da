using System.Security.Cryptography;
using System.Text;

namespace PledgeMiner.Recording.Schema;

/// <summary>
/// A commitment's place: document, span and ordinal. It never moves, whatever models say of it later. Beside it what lists filter and
/// sort by, derived from the latest judgement and the verdicts whenever these change, so that a filter reads one narrow table.
/// </summary>
internal sealed class CommitmentRow
{
    public required string Id { get; set; }

    /// <summary>Its number in the full-text index.</summary>
    public long Number { get; set; }
    public required string DocumentId { get; set; }
    public DocumentRow? Document { get; set; }
    public int Start { get; set; }
    public int End { get; set; }
    public int Ordinal { get; set; }

    /// <summary>When it was first found; the order of the review queue.</summary>
    public DateTimeOffset FoundAt { get; set; }
    public Origin Origin { get; set; }

    /// <summary>How many opinions were wanted from the start.</summary>
    public int Wanted { get; set; } = 1;

    /// <summary>A place in random order that anybody can work out again.</summary>
    public int Draw { get; set; }

    /// <summary>Verdicts so far: whoever decides says which they had seen.</summary>
    public int Revision { get; set; }
    public ReviewState State { get; set; }

    /// <summary>Whether an opinion is still wanted.</summary>
    public bool Open { get; set; } = true;

    /// <summary>Who gave the first of two opinions, and so cannot give the other.</summary>
    public string? FirstBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public bool Corrected { get; set; }
    public Act Act { get; set; }
    public double ActScore { get; set; }
    public Force? Force { get; set; }

    // Sets of few labels as bits, sets of codes between spaces: one comparison a row, the same on every engine.
    public int Pillars { get; set; }
    public int Conditions { get; set; }
    public int Instruments { get; set; }
    public string Pledgers { get; set; } = " ";
    public string Beneficiaries { get; set; } = " ";

    /// <summary>The largest amount in euros by rough rates; for order and filters only.</summary>
    public long? Worth { get; set; }
    public DateOnly? Published { get; set; }
    public string Source { get; set; } = "";
    public bool Invented { get; set; }
    public List<JudgementRow> Judgements { get; set; } = [];
    public List<VerdictRow> Verdicts { get; set; } = [];

    public TextSpan Span => new(Start, End);

    /// <summary>The same place in the same text has the same id on every machine: 32 hexadecimal digits.</summary>
    public static string IdOf(string documentId, Deed deed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{documentId}:{deed.Span.Start}:{deed.Span.End}:{deed.Ordinal}")))[..32];

    /// <summary>A place's draw: its id's first 28 bits, as good as random.</summary>
    public static int DrawOf(string id) => Convert.ToInt32(id[..7], 16);

    /// <summary>Whether a draw falls into a share of all.</summary>
    public static bool FallsInto(int draw, double share) => draw < share * (1 << 28);

    /// <summary>Takes over what is said of it now.</summary>
    public void Describe(Annotation said, double actScore)
    {
        (Act, ActScore, Force) = (said.Act, actScore, said.Force);
        Pillars = Bits.Of(said.Pillars);
        Conditions = Bits.Of(said.Deed.Conditions.Select(x => x.Value));
        Instruments = Bits.Of(said.Deed.Instruments.Select(x => x.Value));
        // WE is found by those it stands for as well.
        Pledgers = Codes(said.Deed.Pledgers.SelectMany(x => x.Resolved.Prepend(x.Code)));
        Beneficiaries = Codes(said.Deed.Beneficiaries.Select(x => x.Value));
        Worth = RoughWorth.Of(said.Deed.Amounts.Select(x => x.Value));
    }

    private static string Codes(IEnumerable<string> codes) => $" {string.Join(' ', codes.Distinct())} ";
}

/// <summary>Sets of labels as bits of a number.</summary>
internal static class Bits
{
    public static int Of<T>(IEnumerable<T> labels) where T : struct, Enum => labels.Aggregate(0, (bits, x) => bits | Of(x));

    public static int Of<T>(T label) where T : struct, Enum => 1 << Convert.ToInt32(label);

    public static IReadOnlyList<T> In<T>(int bits) where T : struct, Enum => [.. Labels.All<T>().Where(x => (bits & Of(x)) != 0)];
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
