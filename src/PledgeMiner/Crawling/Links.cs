using System.IO.Enumeration;
using HtmlAgilityPack;

namespace PledgeMiner.Crawling;

/// <summary>The addresses that an index page, a feed, a sitemap or a page points to.</summary>
public static class Links
{
    /// <summary>
    /// What a source is to follow from a page: http(s) in normal form, each once, in their order, as the source's patterns say;
    /// none where the page asks not to follow its links.
    /// </summary>
    /// <param name="list">Whether the page is a list of the source's: where it has moved to, its pages may be too.</param>
    public static IReadOnlyList<Link> Of(Source source, Page page, bool list = false)
    {
        var self = UrlNormal.Of(page.Address);
        string[] hosts = list ? [SiteOf(source.Address), SiteOf(page.Address)] : [SiteOf(source.Address)];
        return [.. (IsHtml(page) ? OfIndex(page) : OfList(page)).Where(x => x.Address.Scheme is "http" or "https")
            .Select(x => x with { Address = UrlNormal.Of(x.Address) }).Where(x => x.Address != self && IsWanted(source, hosts, x)).DistinctBy(x => x.Address)];
    }

    /// <summary>A feed is made by hand and may point anywhere; an index page's links to other hosts are rarely its articles.</summary>
    private static bool IsWanted(Source source, string[] hosts, Link link) =>
        (source.Kind == SourceKind.Feed || hosts.Contains(SiteOf(link.Address), StringComparer.OrdinalIgnoreCase))
        && (link.List || ((source.Include.Count == 0 || source.Include.Any(x => Fits(x, link.Address))) && !source.Exclude.Any(x => Fits(x, link.Address))));

    /// <summary>The host without its "www.": sites mix both forms.</summary>
    private static string SiteOf(Uri address) => address.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.IdnHost[4..] : address.IdnHost;

    private static bool Fits(string pattern, Uri address) => FileSystemName.MatchesSimpleExpression(pattern, address.PathAndQuery);

    private static bool IsHtml(Page page) =>
        page.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
        || (Feed.Read(page.Body, page.ContentType, page.Address) is null && Sitemap.Read(page.Body, page.ContentType, page.Address) is null);

    private static IEnumerable<Link> OfList(Page page)
    {
        if (Feed.Read(page.Body, page.ContentType, page.Address) is { } feed) return feed.Entries.Select(x => LinkOf(x.Link, false, x.Updated)).OfType<Link>();
        if (Sitemap.Read(page.Body, page.ContentType, page.Address) is not { } sitemap) return [];
        // The newest first: what does not fit into a run is the oldest.
        return sitemap.Sitemaps.OrderByDescending(x => x.Modified).Select(x => LinkOf(x.Location, true, x.Modified))
            .Concat(sitemap.Pages.OrderByDescending(x => x.Modified ?? x.Published).Select(x => LinkOf(x.Location, false, x.Modified))).OfType<Link>();
    }

    private static Link? LinkOf(string? written, bool list, DateTimeOffset? modified) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address) ? new(address, list, modified) : null;

    private static IEnumerable<Link> OfIndex(Page page)
    {
        if (!PageDirectives.Of(page, page.FetchedAt).Follows) return [];
        // The parser's links are read without recursion, so a deep page does no harm here.
        var parsed = new HtmlDocument();
        parsed.Load(new MemoryStream(page.Body), System.Text.Encoding.UTF8);
        var from = Hrefs(parsed, "base").Select(x => Uri.TryCreate(page.Address, x, out var told) ? told : null).FirstOrDefault() ?? page.Address;
        return Hrefs(parsed, "a").Select(x => Uri.TryCreate(from, x, out var address) ? new Link(address) : null).OfType<Link>();
    }

    private static IEnumerable<string> Hrefs(HtmlDocument page, string element) =>
        page.DocumentNode.Descendants(element).Select(x => HtmlEntity.DeEntitize(x.GetAttributeValue("href", "")).Trim()).Where(x => x.Length > 0);
}
