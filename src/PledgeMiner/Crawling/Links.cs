using System.ServiceModel.Syndication;
using System.Xml;
using HtmlAgilityPack;

namespace PledgeMiner.Crawling;

/// <summary>The articles that an index page or a feed points to.</summary>
internal static class Links
{
    /// <summary>Absolute http(s) addresses on the page's own host, each once, in their order; fragments cut off.</summary>
    public static IReadOnlyList<Uri> Of(Page page)
    {
        var found = IsXml(page) ? OfFeed(page) : OfIndex(page);
        return [.. found.Where(x => x.Scheme is "http" or "https" && x.Host.Equals(page.Address.Host, StringComparison.OrdinalIgnoreCase))
            .Select(x => new Uri(x.GetLeftPart(UriPartial.Query))).Where(x => x != page.Address).Distinct()];
    }

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
