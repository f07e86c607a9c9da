using System.Text;

namespace PledgeMiner.Crawling;

/// <summary>The XML feeds, told apart by nothing but their elements' names: they mix all the time.</summary>
internal static class XmlFeed
{
    /// <summary>No title is longer.</summary>
    private const int LongestTitle = 10_000;

    /// <returns>Null where there is neither a feed's root nor an entry.</returns>
    public static Feed? Read(SoupElement document, Uri? address, int most)
    {
        var root = document.Descendants().FirstOrDefault(x => x.Local is "rss" or "feed" or "rdf" or "channel" || IsEntry(x));
        if (root is null) return null;
        var isAtom = root.Local is "feed" or "entry";
        var head = IsEntry(root) ? root : root.Local is "feed" or "channel" ? root : root.Descendants().FirstOrDefault(x => x.Local is "channel" or "feed") ?? root;
        // Entries stand beside the channel in RSS 1.0, and an entry may quote another's feed.
        var entries = IsEntry(root) ? [root] : Entries(root);
        return new(TitleOf(head, isAtom), LinkOf(head, address), DateOf(head, "updated", "modified", "lastbuilddate", "pubdate", "published", "date", "lastmod"),
            [.. entries.Take(most).Select(x => EntryOf(x, address, isAtom))]);
    }

    private static bool IsEntry(SoupElement element) => element.Local is "item" or "entry" && element.Vocabulary is SoupVocabulary.Core;

    private static IEnumerable<SoupElement> Entries(SoupElement below) =>
        below.Children.SelectMany(x => IsEntry(x) ? [x] : x.Local is "source" or "items" ? [] : Entries(x));

    private static FeedEntry EntryOf(SoupElement entry, Uri? address, bool isAtom)
    {
        var published = DateOf(entry, "pubdate", "published", "issued", "date", "available", "publicationdate") ?? WebDates.Parse(entry.Attribute("lastmod"));
        var updated = DateOf(entry, "updated", "modified");
        var guid = Own(entry, "guid", "id").FirstOrDefault()?.Text.Trim() ?? entry.Attribute("about")?.Trim();
        return new(TitleOf(entry, isAtom), LinkOf(entry, address), published ?? updated ?? DateOf(entry, "created"), updated, string.IsNullOrEmpty(guid) ? null : guid);
    }

    private static string? TitleOf(SoupElement element, bool isAtom)
    {
        SoupVocabulary[] ranked = [SoupVocabulary.Core, SoupVocabulary.DublinCore, SoupVocabulary.Itunes];
        foreach (var vocabulary in ranked)
        {
            foreach (var title in element.Children.Where(x => x.Local == "title" && x.Vocabulary == vocabulary))
            {
                if (PlainText(title, isAtom) is { Length: > 0 } text) return text;
            }
        }
        return null;
    }

    private static string PlainText(SoupElement title, bool isAtom)
    {
        var (type, mode, text) = (title.Attribute("type")?.Trim().ToLowerInvariant() ?? "", title.Attribute("mode"), title.Text.Trim());
        if (text.Length > LongestTitle) text = text[..LongestTitle];
        var isText = type is "" or "text" || type.StartsWith("text/", StringComparison.Ordinal);
        var isMarkup = type is "html" or "text/html" or "application/xhtml+xml" or "xhtml";
        if (mode == "base64" || (type.Contains('/') && !isText && !isMarkup && !type.EndsWith("xml", StringComparison.Ordinal)))
            (text, isMarkup) = (Unpacked(text) ?? text, true);
        // With elements of its own it was markup that is text by now.
        if (title.Children.Any()) return SoupText.OneLine(text);
        // Atom tells what its titles are; of RSS's nobody knows.
        return isMarkup && type is not "xhtml" || (!isAtom && SoupText.LooksLikeHtml(text)) ? SoupText.OfHtml(text) : SoupText.OneLine(text);
    }

    private static string? Unpacked(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static string? LinkOf(SoupElement element, Uri? address)
    {
        var links = element.Children.Where(x => x.Local == "link" && x.Vocabulary == SoupVocabulary.Core && x.Closed).ToList();
        var alternates = links.Where(x => (x.Attribute("rel")?.Trim().ToLowerInvariant() ?? "alternate") is "alternate" or "" or "http://www.iana.org/assignments/relation/alternate").ToList();
        // FeedBurner's own link counts who clicks; the original is beside it.
        var found = element.Children.Where(x => x.Local == "origlink" && x.Vocabulary == SoupVocabulary.FeedBurner).Select(x => Absolute(x, x.Text, address)).FirstOrDefault()
            ?? alternates.OrderByDescending(x => x.Attribute("type") is null or "" or "text/html" or "application/xhtml+xml").Select(x => Absolute(x, Written(x), address)).FirstOrDefault(x => x is not null)
            ?? Absolute(element, element.Attribute("href"), address);
        if (found is not null) return found;
        var permanent = Own(element, "guid", "id").Where(x => x.Attribute("ispermalink")?.Trim().ToLowerInvariant() != "false").Select(x => x.Text).Append(element.Attribute("about") ?? "").Select(x => x.Trim());
        return permanent.FirstOrDefault(x => x.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || x.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
    }

    private static string? Written(SoupElement link) => link.Attribute("href") is { Length: > 0 } href ? href : link.Text;

    private static string? Absolute(SoupElement element, string? written, Uri? address)
    {
        var link = written?.Trim();
        if (string.IsNullOrEmpty(link)) return null;
        // An absolute address stays as it was written.
        if (link.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(link, UriKind.Absolute, out _)) return link;
        return element.BaseOf(address) is { } from && Uri.TryCreate(from, link, out var absolute) ? absolute.AbsoluteUri : link;
    }

    /// <summary>The first date that can be read, in the order of the names.</summary>
    private static DateTimeOffset? DateOf(SoupElement element, params string[] names) =>
        names.SelectMany(name => Own(element, name)).Select(x => WebDates.Parse(x.Text)).FirstOrDefault(x => x is not null);

    /// <summary>Children by their names, in the vocabularies whose titles, dates and ids mean the entry itself.</summary>
    private static IEnumerable<SoupElement> Own(SoupElement element, params string[] names) =>
        names.SelectMany(name => element.Children.Where(x => x.Local == name && x.Vocabulary is SoupVocabulary.Core or SoupVocabulary.DublinCore or SoupVocabulary.DublinCoreTerms));
}
