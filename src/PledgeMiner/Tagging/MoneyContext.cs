namespace PledgeMiner.Tagging;

/// <summary>Which states stand around an amount: they tell Norwegian kroner from Danish.</summary>
internal sealed class MoneyContext(IReadOnlyList<GazetteerHit> hits, int first, int end, string? usual)
{
    /// <summary>The state named by the words from first to before after, or null.</summary>
    public string? StateAt(int firstWord, int after)
    {
        foreach (var hit in hits)
        {
            if (hit.First == firstWord && hit.After == after && hit.Entry.Role is GazetteerRole.State or GazetteerRole.Demonym) return hit.Entry.Code;
        }
        return null;
    }

    /// <summary>The currency among several of one name: that of the given state, else of one in the sentence, else of the document's usual one, else the first.</summary>
    public string Choose(string[] sharers, string? state)
    {
        if (state is not null && MoneyCurrencies.OfState(state) is { } own && sharers.Contains(own)) return own;
        foreach (var hit in hits)
        {
            if (hit.First < first || hit.First >= end || hit.Entry.Code.Length != 3) continue;
            if (MoneyCurrencies.OfState(hit.Entry.Code) is { } nearby && sharers.Contains(nearby)) return nearby;
        }
        return usual is not null && MoneyCurrencies.OfState(usual) is { } kept && sharers.Contains(kept) ? kept : sharers[0];
    }
}
