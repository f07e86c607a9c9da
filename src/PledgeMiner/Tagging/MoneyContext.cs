namespace PledgeMiner.Tagging;

/// <summary>Which states stand around an amount: they tell Norwegian kroner from Danish.</summary>
internal sealed class MoneyContext(List<GazetteerHit> hits, string? usual)
{
    /// <summary>As many phrases to either side are asked: a sentence of news names fewer.</summary>
    private const int Around = 16;

    /// <summary>The state named by the words from first to before after, or null.</summary>
    public string? StateAt(int firstWord, int after) =>
        GazetteerHits.At(hits, firstWord) is { Entry.Role: GazetteerRole.State or GazetteerRole.Demonym } hit && hit.First == firstWord && hit.After == after
            ? hit.Entry.Code
            : null;

    /// <summary>The currency among several of one name: that of the given state, else of the nearest before in the sentence, else behind, else of the document's usual one, else the first.</summary>
    public string Choose(string[] sharers, string? state, int word)
    {
        if (Own(sharers, state) is { } own) return own;
        var index = GazetteerHits.IndexFrom(hits, word);
        for (var i = index - 1; i >= Math.Max(0, index - Around); i--)
        {
            if (Own(sharers, hits[i].Entry.Code) is { } before) return before;
        }
        for (var i = index; i < Math.Min(hits.Count, index + Around); i++)
        {
            if (Own(sharers, hits[i].Entry.Code) is { } behind) return behind;
        }
        return Own(sharers, usual) ?? sharers[0];
    }

    private static string? Own(string[] sharers, string? state) =>
        state is not null && MoneyCurrencies.OfState(state) is { } currency && sharers.Contains(currency) ? currency : null;
}
