namespace PledgeMiner;

/// <summary>The universal parts of speech (universaldependencies.org/u/pos).</summary>
public enum PartOfSpeech : byte { Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X }

/// <summary>A word or mark: text[Start..End] of its document.</summary>
public readonly record struct Token(int Start, int End, PartOfSpeech Pos, string Lemma)
{
    public TextSpan Span => new(Start, End);
}

/// <summary>What a named stretch of a sentence is.</summary>
public enum EntityKind { Person, Organisation, Location, State, Group, Equipment, Money, Quantity, Date }

/// <summary>A named stretch of a sentence. What it stands for is resolved against the document's date.</summary>
public sealed record Entity(TextSpan Span, EntityKind Kind)
{
    /// <summary>The actor's code (guidelines, section 5) for whom the words stand, or null: "Downing Street" is GBR.</summary>
    public string? Code { get; init; }

    /// <summary>The full name of the one meant: "Emmanuel Macron" for "the French president".</summary>
    public string? Name { get; init; }

    /// <summary>For money.</summary>
    public Money? Money { get; init; }

    /// <summary>For quantities.</summary>
    public Measure? Measure { get; init; }

    /// <summary>For dates.</summary>
    public Period? Period { get; init; }

    /// <summary>For equipment: the instrument it belongs to.</summary>
    public Instrument? Instrument { get; init; }
}

/// <summary>An amount of money in whole units of an ISO 4217 currency: 1,300,000,000 EUR.</summary>
public readonly record struct Money(decimal Value, string Currency);

/// <summary>A count with its singular unit: 2 battery.</summary>
public readonly record struct Measure(decimal Number, string Unit);

/// <summary>An interval of days, both ends included; an open end is null.</summary>
public readonly record struct Period(DateOnly? From, DateOnly? To)
{
    /// <summary>One interval over this and a later one; an end that only one of them tells is told. Unaltered where the later one would end it before it begins.</summary>
    public Period Over(Period later)
    {
        var from = From is { } a && later.From is { } b ? a < b ? a : b : From ?? (To is null ? later.From : null);
        // "starting in September, flying in October": until the last end that is told.
        var to = To is { } c && later.To is { } d ? c > d ? c : d : later.To ?? To;
        return from > to ? this : new(from, to);
    }
}

/// <summary>A sentence: where it stands, its words and what it names.</summary>
/// <param name="Block">Index of its block in the document.</param>
public sealed record Sentence(TextSpan Span, int Block, IReadOnlyList<Token> Tokens, IReadOnlyList<Entity> Entities)
{
    /// <summary>A stretch of it as if it were a sentence.</summary>
    public Sentence Part(TextSpan span) => span == Span ? this : new(span, Block, [.. Tokens.Where(x => span.Contains(x.Span))], [.. Entities.Where(x => span.Contains(x.Span))]);
}
