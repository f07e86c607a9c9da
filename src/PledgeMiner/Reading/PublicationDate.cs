using System.Text.RegularExpressions;

namespace PledgeMiner.Reading;

/// <summary>
/// The day a page was published: by its address, by what it says to machines, by what it shows to readers, in the order of how
/// often each is right. A date is taken as it was written there, in the site's own time zone.
/// </summary>
internal static partial class PublicationDate
{
    private static readonly string[] Published =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published", "article:published_date", "datepublished", "og:pubdate", "rnews:datepublished", "bt:pubdate",
        "parsely-pub-date", "sailthru.date", "article_date_original", "article:post_date", "originalpublicationdate", "publication_date", "publication-date", "publicationdate", "publish_date", "publish-date",
        "publishdate", "published", "published-date", "published_date", "published_time", "published_at", "pubdate", "pub_date", "pubdatetime", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date.created", "dcterms.created",
        "dcterms.available", "dc.date.publication", "dc:date", "dc.date", "dcsext.articlefirstpublished", "displaydate", "og:pubdate", "og:publish_date", "article.published", "article-publication-date", "cxenseparse:recs:publishtime", "cxenseparse:recs:published",
        "citation_publication_date", "citation_online_date", "prism.publicationdate", "timestamp", "time", "date", "date_published", "datecreated", "created", "creationdate", "creation_date", "release_date", "releasedate", "rbpubdate", "pdate", "pub", "sort_date", "shareaholic:article_published_time",
        "gentime", "dcterms.datesubmitted", "video:release_date", "article.created", "article:created_time", "analyticsattributes.articledate", "doc_date", "eomportal-issued", "last-published",
    ];

    private static readonly string[] Modified =
    [
        "article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified", "dc.date.modified", "dc.modified", "lastmod", "last-modified", "lastmodified", "modified_date",
        "modificationdate", "modified_time", "updated_time", "updated", "revision_date", "date.modified", "dateupdated", "lastdate", "cxenseparse:recs:modifiedtime",
    ];

    public static DateOnly? Of(HtmlOutline outline, HtmlMetas metas, JsonLd linked, Page page, Uri? canonical, string? language)
    {
        var address = canonical ?? page.Address;
        var habits = new DateHabits(IsMonthFirst(language, address), page.FetchedAt.Year < 1995 ? DateOnly.MaxValue : DateOnly.FromDateTime(page.FetchedAt.UtcDateTime).AddDays(1));
        if ((OfAddress(address, habits) ?? OfAddress(page.Address, habits)) is { } addressed) return addressed;
        if ((OfMetas(metas, Published, habits) ?? MachineDate.Of(linked.Published, habits)) is { } told)
            return told.Universal ? ShownDate.BesideMidnight(outline, told.Day, habits) ?? told.Day : told.Day;
        if (ShownDate.OfTimes(outline, habits) is { } timed) return timed;
        var shown = ShownDate.OfText(outline, habits);
        if (shown is { IsSure: true }) return shown.Day;
        return (OfMetas(metas, Modified, habits) ?? MachineDate.Of(linked.Modified, habits))?.Day ?? OfScripts(outline, habits) ?? shown?.Day;
    }

    private static MachineDate? OfMetas(HtmlMetas metas, string[] names, DateHabits habits)
    {
        foreach (var name in names)
        {
            if (MachineDate.Of(metas.First(name), habits) is { } date) return date;
        }
        return null;
    }

    /// <summary>Pages that are built by scripts name the day in what they are built from.</summary>
    private static DateOnly? OfScripts(HtmlOutline outline, DateHabits habits)
    {
        foreach (var script in outline.Scripts)
        {
            var text = script.InnerText;
            foreach (var match in ScriptDate().EnumerateMatches(text))
            {
                var before = text.AsSpan(Math.Max(0, match.Index - 30), Math.Min(30, match.Index));
                if ((before.Contains("publish", StringComparison.OrdinalIgnoreCase) || before.Contains("pubdate", StringComparison.OrdinalIgnoreCase) || before.Contains("posted", StringComparison.OrdinalIgnoreCase))
                    && WrittenDates.First(text.Substring(match.Index + 1, match.Length - 1), habits) is { } date) return date;
            }
        }
        return null;
    }

    private static DateOnly? OfAddress(Uri address, DateHabits habits)
    {
        if (address.IsFile) return null;
        var path = address.AbsolutePath;
        for (var at = 0; at + 8 <= path.Length; at++)
        {
            // Only a year that stands at the beginning of a part: other numbers are identifiers.
            if (path[at] is not ('/' or '-' or '_' or '.') || !char.IsAsciiDigit(path[at + 1])) continue;
            var scan = new DateScan(path, at + 1);
            if (scan.Number() is not var (year, digits)) continue;
            if (digits == 8 && (scan.At == path.Length || !char.IsAsciiDigit(path[scan.At])) && habits.Day(year / 10_000, year / 100 % 100, year % 100) is { } compact) return compact;
            if (digits != 4 || scan.Separator("/-_.") == '\0') continue;
            var month = scan.Month() is var named and > 0 ? named : scan.Number() is (var number, <= 2) ? number : 0;
            if (month == 0 || scan.Separator("/-_.") == '\0' || scan.Number() is not (var day, <= 2)) continue;
            if (scan.At < path.Length && char.IsAsciiLetterOrDigit(path[scan.At])) continue;
            if (habits.Day(year, month, day) is { } date) return date;
        }
        return null;
    }

    /// <summary>Americans write the month first; so do sites in English that don't say where they are.</summary>
    private static bool IsMonthFirst(string? language, Uri address)
    {
        var tag = language?.Replace('_', '-').ToLowerInvariant() ?? "en";
        if (tag is "en-us" or "en-ph") return true;
        return tag == "en" && (address.IsFile || Path.GetExtension(address.Host) is ".com" or ".org" or ".net" or ".us" or ".gov" or ".mil" or ".edu" or ".info");
    }

    [GeneratedRegex("[\"'](?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex ScriptDate();
}
