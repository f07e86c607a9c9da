using System.IO.Compression;

namespace PledgeMiner.Crawling;

/// <summary>A site's list of its pages, or of further lists.</summary>
/// <param name="Pages">What it lists, each address once.</param>
/// <param name="Sitemaps">The sitemaps it points to, of an index.</param>
public sealed record Sitemap(IReadOnlyList<SitemapPage> Pages, IReadOnlyList<SitemapPage> Sitemaps)
{
    /// <summary>sitemaps.org: at most so many addresses and bytes after decompression.</summary>
    private const int MostPages = 50_000;

    private const int MostBytes = 52_428_800;

    /// <summary>Reads sitemaps and their indexes in XML, plain text, RSS and Atom, gzipped or not; what follows an error is left out.</summary>
    /// <param name="address">Where it was found: relative addresses refer to it.</param>
    /// <returns>Null where the bytes are no sitemap.</returns>
    public static Sitemap? Read(byte[] body, string? contentType = null, Uri? address = null)
    {
        if (body is [0x1F, 0x8B, ..]) body = Unzipped(body);
        var text = WebText.Decode(body.Length > MostBytes ? body[..MostBytes] : body, contentType);
        if (text.AsSpan().TrimStart() is not ['<', ..] && !text.Contains("<urlset", StringComparison.OrdinalIgnoreCase) && !text.Contains("<sitemapindex", StringComparison.OrdinalIgnoreCase))
            return JsonFeed.Read(text, MostPages) is { } json ? OfFeed(json) : OfLines(text);
        var document = XmlSoup.Parse(text);
        var root = document.Descendants().FirstOrDefault(x => x.Local is "urlset" or "sitemapindex" or "url" or "sitemap" or "rss" or "feed" or "rdf");
        return root?.Local switch
        {
            null => null,
            "rss" or "feed" or "rdf" => XmlFeed.Read(document, address, MostPages) is { } feed ? OfFeed(feed) : null,
            // An index may hold pages by mistake, and the other way round.
            _ => new(Listed(document, "url", address), Listed(document, "sitemap", address)),
        };
    }

    private static List<SitemapPage> Listed(SoupElement document, string name, Uri? address) =>
        [.. document.Descendants().Where(x => x.Local == name).Select(x => SitemapPage.Of(x, address)).OfType<SitemapPage>().DistinctBy(x => x.Location).Take(MostPages)];

    private static Sitemap OfFeed(Feed feed) =>
        new([.. feed.Entries.Where(x => IsWeb(x.Link)).Select(x => new SitemapPage(x.Link!, x.Updated, x.Title, x.Published))], []);

    private static Sitemap? OfLines(string text)
    {
        var lines = text.Split('\n', '\r').Select(x => x.Trim()).Where(IsWeb).Distinct().Take(MostPages).Select(x => new SitemapPage(x)).ToList();
        return lines.Count == 0 ? null : new(lines, []);
    }

    private static bool IsWeb(string? written) => Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !written!.Contains(' ');

    /// <summary>What can be unpacked, up to the limit: a file cut off in the middle still lists its first pages.</summary>
    private static byte[] Unzipped(byte[] body)
    {
        using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[81_920];
        try
        {
            for (int read; plain.Length < MostBytes && (read = gzip.Read(buffer)) > 0;) plain.Write(buffer, 0, read);
        }
        catch (InvalidDataException) when (plain.Length > 0)
        {
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return [];
        }
        return plain.ToArray();
    }
}
