namespace PledgeMiner.Tagging;

/// <summary>The phrases of one sentence out of a document's.</summary>
internal static class GazetteerHits
{
    public static List<GazetteerHit> Within(List<GazetteerHit> hits, int first, int end)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].First < first) low = middle + 1;
            else high = middle;
        }
        var last = low;
        while (last < hits.Count && hits[last].After <= end) last++;
        return hits.GetRange(low, last - low);
    }
}
