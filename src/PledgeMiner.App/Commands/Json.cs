using System.Text.Encodings.Web;
using System.Text.Json;

namespace PledgeMiner.App.Commands;

/// <summary>JSON lines as the commands print them: documented names, labels as their codes, text as it is.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A document and its commitments, as `mine --format jsonl` prints them.</summary>
    public static object Of(string source, Mined mined) => new
    {
        source,
        mined.Document.Id,
        mined.Document.Title,
        mined.Document.Published,
        mined.Document.Publisher,
        mined.Document.Language,
        commitments = mined.Commitments.Select(x => Of(mined.Document, x)),
    };

    private static object Of(Document document, Commitment commitment)
    {
        var (deed, judgement) = commitment;
        return new
        {
            deed.Span.Start,
            deed.Span.End,
            text = deed.Span.Of(document.Text),
            act = judgement.Act.Label.Code(),
            actScore = Math.Round(judgement.Act.Score, 4),
            force = judgement.Force?.Label.Code(),
            pillars = judgement.Pillars.Select(x => new { pillar = x.Label.Code(), score = Math.Round(x.Score, 4) }),
            pledgers = deed.Pledgers.Select(x => new { x.Code, x.Name, text = x.Span.Of(document.Text), x.Span.Start, x.Span.End, x.Resolved }),
            speaker = deed.Speaker,
            beneficiaries = deed.Beneficiaries.Select(x => x.Value),
            instruments = deed.Instruments.Select(x => x.Value.Code()),
            conditions = deed.Conditions.Select(x => new { kind = x.Value.Code(), x.Span.Start, x.Span.End }),
            amounts = deed.Amounts.Select(x => new { x.Value.Value, x.Value.Currency, x.Span.Start, x.Span.End }),
            quantities = deed.Quantities.Select(x => new { x.Value.Number, x.Value.Unit, x.Span.Start, x.Span.End }),
            due = deed.Due is { } due ? new { due.Value.From, due.Value.To, due.Span.Start, due.Span.End } : null,
            reasons = judgement.Reasons,
        };
    }

    /// <summary>A document as `read` prints it.</summary>
    public static object Of(string source, Document document) => new
    {
        source,
        document.Title,
        document.Published,
        document.Publisher,
        document.Language,
        document.Author,
        canonical = document.Canonical?.AbsoluteUri,
        document.Text,
        blocks = document.Blocks.Select(x => new { kind = x.Kind.Code(), x.Span.Start, x.Span.End }),
    };
}
