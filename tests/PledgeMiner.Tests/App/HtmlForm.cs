using HtmlAgilityPack;

namespace PledgeMiner.Tests.App;

internal static class HtmlForm
{
    /// <summary>The hidden fields of a page's first form.</summary>
    public static Dictionary<string, string> Hidden(string html)
    {
        var page = new HtmlDocument();
        page.LoadHtml(html);
        return page.DocumentNode.Descendants("input").Where(x => x.GetAttributeValue("type", "") == "hidden")
            .DistinctBy(x => x.GetAttributeValue("name", "")).ToDictionary(x => x.GetAttributeValue("name", ""), x => HtmlEntity.DeEntitize(x.GetAttributeValue("value", "")));
    }
    /// <summary>What a page complains of.</summary>
    public static string Alert(string html)
    {
        var page = new HtmlDocument();
        page.LoadHtml(html);
        return page.DocumentNode.SelectSingleNode("//p[@role='alert']")?.InnerText ?? throw new InvalidOperationException("The page complains of nothing.");
    }
}
