using HtmlAgilityPack;

namespace PledgeMiner.Reading;

/// <summary>What a web page says of itself in meta elements, JSON-LD, its address and its visible text.</summary>
/// <param name="Body">The article's text as JSON-LD gives it, which some pages build their text from.</param>
internal sealed record HtmlMetadata(Particulars Particulars, string? Author, string? Language, Uri? Canonical, string? Body)
{
    public static HtmlMetadata Of(HtmlOutline outline, Page page)
    {
        var metas = new HtmlMetas(outline.Metas);
        var linked = JsonLd.Of(outline.Linked);
        var site = metas.First("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "copyright-holder") ?? Plain(linked.Publisher);
        var title = metas.First("og:title", "twitter:title", "dc.title", "dcterms.title", "headline") ?? Plain(linked.Headline) ?? outline.Heading ?? outline.Title;
        var canonical = CanonicalOf(outline, metas, page.Address);
        var language = LanguageCode(outline.Language) ?? LanguageCode(metas.First("og:locale", "content-language", "language", "dc.language", "dcterms.language", "inlanguage"));
        var author = metas.First("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl") is { } named && !named.Contains("://", StringComparison.Ordinal)
            ? named : Plain(linked.Author) ?? ShownAuthor(outline);
        var published = PublicationDate.Of(outline, metas, linked, page, canonical, outline.Language ?? metas.First("og:locale") ?? language);
        return new(new Particulars(title is null ? null : WithoutSite(title, site), published, site), author, language, canonical, linked.Body);
    }

    /// <summary>The short text of the first element that is named as the author's.</summary>
    private static string? ShownAuthor(HtmlOutline outline)
    {
        foreach (var (node, _) in outline.Labels)
        {
            var names = node.GetAttributeValue("rel", "") + " " + node.GetAttributeValue("itemprop", "") + " " + node.GetAttributeValue("class", "");
            if (!names.Contains("author", StringComparison.OrdinalIgnoreCase) && !names.Contains("byline", StringComparison.OrdinalIgnoreCase)) continue;
            if (HtmlLine.Plain(node.InnerText) is not { Length: > 3 and < 60 } shown) continue;
            return shown.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? shown[3..] : shown;
        }
        return null;
    }

    /// <summary>"Headline | The Site" without the site.</summary>
    private static string? WithoutSite(string title, string? site)
    {
        var cut = title.LastIndexOfAny(['|', '–', '—', '»', '·']);
        if (cut > 0 && title[cut - 1] == ' ' && (title.Length - cut < title.Length / 2 || (site is not null && title.EndsWith(site, StringComparison.OrdinalIgnoreCase))))
            title = title[..cut].Trim();
        if (site is not null && title.EndsWith(site, StringComparison.OrdinalIgnoreCase) && title[..^site.Length].TrimEnd() is [.. var rest, '-' or '|' or '–' or '—' or ':' or '·']) title = rest.Trim();
        return title.Length == 0 ? null : title;
    }

    private static Uri? CanonicalOf(HtmlOutline outline, HtmlMetas metas, Uri address)
    {
        var named = outline.Links.Find(x => x.GetAttributeValue("rel", "").Equals("canonical", StringComparison.OrdinalIgnoreCase))?.GetAttributeValue("href", null);
        var written = named is null ? metas.First("og:url") : HtmlEntity.DeEntitize(named).Trim();
        return written is { Length: > 0 } && Uri.TryCreate(address, written, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
    }

    private static string? LanguageCode(string? written) =>
        written?.Split('-', '_', ',', ' ')[0].Trim().ToLowerInvariant() is { Length: 2 } code ? code : null;

    private static string? Plain(string? text) => text is null ? null : HtmlLine.Plain(text);
}

/// <summary>A page's meta elements by name, property, itemprop or http-equiv.</summary>
internal sealed class HtmlMetas
{
    private readonly Dictionary<string, string> _contents = new(StringComparer.OrdinalIgnoreCase);

    public HtmlMetas(List<HtmlNode> metas)
    {
        foreach (var meta in metas)
        {
            if (meta.GetAttributeValue("content", null) is not { Length: > 0 } content || HtmlLine.Plain(content) is not { } plain) continue;
            foreach (var attribute in (string[])["property", "name", "itemprop", "http-equiv", "pubdate"])
            {
                if (meta.GetAttributeValue(attribute, null) is { Length: > 0 } name) _contents.TryAdd(name.Trim(), plain);
            }
        }
    }

    /// <summary>The content of the first of these names that the page has.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_contents.TryGetValue(name, out var content)) return content;
        }
        return null;
    }
}
