namespace PledgeMiner.Crawling;

/// <summary>An address that a sitemap lists.</summary>
/// <param name="Modified">When the page was last changed, as the site says.</param>
/// <param name="Title">Of the news extension and of feeds.</param>
/// <param name="Published">Of the news extension and of feeds.</param>
public sealed record SitemapPage(string Location, DateTimeOffset? Modified = null, string? Title = null, DateTimeOffset? Published = null)
{
    /// <summary>An entry, or null where its address is missing, cut off or not of the web.</summary>
    internal static SitemapPage? Of(SoupElement entry, Uri? address)
    {
        // One that the end of the file cut off is no address. Images' own stand deeper.
        var written = entry.Children.FirstOrDefault(x => x.Local == "loc" && x.Closed)?.Text ?? "";
        var location = string.Concat(written.Trim().Where(x => x is not ('\n' or '\r' or '\t')));
        if (location.Length == 0) return null;
        if (!Uri.TryCreate(location, UriKind.Absolute, out var absolute) || absolute.Scheme == "file")
        {
            if (address is null || !Uri.TryCreate(address, location, out absolute)) return null;
            location = absolute.AbsoluteUri;
        }
        if (absolute.Scheme is not ("http" or "https")) return null;
        // Of the news extension, whatever its prefix: an image or video has a title and a date of its own.
        var news = entry.Children.FirstOrDefault(x => x.Local == "news");
        var title = news?.Children.FirstOrDefault(x => x.Local == "title")?.Text;
        return new(location, DateOf(entry, "lastmod"), string.IsNullOrWhiteSpace(title) ? null : SoupText.OneLine(title), DateOf(news, "publication_date"));
    }

    private static DateTimeOffset? DateOf(SoupElement? element, string name) =>
        WebDates.Parse(element?.Children.FirstOrDefault(x => x.Local == name)?.Text);
}
