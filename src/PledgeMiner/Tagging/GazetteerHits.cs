namespace PledgeMiner.Tagging;

/// <summary>Looks phrases up among those of a text, which are in order and do not overlap.</summary>
internal static class GazetteerHits
{
    /// <summary>Fills the list with the phrases that lie wholly within the words.</summary>
    public static void Within(List<GazetteerHit> hits, int first, int end, List<GazetteerHit> within)
    {
        within.Clear();
        for (var i = IndexFrom(hits, first); i < hits.Count && hits[i].After <= end; i++) within.Add(hits[i]);
    }

    /// <summary>The phrase that a word belongs to, or null.</summary>
    public static GazetteerHit? At(List<GazetteerHit> hits, int word)
    {
        var index = IndexFrom(hits, word + 1) - 1;
        return index >= 0 && word < hits[index].After ? hits[index] : null;
    }

    /// <summary>The index of the first phrase that begins at or after a word.</summary>
    public static int IndexFrom(List<GazetteerHit> hits, int word)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].First < word) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
