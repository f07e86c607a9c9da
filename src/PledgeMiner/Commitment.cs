using System.Text.Json.Serialization;

namespace PledgeMiner;

/// <summary>A value with the words it was read from.</summary>
public readonly record struct Found<T>(T Value, TextSpan Span);

/// <summary>What a deed may hang on: words that open a condition, and what they name.</summary>
/// <param name="Opener">"provided that", "once"; empty where what is named is a condition by itself: "with the consent of".</param>
/// <param name="Phrase">What names the kind; empty where nothing known does.</param>
/// <param name="Sure">Whether the finder takes it for a condition; the model weighs all.</param>
public sealed record Proviso(ConditionKind Kind, TextSpan Span, string Opener, string Phrase, bool Sure);

/// <summary>Who would carry a deed out (or, for a demand, is asked to).</summary>
/// <param name="Code">Actor code: ISO 3166-1 alpha-3 or one of the guidelines' groups.</param>
/// <param name="Resolved">For WE: the codes of the document's authors where it tells them; else empty.</param>
public sealed record Pledger(string Code, string Name, TextSpan Span, IReadOnlyList<string> Resolved);

/// <summary>Who says it, where it is reported speech.</summary>
public sealed record Speaker(string Name, string Code);

/// <summary>One deed a sentence speaks of, with the slots read from its words. Every sentence has at least one.</summary>
/// <param name="Sentence">Index of its sentence in the document.</param>
/// <param name="Ordinal">0 for the first deed of its sentence.</param>
public sealed record Deed(TextSpan Span, int Sentence, int Ordinal)
{
    public IReadOnlyList<Pledger> Pledgers { get; init; } = [];
    public Speaker? Speaker { get; init; }
    public IReadOnlyList<Found<string>> Beneficiaries { get; init; } = [];
    public IReadOnlyList<Found<Instrument>> Instruments { get; init; } = [];
    public IReadOnlyList<Found<ConditionKind>> Conditions { get; init; } = [];
    public IReadOnlyList<Found<Money>> Amounts { get; init; } = [];
    public IReadOnlyList<Found<Measure>> Quantities { get; init; } = [];
    public Found<Period>? Due { get; init; }

    /// <summary>Everything that is counted, from which the quantities are chosen.</summary>
    [JsonIgnore]
    public IReadOnlyList<Candidate<Measure>> Counts { get; init; } = [];

    /// <summary>Everything that is dated, from which the due date is chosen.</summary>
    [JsonIgnore]
    public IReadOnlyList<Candidate<Period>> Dates { get; init; } = [];

    /// <summary>Everything that it may hang on, from which the conditions are chosen.</summary>
    [JsonIgnore]
    public IReadOnlyList<Proviso> Provisos { get; init; } = [];

    /// <summary>The sentence's clauses, each as a deed of its own, should it speak of several; else empty.</summary>
    [JsonIgnore]
    public IReadOnlyList<Deed> Clauses { get; init; } = [];

    /// <summary>The sentence's verbs, in their order: what the models look at, not what the ledger keeps.</summary>
    [JsonIgnore]
    public IReadOnlyList<VerbFrame> Frames { get; init; } = [];
}

/// <summary>A label with its calibrated probability.</summary>
public readonly record struct Scored<T>(T Label, double Score);

/// <summary>What the models say of a deed.</summary>
/// <param name="Force">Only for a pledge.</param>
/// <param name="Pillars">Most central first; empty for <see cref="Act.None"/>.</param>
/// <param name="Reasons">What weighed most, in words an analyst understands, heaviest first.</param>
public sealed record Judgement(
    Scored<Act> Act, Scored<Force>? Force, IReadOnlyList<Scored<Pillar>> Pillars, IReadOnlyList<string> Reasons)
{
    /// <summary>Below this the models abstain: of 51 such acts on real documents 23 are right, of 127 others 104.</summary>
    private const double Sure = 0.6;

    /// <summary>Whether a person should look first: about half of such judgements are wrong.</summary>
    [JsonIgnore]
    public bool IsDoubtful => Act.Label != PledgeMiner.Act.None && Act.Score < Sure;
}

/// <summary>What a sentence says, one a deed: the slots that were read and what the models judge of them.</summary>
public sealed record Commitment(Deed Deed, Judgement Judgement);
