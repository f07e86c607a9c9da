namespace PledgeMiner.Crawling;

/// <summary>A feed: what it calls itself and its entries, newest or oldest first as its publisher likes.</summary>
/// <param name="Link">The site it belongs to.</param>
public sealed record Feed(string? Title, string? Link, DateTimeOffset? Updated, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>More entries than this are no feed; the rest is left.</summary>
    private const int MostEntries = 50_000;

    /// <summary>Reads RSS 0.9x to 2.0, Atom 0.3 and 1.0, CDF and JSON Feed, however badly written.</summary>
    /// <param name="address">Where it was found: relative links refer to it.</param>
    /// <returns>Null where the bytes are no feed.</returns>
    public static Feed? Read(byte[] body, string? contentType = null, Uri? address = null)
    {
        var text = WebText.Decode(body, contentType);
        return JsonFeed.Read(text, MostEntries) ?? XmlFeed.Read(XmlSoup.Parse(text), address, MostEntries);
    }
}

/// <summary>An entry of a feed.</summary>
/// <param name="Title">Plain text on one line.</param>
/// <param name="Link">Absolute where that can be known.</param>
/// <param name="Published">In UTC; the only date where the entry has but one.</param>
/// <param name="Updated">When it was last changed, if told.</param>
/// <param name="Guid">What tells it from all others, as written.</param>
public sealed record FeedEntry(string? Title, string? Link, DateTimeOffset? Published, DateTimeOffset? Updated, string? Guid);
