using System.IO.Enumeration;
using System.ServiceModel.Syndication;
using System.Xml;
using HtmlAgilityPack;

namespace PledgeMiner.Crawling;

/// <summary>The addresses that a list (index page or feed) or a page points to.</summary>
public static class Links
{
    /// <summary>What a source is to follow from a page: http(s), each once, in their order, as the source's patterns say.</summary>
    public static IReadOnlyList<Link> Of(Source source, Page page)
    {
        var found = IsXml(page) ? OfFeed(page) : OfIndex(page);
        return [.. found.Where(x => x.Scheme is "http" or "https").Select(x => new Uri(x.GetLeftPart(UriPartial.Query)))
            .Where(x => x != page.Address && IsWanted(source, x)).Distinct().Select(x => new Link(x))];
    }

    /// <summary>A feed is made by hand and may point anywhere; an index page's links to other hosts are rarely its articles.</summary>
    private static bool IsWanted(Source source, Uri address) =>
        (source.Kind == SourceKind.Feed || address.IdnHost.Equals(source.Address.IdnHost, StringComparison.OrdinalIgnoreCase))
        && (source.Include.Count == 0 || source.Include.Any(x => Fits(x, address))) && !source.Exclude.Any(x => Fits(x, address));

    private static bool Fits(string pattern, Uri address) => FileSystemName.MatchesSimpleExpression(pattern, address.PathAndQuery);

    private static bool IsXml(Page page) =>
        page.ContentType?.Contains("xml", StringComparison.OrdinalIgnoreCase) == true && !page.ContentType.Contains("xhtml", StringComparison.OrdinalIgnoreCase)
        || page.Body.AsSpan().StartsWith("<?xml"u8) || page.Body.AsSpan().StartsWith("<rss"u8) || page.Body.AsSpan().StartsWith("<feed"u8);

    private static IEnumerable<Uri> OfFeed(Page page)
    {
        try
        {
            // No entities, no external subsets: a feed needs neither, and both are weapons.
            using var xml = XmlReader.Create(new MemoryStream(page.Body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 20_000_000 });
            return [.. SyndicationFeed.Load(xml).Items.SelectMany(x => x.Links.Where(l => l.RelationshipType is null or "alternate").Take(1)).Select(x => Absolute(page, x.Uri.OriginalString)).OfType<Uri>()];
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            return [];
        }
    }

    private static IEnumerable<Uri> OfIndex(Page page)
    {
        // The parser's links are read without recursion, so a deep page does no harm here.
        var parsed = new HtmlDocument();
        parsed.Load(new MemoryStream(page.Body), System.Text.Encoding.UTF8);
        return parsed.DocumentNode.Descendants("a").Select(x => HtmlEntity.DeEntitize(x.GetAttributeValue("href", ""))).Where(x => x.Length > 0)
            .Select(x => Absolute(page, x)).OfType<Uri>();
    }

    private static Uri? Absolute(Page page, string written) => Uri.TryCreate(page.Address, written.Trim(), out var uri) ? uri : null;
}
