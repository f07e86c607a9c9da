using HtmlAgilityPack;

namespace PledgeMiner.Crawling;

/// <summary>The articles that an index page, a feed or a sitemap points to.</summary>
internal static class Links
{
    /// <summary>Absolute http(s) addresses on the page's own host in normal form, each once, in their order; none where the page asks not to follow its links.</summary>
    public static IReadOnlyList<Uri> Of(Page page)
    {
        var found = IsHtml(page) ? OfIndex(page) : OfList(page);
        return [.. found.Where(x => x.Scheme is "http" or "https" && x.Host.Equals(page.Address.Host, StringComparison.OrdinalIgnoreCase))
            .Select(UrlNormal.Of).Where(x => x != UrlNormal.Of(page.Address)).Distinct()];
    }

    private static bool IsHtml(Page page) =>
        page.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
        || (Feed.Read(page.Body, page.ContentType, page.Address) is null && Sitemap.Read(page.Body, page.ContentType, page.Address) is null);

    private static IEnumerable<Uri> OfList(Page page)
    {
        var links = Feed.Read(page.Body, page.ContentType, page.Address)?.Entries.Select(x => x.Link)
            ?? Sitemap.Read(page.Body, page.ContentType, page.Address)?.Pages.Select(x => x.Location) ?? [];
        return links.Select(x => Uri.TryCreate(x, UriKind.Absolute, out var address) ? address : null).OfType<Uri>();
    }

    private static IEnumerable<Uri> OfIndex(Page page)
    {
        if (!PageDirectives.Of(page, page.FetchedAt).Follows) return [];
        // The parser's links are read without recursion, so a deep page does no harm here.
        var parsed = new HtmlDocument();
        parsed.Load(new MemoryStream(page.Body), System.Text.Encoding.UTF8);
        return parsed.DocumentNode.Descendants("a").Select(x => HtmlEntity.DeEntitize(x.GetAttributeValue("href", ""))).Where(x => x.Length > 0)
            .Select(x => Uri.TryCreate(page.Address, x.Trim(), out var address) ? address : null).OfType<Uri>();
    }
}
