using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace PledgeMiner.Reading;

/// <summary>What a web page says of itself in meta elements, JSON-LD, time elements and its address.</summary>
internal sealed partial record HtmlMetadata(Particulars Particulars, string? Language, Uri? Canonical)
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
        "dc.date", "dcterms.date", "dcterms.issued", "date", "pubdate", "publish-date", "publication_date", "article.published", "cxenseparse:recs:publishtime",
    ];

    public static HtmlMetadata Of(HtmlDocument page, Uri address)
    {
        var root = page.DocumentNode;
        var metas = root.Descendants("meta")
            .Select(x => (Name: (x.GetAttributeValue("property", null) ?? x.GetAttributeValue("name", null) ?? x.GetAttributeValue("itemprop", "")).ToLowerInvariant(),
                Content: HtmlBlocks.Collapse(HtmlEntity.DeEntitize(x.GetAttributeValue("content", "")))))
            .Where(x => x.Name.Length > 0 && x.Content.Length > 0)
            .DistinctBy(x => x.Name).ToDictionary(x => x.Name, x => x.Content);
        var linked = JsonLd.Of(root);
        var site = metas.GetValueOrDefault("og:site_name") ?? linked.Publisher;
        var title = metas.GetValueOrDefault("og:title") ?? linked.Headline ?? OnlyHeading(root) ?? root.Descendants("title").FirstOrDefault()?.InnerText;
        var published = DateNames.Select(metas.GetValueOrDefault).Select(Date).FirstOrDefault(x => x is not null)
            ?? Date(linked.Published)
            ?? root.Descendants("time").Select(x => Date(x.GetAttributeValue("datetime", null))).FirstOrDefault(x => x is not null)
            ?? AddressDate(address);
        var canonical = root.Descendants("link").FirstOrDefault(x => x.GetAttributeValue("rel", "").Equals("canonical", StringComparison.OrdinalIgnoreCase))?.GetAttributeValue("href", null);
        var language = root.Element("html")?.GetAttributeValue("lang", null)?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return new(
            new Particulars(title is null ? null : WithoutSite(HtmlBlocks.Collapse(HtmlEntity.DeEntitize(title)), site), published, site),
            language is { Length: 2 } ? language : null,
            canonical is not null && Uri.TryCreate(address, HtmlEntity.DeEntitize(canonical), out var uri) && uri.Scheme is "http" or "https" ? uri : null);
    }

    private static string? OnlyHeading(HtmlNode root) =>
        root.Descendants("h1").Select(x => x.InnerText).FirstOrDefault(x => !string.IsNullOrWhiteSpace(x));

    /// <summary>"Headline | The Site" without the site.</summary>
    private static string? WithoutSite(string title, string? site)
    {
        var cut = title.LastIndexOfAny(['|', '–', '—', '»']);
        if (cut > 0 && title[(cut - 1)..(cut)] == " " && (title.Length - cut < title.Length / 2 || (site is not null && title.EndsWith(site, StringComparison.OrdinalIgnoreCase))))
            title = title[..cut].Trim();
        if (site is not null && title.EndsWith(" - " + site, StringComparison.OrdinalIgnoreCase)) title = title[..^(site.Length + 3)].Trim();
        return title.Length == 0 ? null : title;
    }

    private static DateOnly? Date(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date.Year is > 1990 and < 2100
            ? DateOnly.FromDateTime(date.DateTime) : null;

    private static DateOnly? AddressDate(Uri address) =>
        PathDate().Match(address.AbsolutePath) is { Success: true } x
        && DateOnly.TryParseExact($"{x.Groups[1].Value}-{x.Groups[2].Value:00}-{x.Groups[3].Value:00}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : null;

    [GeneratedRegex(@"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")]
    private static partial Regex PathDate();
}

/// <summary>The parts of a page's JSON-LD that describe its article.</summary>
internal sealed record JsonLd(string? Headline, string? Published, string? Publisher)
{
    public static JsonLd Of(HtmlNode root)
    {
        var found = new JsonLd(null, null, null);
        foreach (var script in root.Descendants("script").Where(x => x.GetAttributeValue("type", "").Contains("ld+json", StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                using var json = JsonDocument.Parse(script.InnerText, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
                found = Merge(found, json.RootElement);
            }
            catch (JsonException)
            {
                // Sites publish broken JSON-LD; the page's other signs serve instead.
            }
        }
        return found;
    }

    private static JsonLd Merge(JsonLd found, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Aggregate(found, Merge),
        JsonValueKind.Object => OfObject(found, element),
        _ => found,
    };

    private static JsonLd OfObject(JsonLd found, JsonElement thing)
    {
        if (thing.TryGetProperty("@graph", out var graph)) found = Merge(found, graph);
        var published = Text(thing, "datePublished");
        if (published is null && Text(thing, "headline") is null) return found;
        var publisher = thing.TryGetProperty("publisher", out var p) && p.ValueKind == JsonValueKind.Object ? Text(p, "name") : null;
        return new(found.Headline ?? Text(thing, "headline"), found.Published ?? published, found.Publisher ?? publisher);
    }

    private static string? Text(JsonElement thing, string name) =>
        thing.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
