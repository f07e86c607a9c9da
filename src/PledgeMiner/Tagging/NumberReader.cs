namespace PledgeMiner.Tagging;

/// <summary>Reads numbers in figures and words.</summary>
internal static class NumberReader
{
    /// <summary>"one hundred and twenty-three million four hundred and fifty-six thousand" has twelve words.</summary>
    private const int MaxWords = 16;

    public static bool MayStart(GazetteerText text, int word) => text.Words[word].IsDigit || text.Has(word, GazetteerSense.Number);

    public static bool TryRead(GazetteerText text, int first, int end, out NumberPhrase number)
    {
        number = default;
        if (first >= end || !MayStart(text, first)) return false;
        return text.Words[first].IsDigit ? TryFigures(text, first, end, out number) : TryWords(text, first, end, out number);
    }

    private static bool TryFigures(GazetteerText text, int first, int end, out NumberPhrase number)
    {
        number = default;
        var spoken = first + 1 < end && text.Joined(first + 1) && NumberWords.IsSpokenMagnitude(text[first + 1], out _);
        if (!NumberNumeral.TryParse(text.Raw(first), spoken, out var value, out var suffix)) return false;
        var after = first + 1;
        var magnitude = 1m;
        if (suffix.Length > 0)
        {
            if (!NumberWords.IsLarge(GazetteerFold.Text(suffix), out magnitude)) return false;
        }
        else
        {
            if (after + 2 < end && text[after] == "and" && text[after + 1] == "a" && text[after + 2] == "half")
            {
                value += 0.5m;
                after += 3;
            }
            Magnitudes(text, ref after, end, ref magnitude);
        }
        number = new(first, after, value, magnitude, text.Words[after - 1].End);
        return true;
    }

    private static void Magnitudes(GazetteerText text, ref int after, int end, ref decimal magnitude)
    {
        while (after < end && text.Joined(after) && NumberWords.IsLarge(text[after], out var next))
        {
            // A lone letter is a unit ("5 m") unless a currency sign shows that money is meant.
            if (text[after].Length == 1 && !MoneyCurrencies.SignBefore(text, after - 1)) return;
            // Fifteen digits of trillions fit a decimal number, no more.
            if (magnitude * next > 1_000_000_000_000) return;
            magnitude *= next;
            after++;
        }
    }

    private static bool TryWords(GazetteerText text, int first, int end, out NumberPhrase number)
    {
        number = default;
        if (TryPart(text, first, end, out number)) return true;
        var at = first;
        decimal total = 0, current = 0, magnitude = 1;
        var any = false;
        if (text[at] is "a" or "an")
        {
            at++;
            if (at >= end || !text.Joined(at) || !NumberWords.IsSpokenMagnitude(text[at], out _) || text[at] is "millions" or "billions") return false;
            (current, any) = (1, true);
        }
        while (at < end && at - first < MaxWords && (at == first || text.Joined(at)))
        {
            var next = at;
            if (any && text[next] == "and" && next + 1 < end && current >= 100 | total > 0 && NumberWords.IsSmall(text[next + 1], out _)) next++;
            if (NumberWords.IsSmall(text[next], out var small))
            {
                // "two three" are two numbers; "twenty three" is one.
                if (any && current % 100 != 0 && !(current % 10 == 0 && current % 100 >= 20 && small < 10)) break;
                current += small;
            }
            else if (any && next == at && text[at].Length > 1 && NumberWords.IsLarge(text[at], out var large))
            {
                if (text[at] is "millions" or "billions" || (large == 100 && current >= 100)) break;
                if (large == 100) current *= 100;
                else if (at + 1 < end && large >= 1000 && MoreFollows(text, at + 1, end)) (total, current) = (total + current * large, 0);
                else (magnitude, at) = (large, at + 1);
                if (magnitude > 1) break;
            }
            else
            {
                break;
            }
            any = true;
            at = next + 1;
            if (text[at] == "and" && text[at + 1] == "a" && text[at + 2] == "half" && at + 3 < end)
            {
                current += 0.5m;
                at += 3;
            }
        }
        if (!any) return false;
        number = new(first, at, magnitude > 1 ? total / magnitude + current : total + current, magnitude, text.Words[at - 1].End);
        return true;
    }

    private static bool MoreFollows(GazetteerText text, int at, int end) =>
        text.Joined(at) && (NumberWords.IsSmall(text[at], out _) || (text[at] == "and" && at + 1 < end && NumberWords.IsSmall(text[at + 1], out _)));

    /// <summary>"half a billion", "half a dozen", "a quarter of a million".</summary>
    private static bool TryPart(GazetteerText text, int first, int end, out NumberPhrase number)
    {
        number = default;
        var at = first;
        decimal part;
        if (text[at] == "half")
        {
            (part, at) = (0.5m, at + 1);
        }
        else if (text[at] == "a" && text[at + 1] is "half" or "quarter")
        {
            part = text[at + 1] == "half" ? 0.5m : 0.25m;
            at += 2;
            if (text[at] == "of") at++;
        }
        else if (text[at] == "three" && text[at + 1] == "quarters" && text[at + 2] == "of")
        {
            (part, at) = (0.75m, at + 3);
        }
        else
        {
            return false;
        }
        if (text[at] is "a" or "an") at++;
        if (at >= end || !NumberWords.IsSpokenMagnitude(text[at], out var magnitude)) return false;
        number = new(first, at + 1, part, magnitude, text.Words[at].End);
        return true;
    }
}
