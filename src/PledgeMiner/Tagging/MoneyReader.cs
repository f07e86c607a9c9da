namespace PledgeMiner.Tagging;

/// <summary>Finds amounts of money: a number with a currency before or behind it, and both ends of a range of such.</summary>
internal static class MoneyReader
{
    private readonly record struct Amount(int First, int After, TextSpan Span, NumberPhrase Number, string? Currency);

    public static void Read(GazetteerText text, int first, int end, MoneyContext context, List<Entity> found, QuantityClaims claims)
    {
        for (var i = first; i < end; i++)
        {
            if (!NumberReader.MayStart(text, i) || claims.Has(i)) continue;
            if (!TryAmount(text, i, first, end, context, out var amount)) continue;
            if (TryRange(text, amount, first, end, context, out var upper))
            {
                var currency = amount.Currency ?? upper.Currency!;
                var scaled = Inherits(amount.Number, upper.Number) ? amount.Number.Mantissa * upper.Number.Magnitude : amount.Number.Value;
                Add(amount, scaled, currency);
                Add(upper, upper.Number.Value, upper.Currency ?? currency);
                i = upper.After - 1;
            }
            else if (amount.Currency is { } currency)
            {
                Add(amount, amount.Number.Value, currency);
                i = amount.After - 1;
            }
            else
            {
                i = amount.Number.After - 1;
            }
        }

        void Add(Amount amount, decimal value, string currency)
        {
            found.Add(new(amount.Span, EntityKind.Money) { Money = new(decimal.Round(value, 2) / 1.0000m, currency) });
            claims.Take(amount.First, amount.After);
        }
    }

    /// <summary>"1.5-2 billion": the lower end shares the magnitude of the upper.</summary>
    private static bool Inherits(NumberPhrase lower, NumberPhrase upper) =>
        lower.Magnitude == 1 && upper.Magnitude > 1 && lower.Mantissa < 1000 && lower.Mantissa < upper.Value;

    private static bool TryAmount(GazetteerText text, int i, int first, int end, MoneyContext context, out Amount amount)
    {
        amount = default;
        if (!NumberReader.TryRead(text, i, end, out var number)) return false;
        var (start, firstWord, currency) = Before(text, i, first);
        var (last, after, named) = Behind(text, number, end, context);
        if (currency is not null && named is not null && currency != named)
        {
            // "$500 million Canadian dollars" is told twice and the words are the more precise; "€5m USD 6m" is two amounts.
            if (currency == "USD" && text.Has(after - 1, GazetteerSense.Currency)) currency = named;
            else (last, after) = (number.End, number.After);
        }
        amount = new(firstWord, after, new(start, last), number, currency ?? named);
        return !IsShare(text, number.After, number.End) || currency is not null;
    }

    /// <summary>A percentage is no money.</summary>
    private static bool IsShare(GazetteerText text, int after, int end) =>
        (end < text.Text.Length && text.Text[end] == '%') || text[after] is "percent" or "percentage" || (text[after] is "per" && text[after + 1] == "cent");

    private static (int Start, int First, string? Currency) Before(GazetteerText text, int i, int first)
    {
        var start = text.Words[i].Start;
        var at = start - 1;
        while (at >= 0 && text.Text[at] is ' ' or '\u00A0' or '\u202F') at--;
        if (start - at > 3 || at < 0) return (start, i, null);
        var previous = i > first ? text.Words[i - 1] : default;
        if (MoneyCurrencies.BySign(text.Text[at]) is { } sign)
        {
            if (i > first && previous.End == at && sign == "USD" && MoneyCurrencies.TryDollar(text.Text[previous.Start..previous.End], out var dollar))
                return (previous.Start, i - 1, dollar);
            // "CAD $50 million"; but "gave the US $5 million" holds an actor.
            if (i > first && sign == "USD" && previous.End == at - 1 && MoneyCurrencies.IsCode(text.Raw(i - 1)) && MoneyCurrencies.TryDollar(text.Text[previous.Start..previous.End], out var coded))
                return (previous.Start, i - 1, coded);
            return (at, i, sign);
        }
        if (i > first && previous.End == at + 1 && MoneyCurrencies.IsCode(text.Raw(i - 1))) return (previous.Start, i - 1, MoneyCurrencies.ByCode(text.Text[previous.Start..previous.End]));
        return (start, i, null);
    }

