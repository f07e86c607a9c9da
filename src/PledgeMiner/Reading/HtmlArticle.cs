using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace PledgeMiner.Reading;

/// <summary>Finds the element that holds a page's article, and throws out what is not part of it.</summary>
internal static partial class HtmlArticle
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "video", "audio", "canvas", "form", "button", "select",
        "input", "textarea", "nav", "footer", "aside", "figure", "figcaption", "dialog", "map", "head", "link", "meta", "#comment",
    };

    private static readonly HashSet<string> TextHolders = new(StringComparer.OrdinalIgnoreCase)
    { "p", "li", "td", "blockquote", "pre", "dd", "h2", "h3", "h4" };

    /// <summary>The element that holds the article, or null where the page has no running text.</summary>
    public static HtmlNode? Find(HtmlDocument page)
    {
        var body = page.DocumentNode.Descendants("body").FirstOrDefault() ?? page.DocumentNode;
        Prune(body);
        var scores = new Dictionary<HtmlNode, double>();
        foreach (var holder in body.Descendants().Where(x => TextHolders.Contains(x.Name)))
        {
            var length = PlainLength(holder);
            // Shorter runs are buttons, bylines and teasers' labels.
            if (length < 25) continue;
            var value = length * (1 - LinkShare(holder));
            var share = 1.0;
            for (var (parent, level) = (holder.ParentNode, 0); parent is not null && level < 4; (parent, level) = (parent.ParentNode, level + 1))
            {
                scores[parent] = scores.GetValueOrDefault(parent) + (value * share);
                // An ancestor counts for less, so that the closest element that gathers all paragraphs wins.
                share *= 0.7;
            }
        }
        if (scores.Count == 0) return PlainLength(body) > 0 ? body : null;
        var best = scores.OrderByDescending(x => x.Value).ThenBy(x => x.Key.StreamPosition).First().Key;
        return Widen(best, body);
    }

    /// <summary>Takes the semantic element around the best one where that adds text and few links.</summary>
    private static HtmlNode Widen(HtmlNode best, HtmlNode body)
    {
        for (var parent = best; parent is not null && parent != body; parent = parent.ParentNode)
        {
            if (parent.Name is "article" or "main" || parent.GetAttributeValue("itemprop", "") == "articleBody" || parent.GetAttributeValue("role", "") == "main") return parent;
        }
        return best;
    }

    private static void Prune(HtmlNode body)
    {
        var whole = PlainLength(body);
        foreach (var node in body.Descendants().Where(x => Dropped.Contains(x.Name) || x.NodeType == HtmlNodeType.Comment || IsHidden(x)).ToList()) node.Remove();
        foreach (var node in body.Descendants().Where(x => x.NodeType == HtmlNodeType.Element && x.Name is not ("body" or "article" or "main" or "html")).ToList())
        {
            if (node.ParentNode is null) continue;
            var marks = node.GetAttributeValue("class", "") + " " + node.GetAttributeValue("id", "");
            // A page's own wrapper may carry such a word; what holds much of the page is never thrown out.
            if (marks.Length > 1 && Boilerplate().IsMatch(marks) && !Content().IsMatch(marks) && PlainLength(node) < whole * 0.3) node.Remove();
        }
    }

    private static bool IsHidden(HtmlNode node) =>
        node.Attributes.Contains("hidden") || node.GetAttributeValue("aria-hidden", "") == "true"
        || node.GetAttributeValue("style", "").Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    internal static int PlainLength(HtmlNode node)
    {
        var length = 0;
        foreach (var text in node.DescendantsAndSelf().Where(x => x.NodeType == HtmlNodeType.Text && !Dropped.Contains(x.ParentNode?.Name ?? "")))
            length += text.InnerText.AsSpan().Trim().Length;
        return length;
    }

    internal static double LinkShare(HtmlNode node)
    {
        var length = PlainLength(node);
        return length == 0 ? 0 : (double)node.Descendants("a").Sum(PlainLength) / length;
    }

    [GeneratedRegex(@"(?:^|[\s_-])(?:share|sharing|social|related|recirc|recommend\w*|newsletter\w*|promo\w*|advert\w*|ads?|sponsor\w*|comments?|disqus|sidebar|breadcrumbs?|cookie\w*|consent|subscri\w*|paywall|footer|menu|navbar|navigation|masthead|toolbar|trending|popular|most-read|more-on|read-more|readmore|taboola|outbrain|caption|byline|author-bio|author-box|bio|tags?|topics|toc|skip|login|signup|sign-up|modal|popup|banner|copyright|credits?|teaser|carousel|gallery|widget|print|utility|metadata|timestamp)(?:$|[\s_-])", RegexOptions.IgnoreCase)]
    private static partial Regex Boilerplate();

    [GeneratedRegex(@"(?:article|story|post|entry)[_-]?(?:body|content|text)|(?:^|\s)(?:content|main)(?:$|\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Content();
}
