using System.Text;
using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace PledgeMiner.Reading;

/// <summary>A web page: the article's headings, paragraphs, list items and table rows without what surrounds them.</summary>
internal static partial class HtmlReader
{
    public static Outcome<Draft> Read(Page page)
    {
        var html = TextDecoding.Decode(page.Body, TextDecoding.CharsetOf(page.ContentType) ?? MetaCharset(page.Body));
        if (HtmlDepth.Of(html) > ReadingLimits.HtmlDepth)
            return new Problem(ProblemKind.TooDeep, $"{Reader.Name(page)} nests more than {ReadingLimits.HtmlDepth} elements, which no article does: save its text and try again.");
        var parsed = new HtmlDocument { OptionMaxNestedChildNodes = 2 * ReadingLimits.HtmlDepth };
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
        var article = HtmlArticle.Find(outline, title);
        var text = new DraftBuilder();
        if (title is not null && article.Count > 0) text.Add(BlockKind.Title, title);
        foreach (var run in article) text.Add(run.Kind, run.Text);
        return text.ToDraft(metadata.Particulars, metadata.Language, metadata.Canonical);
    }

    private static string? MetaCharset(byte[] body)
    {
        var head = Encoding.Latin1.GetString(body.AsSpan(0, Math.Min(body.Length, 4096)));
        return Charset().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("<meta[^>]+charset\\s*=\\s*[\"']?([A-Za-z0-9_-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