    private static (int End, int After, string? Currency) Behind(GazetteerText text, NumberPhrase number, int end, MoneyContext context)
    {
        var at = number.End;
        if (at < text.Text.Length && text.Text[at] is ' ' or '\u00A0') at++;
        if (at < text.Text.Length && MoneyCurrencies.BySign(text.Text[at]) is { } sign && !(at + 1 < text.Text.Length && char.IsAsciiDigit(text.Text[at + 1])))
            return (at + 1, number.After, sign);
        var word = number.After;
        // "300 mln. zloty"
        var abbreviated = word < end && text.Words[word].Gap == GazetteerGap.DotSpace && text[word - 1] is "mln" or "bln" or "bn" or "mn" or "mio" or "mrd";
        if (word >= end || !(text.Joined(word) || abbreviated)) return (number.End, word, null);
        if (MoneyCurrencies.IsCode(text.Raw(word))) return (text.Words[word].End, word + 1, MoneyCurrencies.ByCode(text.Text[text.Words[word].Start..text.Words[word].End]));
        // "100 million Canadian dollars", "2 billion US dollars", "U.S. dollars"
        for (var skipped = 0; skipped <= 2 && word + skipped < end && (skipped == 0 || text.Words[word + skipped].Gap is GazetteerGap.Space or GazetteerGap.Hyphen or GazetteerGap.Dot or GazetteerGap.DotSpace); skipped++)
        {
            var name = text[word + skipped];
            if (!text.Has(word + skipped, GazetteerSense.Currency) || text.Words[word + skipped].Case == (GazetteerCase.Initial | GazetteerCase.Upper)) continue;
            if (skipped > 0 && context.StateAt(word, word + skipped) is null) break;
            if (IsWeight(text, word + skipped, number) || (name == "won" && number.Magnitude < 1000)) break;
            var after = word + skipped + 1;
            if (text[after] == "sterling" && text.Joined(after)) after++;
            return (text.Words[after - 1].End, after, Named(name, context, word, word + skipped));
        }
        return (number.End, number.After, null);
    }

    /// <summary>"2,000-pound bombs", "500 pounds of explosives".</summary>
    private static bool IsWeight(GazetteerText text, int word, NumberPhrase number) =>
        text[word] is "pound" or "pounds" && number.Magnitude < 1_000_000 && (text[word + 1] == "of" || (text[word] == "pound" && text.Words[word].Gap == GazetteerGap.Hyphen));

    private static string Named(string name, MoneyContext context, int first, int after)
    {
        var state = first < after ? context.StateAt(first, after) : null;
        if (MoneyCurrencies.Sharers(name) is { } sharers) return context.Choose(sharers, state, first);
        var usual = MoneyCurrencies.ByName(name)!;
        return state is not null && MoneyCurrencies.IsDollarLike(name) ? MoneyCurrencies.OfState(state) ?? usual : usual;
    }

    /// <summary>"$1.5-2 billion", "5 to 7 billion kroner", "€300 million and 500 million".</summary>
    private static bool TryRange(GazetteerText text, Amount lower, int first, int end, MoneyContext context, out Amount upper)
    {
        upper = default;
        var at = lower.After;
        if (at >= end) return false;
        var between = text[lower.First - 1] == "between";
        if (text[at] is "to" or "or" || (between && text[at] == "and")) at++;
        else if (text.Words[at].Gap is not (GazetteerGap.Hyphen or GazetteerGap.Dash) && !HyphenBefore(text, at)) return false;
        if (at >= end || !TryAmount(text, at, first, end, context, out upper)) return false;
        if (lower.Currency is null && upper.Currency is null) return false;
        // "from €5 million to 30 vehicles" is no range: the other end must look like money too.
        if (upper.Currency is null && upper.Number.Magnitude == 1) return false;
        if (lower.Currency is null && lower.Number.Magnitude == 1 && !Inherits(lower.Number, upper.Number) && upper.Number.Magnitude > 1) return false;
        return true;
    }

    /// <summary>"€1–€2bn": a dash and a sign stand between.</summary>
    private static bool HyphenBefore(GazetteerText text, int word)
    {
        var at = text.Words[word].Start - 1;
        return at >= 1 && MoneyCurrencies.BySign(text.Text[at]) is not null && text.Text[at - 1] is '-' or '–';
    }
}
