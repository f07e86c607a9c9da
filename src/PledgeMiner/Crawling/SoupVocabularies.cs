namespace PledgeMiner.Crawling;

/// <summary>Whose word an element's name is.</summary>
internal enum SoupVocabulary { Core, DublinCore, DublinCoreTerms, Itunes, FeedBurner, Other }

/// <summary>Tells vocabularies by their namespaces and, where these are missing or wrong, by the prefixes everyone uses.</summary>
internal static class SoupVocabularies
{
    private static readonly (string Begins, SoupVocabulary Vocabulary)[] Namespaces =
    [
        ("http://purl.org/rss/1.0/modules/", SoupVocabulary.Other), ("http://www.google.com/schemas/sitemap-", SoupVocabulary.Other),
        .. new[]
        {
            "http://www.w3.org/2005/atom", "http://purl.org/atom/", "http://purl.org/rss/1.0", "http://purl.org/net/rss1.1", "http://my.netscape.com/", "http://channel.netscape.com/",
            "http://backend.userland.com/", "http://blogs.law.harvard.edu/", "http://cyber.law.harvard.edu/", "http://www.rssboard.org/",
            "http://www.sitemaps.org/", "http://www.google.com/schemas/sitemap/",
        }.Select(x => (x, SoupVocabulary.Core)),
        ("http://purl.org/dc/terms", SoupVocabulary.DublinCoreTerms), ("http://purl.org/dc/", SoupVocabulary.DublinCore), ("http://www.itunes.com/", SoupVocabulary.Itunes),
        ("http://rssnamespace.org/feedburner", SoupVocabulary.FeedBurner), ("http://www.feedburner.com/", SoupVocabulary.FeedBurner),
        ("http://search.yahoo.com/mrss", SoupVocabulary.Other), ("http://www.w3.org/1999/", SoupVocabulary.Other),
    ];

    private static SoupVocabulary OfPrefix(string prefix) => prefix.ToLowerInvariant() switch
    {
        "" or "atom" or "a10" or "rss" or "sm" => SoupVocabulary.Core,
        "dc" => SoupVocabulary.DublinCore,
        "dcterms" => SoupVocabulary.DublinCoreTerms,
        "itunes" => SoupVocabulary.Itunes,
        "feedburner" => SoupVocabulary.FeedBurner,
        _ => SoupVocabulary.Other,
    };

    public static SoupVocabulary Of(SoupElement element)
    {
        var colon = element.Written.IndexOf(':');
        var prefix = colon < 0 ? "" : element.Written[..colon];
        var uri = element.NamespaceOf(prefix)?.Trim().Replace("https://", "http://", StringComparison.OrdinalIgnoreCase);
        if (uri is { Length: > 0 })
        {
            var found = Array.FindIndex(Namespaces, x => uri.StartsWith(x.Begins, StringComparison.OrdinalIgnoreCase));
            if (found >= 0) return Namespaces[found].Vocabulary;
        }
        // A default namespace that nobody knows is a spelling mistake.
        return OfPrefix(prefix);
    }
}
