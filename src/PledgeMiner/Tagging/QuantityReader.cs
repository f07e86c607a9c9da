namespace PledgeMiner.Tagging;

/// <summary>Finds counted things: a number, what describes them, and the noun that names them.</summary>
internal static class QuantityReader
{
    /// <summary>Between number and noun stand at most six words: "two advanced long-range Patriot air defence batteries" has six.</summary>
    private const int MaxDescription = 6;

    public static void Read(GazetteerText text, int first, int end, List<GazetteerHit> hits, List<Entity> found, QuantityClaims claims)
    {
        for (var i = first; i < end; i++)
        {
            if (!NumberReader.MayStart(text, i) || claims.Has(i) || !MayCount(text, i, first)) continue;
            if (!NumberReader.TryRead(text, i, end, out var number)) continue;
            if (claims.AnyIn(i, number.After) || InEquipment(hits, i)) continue;
            // "2.4 Eight packages": the number of an item stands before the count.
            if (text.Words[i].IsDigit && number.After == i + 1 && i + 1 < end && NumberWords.IsSmall(text[i + 1], out _) && text.Words[i + 1].IsCapital) continue;
            var after = number.After;
            NumberPhrase upper = default;
            var range = IsRange(text, i, after) && NumberReader.TryRead(text, after + (IsWordRange(text, i, after) ? 1 : 0), end, out upper) && upper.Value > number.Mantissa;
            if (range) after = upper.After;
            if (Noun(text, after, end, hits, range ? upper.Value : number.Value) is not { } noun)
            {
                i = number.After - 1;
                continue;
            }
            if (range)
            {
                var lower = number.Magnitude == 1 && upper.Magnitude > 1 && number.Mantissa < 1000 && number.Mantissa < upper.Mantissa ? number.Mantissa * upper.Magnitude : number.Value;
                Add(new(text.Words[i].Start, number.End), lower, noun.Unit);
                Add(new(text.Words[upper.First].Start, text.Words[noun.After - 1].End), upper.Value, noun.Unit);
            }
            else
            {
                Add(new(text.Words[i].Start, text.Words[noun.After - 1].End), number.Value, noun.Unit);
            }
            claims.Take(i, noun.After);
            i = noun.After - 1;
        }

        void Add(TextSpan span, decimal value, string unit) =>
            found.Add(new(span, EntityKind.Quantity) { Measure = new(value / 1.0000m, unit) });
    }

    private static bool IsWordRange(GazetteerText text, int first, int after) =>
        text[after] is "to" or "or" || (text[after] == "and" && text[first - 1] == "between");

    private static bool IsRange(GazetteerText text, int first, int after) =>
        after < text.Words.Count && (IsWordRange(text, first, after) || text.Words[after].Gap == GazetteerGap.Hyphen) && text.Joined(after);

    /// <summary>Not the 16 of "F-16", the 5 of "Article 5", the 2024 of "in 2024 soldiers".</summary>
    private static bool MayCount(GazetteerText text, int i, int first)
    {
        var word = text.Words[i];
        if (!word.IsDigit) return true;
        if (i > first && word.Gap == GazetteerGap.Hyphen && !text.Words[i - 1].IsDigit) return false;
        if (i > first && IsLabel(text[i - 1]) && word.Gap is GazetteerGap.Space or GazetteerGap.DotSpace) return false;
        return !(i > first && DateWords.IsYear(text.Raw(i), out _) && (text[i - 1] is "in" or "since" or "by" or "until" or "from" or "during" or "of" || text.Has(i - 1, GazetteerSense.Month)));
    }

    private static bool IsLabel(string word) => word is "article" or "section" or "resolution" or "chapter" or "no" or "number" or "page" or "phase" or "annex" or "paragraph" or "protocol" or "operation";

    private static bool InEquipment(List<GazetteerHit> hits, int word) => GazetteerHits.At(hits, word) is { } hit && hit.First < word;

    /// <summary>The last noun of the phrase behind a number: "14 Leopard 2 tanks" counts tanks, "30 F-16s" F-16s.</summary>
    private static (string Unit, int After)? Noun(GazetteerText text, int at, int end, List<GazetteerHit> hits, decimal number)
    {
        (string Unit, int After)? best = null;
        var (start, named) = (at, 0);
        if (at < end && text[at] is "mm" or "percent" or "percentage" or "per" or "cent" or "pc") return null;
        while (at < end && at - start <= MaxDescription && (text.Joined(at) || (at == start && text.Words[at].Gap == GazetteerGap.Glued)))
        {
            var equipment = EquipmentAt(hits, at);
            if (equipment is { } hit && hit.Entry is { Noun: false })
            {
                // A system's name counts by itself unless a noun follows: "30 F-16s", "14 Leopard 2".
                if (best is null || best.Value.After == at) best = (hit.Entry.Unit!, Math.Min(hit.After, end));
                at = hit.After;
                // "22 M777 155mm howitzers": a name in the singular is followed by the noun, if by up to three words.
                named = number > 1 && text.Text[text.Words[at - 1].End - 1] != 's' ? at + 3 : 0;
                continue;
            }
            // "100 Marder infantry fighting vehicles": the equipment's last word is what is counted.
            if (equipment is { Count: > 1 } kind && kind.After <= end && QuantityUnits.IsPlural(text[kind.After - 1]))
            {
                best = (QuantityUnits.Of(text[kind.After - 1])!, kind.After);
                at = kind.After;
                continue;
            }
            // "60 French and British officers"
            if (text[at] == "and" && IsDemonym(hits, at - 1) && IsDemonym(hits, at + 1))
            {
                at += 2;
                continue;
            }
            if (text.Has(at, GazetteerSense.Stop) || (best is not null && at >= named && (!text.Has(at, GazetteerSense.Unit) || best.Value.After != at))) break;
            if (QuantityUnits.Of(text[at]) is { } unit)
            {
                if (number <= 1 ? unit == text[at] : QuantityUnits.IsPlural(text[at])) (best, named) = ((unit, at + 1), 0);
                // "300 pilots train" counts pilots, "14 tank crews" crews.
                else if (best is not null && at >= named) break;
            }
            else if (text.Has(at, GazetteerSense.TimeUnit) || text.Has(at, GazetteerSense.Currency) || text.Has(at, GazetteerSense.Month) || text.Words[at].IsDigit && !IsDesignation(text, at))
            {
                break;
            }
            at++;
        }
        return best;
    }

    /// <summary>"20 155-mm howitzers", "4 155mm guns", "32 L-70 guns".</summary>
    private static bool IsDesignation(GazetteerText text, int at) =>
        text[at + 1] == "mm" || text.Raw(at).EndsWith("mm") || (text.Words[at].Gap == GazetteerGap.Hyphen && !text.Words[at - 1].IsDigit);

    private static bool IsDemonym(List<GazetteerHit> hits, int word) => GazetteerHits.At(hits, word) is { Entry.Role: GazetteerRole.Demonym };

    private static GazetteerHit? EquipmentAt(List<GazetteerHit> hits, int word) =>
        GazetteerHits.At(hits, word) is { Entry.Role: GazetteerRole.Equipment } hit && hit.First == word ? hit : null;
}
