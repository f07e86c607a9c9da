namespace PledgeMiner.App.Reviewing;

/// <summary>Kinds of slots, as the pages name and colour them.</summary>
public enum SlotKind { Who, For, Through, Money, Quantity, When, Condition }

/// <summary>A slot of a deed: its value in words, and the words it was read from.</summary>
internal sealed record Slot(SlotKind Kind, string Value, TextSpan Span)
{
    public string Style => $"slot slot-{Kind.Code()}";

    public static IReadOnlyList<Slot> Of(Deed deed, bool isPledge) =>
    [
        .. deed.Pledgers.Select(x => new Slot(SlotKind.Who, x.Resolved.Count > 0 ? $"{x.Code} ({string.Join(", ", x.Resolved)})" : x.Code, x.Span)),
        .. deed.Beneficiaries.Select(x => new Slot(SlotKind.For, x.Value, x.Span)),
        .. deed.Instruments.Select(x => new Slot(SlotKind.Through, x.Value.Words(), x.Span)),
        .. deed.Amounts.Select(x => new Slot(SlotKind.Money, x.Value.Words(), x.Span)),
        .. deed.Quantities.Select(x => new Slot(SlotKind.Quantity, $"{x.Value.Number:0.##} {x.Value.Unit}", x.Span)),
        .. deed.Due is { } due ? [new Slot(SlotKind.When, due.Value.Words(), due.Span)] : Array.Empty<Slot>(),
        .. isPledge ? deed.Conditions.Select(x => new Slot(SlotKind.Condition, x.Value.Words(), x.Span)) : [],
    ];

    /// <summary>The deed without one of its slots.</summary>
    public Deed RemovedFrom(Deed deed) => Kind switch
    {
        SlotKind.Who => deed with { Pledgers = [.. deed.Pledgers.Where(x => x.Span != Span)] },
        SlotKind.For => deed with { Beneficiaries = [.. deed.Beneficiaries.Where(x => x.Span != Span || x.Value != Value)] },
        SlotKind.Through => deed with { Instruments = [.. deed.Instruments.Where(x => x.Span != Span || x.Value.Words() != Value)] },
        SlotKind.Money => deed with { Amounts = [.. deed.Amounts.Where(x => x.Span != Span)] },
        SlotKind.Quantity => deed with { Quantities = [.. deed.Quantities.Where(x => x.Span != Span)] },
        SlotKind.When => deed with { Due = null },
        _ => deed with { Conditions = [.. deed.Conditions.Where(x => x.Span != Span || x.Value.Words() != Value)] },
    };

    /// <summary>The deed with one more slot, or what is wrong with the value.</summary>
    public static Outcome<Deed> Added(Deed deed, SlotKind kind, string value, TextSpan span, string words)
    {
        var typed = value.Trim();
        switch (kind)
        {
            case SlotKind.Who when IsCode(typed): return deed with { Pledgers = [.. deed.Pledgers, new(typed, words, span, [])] };
            case SlotKind.For when IsCode(typed): return deed with { Beneficiaries = [.. deed.Beneficiaries, new(typed, span)] };
            case SlotKind.Who or SlotKind.For: return Refused($"'{typed}' is not an actor's code: write three capitals such as NOR, or a group such as EU or NATO.");
            case SlotKind.Through when Labels.TryParse<Instrument>(typed, out var instrument): return deed with { Instruments = [.. deed.Instruments, new(instrument, span)] };
            case SlotKind.Condition when Labels.TryParse<ConditionKind>(typed, out var condition): return deed with { Conditions = [.. deed.Conditions, new(condition, span)] };
            case SlotKind.Through or SlotKind.Condition: return Refused($"'{typed}' is not one of the labels: write one that the list offers.");
            case SlotKind.Money when Pair(typed) is var (sum, currency) && currency.Length == 3 && IsCode(currency): return deed with { Amounts = [.. deed.Amounts, new(new(sum, currency), span)] };
            case SlotKind.Money: return Refused($"'{typed}' is not a sum: write a number and a currency, such as 1200000000 EUR.");
            case SlotKind.Quantity when Pair(typed) is var (number, unit): return deed with { Quantities = [.. deed.Quantities, new(new(number, unit), span)] };
            case SlotKind.Quantity: return Refused($"'{typed}' is not a quantity: write a number and a unit, such as 2 battery.");
            default: return DateOnly.TryParse(typed, out var day) ? deed with { Due = new(new(null, day), span) } : Refused($"'{typed}' is not a day: write it as 2026-12-31.");
        }
    }

    private static Problem Refused(string message) => new(ProblemKind.UnsupportedFormat, message);

    private static bool IsCode(string typed) => typed.Length is >= 2 and <= 8 && typed.All(x => char.IsAsciiLetterUpper(x) || char.IsAsciiDigit(x));

    private static (decimal Number, string Word)? Pair(string typed) =>
        typed.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var number, var word] && decimal.TryParse(number, out var value) ? (value, word) : null;
}
