namespace PledgeMiner.Crawling;

/// <summary>Whose word an element's name is.</summary>
internal enum SoupVocabulary { Core, DublinCore, DublinCoreTerms, Rdf, Itunes, Media, Content, FeedBurner, News, Xhtml, Other }

/// <summary>Tells vocabularies by their namespaces and, where these are missing or wrong, by the prefixes everyone uses.</summary>
internal static class SoupVocabularies
{
    private static readonly (string Begins, SoupVocabulary Vocabulary)[] Namespaces =
    [
        ("http://www.w3.org/2005/atom", SoupVocabulary.Core), ("http://purl.org/atom/", SoupVocabulary.Core),
        ("http://purl.org/rss/1.0/modules/content", SoupVocabulary.Content), ("http://purl.org/rss/1.0/modules/", SoupVocabulary.Other),
        ("http://purl.org/rss/1.0", SoupVocabulary.Core), ("http://purl.org/net/rss1.1", SoupVocabulary.Core), ("http://my.netscape.com/", SoupVocabulary.Core),
        ("http://channel.netscape.com/", SoupVocabulary.Core), ("http://backend.userland.com/", SoupVocabulary.Core), ("http://blogs.law.harvard.edu/", SoupVocabulary.Core),
        ("http://cyber.law.harvard.edu/", SoupVocabulary.Core), ("http://www.rssboard.org/", SoupVocabulary.Core), ("http://feeds.archive.org/", SoupVocabulary.Core),
        ("http://purl.org/dc/terms", SoupVocabulary.DublinCoreTerms), ("http://purl.org/dc/", SoupVocabulary.DublinCore),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns", SoupVocabulary.Rdf), ("http://www.itunes.com/", SoupVocabulary.Itunes),
        ("http://search.yahoo.com/mrss", SoupVocabulary.Media), ("http://rssnamespace.org/feedburner", SoupVocabulary.FeedBurner), ("http://www.feedburner.com/", SoupVocabulary.FeedBurner),
        ("http://www.google.com/schemas/sitemap-news", SoupVocabulary.News), ("http://www.google.com/schemas/sitemap/", SoupVocabulary.Core),
        ("http://www.google.com/schemas/", SoupVocabulary.Other), ("http://www.sitemaps.org/", SoupVocabulary.Core), ("http://www.w3.org/1999/xhtml", SoupVocabulary.Xhtml),
    ];

    private static readonly Dictionary<string, SoupVocabulary> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = SoupVocabulary.Core, ["atom"] = SoupVocabulary.Core, ["a10"] = SoupVocabulary.Core, ["rss"] = SoupVocabulary.Core, ["sm"] = SoupVocabulary.Core,
        ["dc"] = SoupVocabulary.DublinCore, ["dcterms"] = SoupVocabulary.DublinCoreTerms, ["rdf"] = SoupVocabulary.Rdf, ["itunes"] = SoupVocabulary.Itunes,
        ["media"] = SoupVocabulary.Media, ["content"] = SoupVocabulary.Content, ["feedburner"] = SoupVocabulary.FeedBurner, ["news"] = SoupVocabulary.News, ["xhtml"] = SoupVocabulary.Xhtml,
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
        return Prefixes.GetValueOrDefault(prefix, SoupVocabulary.Other);
    }
}
