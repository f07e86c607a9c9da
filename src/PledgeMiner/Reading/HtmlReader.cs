using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace PledgeMiner.Reading;

/// <summary>A web page: the article's headings, paragraphs, list items and table rows without what surrounds them.</summary>
internal static partial class HtmlReader
{
    public static Outcome<Draft> Read(Page page)
    {
        if (page.Body.Length > ReadingLimits.HtmlBytes) return ReadingLimits.TooLarge(Reader.Name(page), page.Body.Length, ReadingLimits.HtmlBytes);
        var html = TextDecoding.Decode(page.Body, TextDecoding.CharsetOf(page.ContentType) ?? MetaCharset(page.Body));
        if (Oversized(page, HtmlScan.Of(html)) is { } problem) return problem;
        var parsed = new HtmlDocument { OptionMaxNestedChildNodes = 2 * ReadingLimits.HtmlDepth, OptionReadEncoding = false };
        try
        {
            parsed.LoadHtml(html);
        }
        catch (Exception e) when (e.Message.Contains("nested", StringComparison.OrdinalIgnoreCase))
        {
            return new Problem(ProblemKind.TooDeep, $"{Reader.Name(page)} nests its elements too deeply to be an article: save its text and try again.");
        }
        var outline = HtmlOutline.Of(parsed);
        var metadata = HtmlMetadata.Of(outline, page);
        var title = metadata.Particulars.Title;
        var article = OrLinked(HtmlArticle.Find(outline, title), metadata.Body);
        var text = new DraftBuilder();
        if (title is not null && article.Count > 0) text.Add(BlockKind.Title, title);
        foreach (var run in article) text.Add(run.Kind, run.Text);
        return text.ToDraft(metadata.Particulars, metadata.Language, metadata.Canonical, metadata.Author);
    }

    /// <summary>Pages that scripts build show little text; their JSON-LD often has all of it.</summary>
    private static List<HtmlRun> OrLinked(List<HtmlRun> found, string? linked)
    {
        if (linked is null || found.Sum(x => x.Text.Length) * 2 > linked.Length || linked.Length < 400) return found;
        var page = new HtmlDocument { OptionReadEncoding = false };
        page.LoadHtml(linked.Contains('<', StringComparison.Ordinal) && HtmlScan.Of(linked).Depth < ReadingLimits.HtmlDepth ? linked : $"<pre>{WebUtility.HtmlEncode(linked.ReplaceLineEndings("\n\n"))}</pre>");
        return HtmlOutline.Of(page).Runs;
    }

    private static Problem? Oversized(Page page, HtmlScan scan)
    {
        if (scan.Depth > ReadingLimits.HtmlDepth)
            return new(ProblemKind.TooDeep, $"{Reader.Name(page)} nests more than {ReadingLimits.HtmlDepth} elements, which no article does: save its text and try again.");
        if (scan.Misfits > ReadingLimits.HtmlMisfits)
            return new(ProblemKind.Damaged, $"{Reader.Name(page)} has more than {ReadingLimits.HtmlMisfits} tags without their partner, which no article has: save its text and try again.");
        return scan.Tags > ReadingLimits.HtmlTags || scan.Attributes > ReadingLimits.HtmlAttributes
            ? new(ProblemKind.TooLarge, $"{Reader.Name(page)} has {scan.Tags} tags and about {scan.Attributes} attributes, more than any article: save its text and try again.") : null;
    }

    private static string? MetaCharset(byte[] body)
    {
        var head = Encoding.Latin1.GetString(body.AsSpan(0, Math.Min(body.Length, 4096)));
        return Charset().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("<meta[^>]+charset\\s*=\\s*[\"']?([A-Za-z0-9_-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
