using HtmlAgilityPack;

namespace PledgeMiner.Reading;

/// <summary>What an element's attributes say of it, from one look at each.</summary>
/// <param name="Names">A hash of its class.</param>
/// <param name="IsLabel">Its names speak of a date or of authors.</param>
internal readonly record struct HtmlMarks(PagePart Part, int Names, bool Hidden, bool IsLabel)
{
    private static readonly string[] LabelWords = ["date", "time", "publi", "posted", "author", "byline", "created", "datum", "fecha", "meta"];

    public static HtmlMarks Of(HtmlNode node)
    {
        if (!node.HasAttributes) return default;
        var (part, names, hidden, label) = (PagePart.None, 0, false, false);
        foreach (var attribute in node.Attributes)
        {
            var value = attribute.Value ?? "";
            switch (attribute.Name)
            {
                case "class" or "id" or "role" or "data-component" or "data-testid" or "data-qa" or "data-module" or "data-type" or "data-component-name":
                    part |= PageParts.Of(value);
                    if (attribute.Name == "class") names = string.GetHashCode(value.AsSpan(), StringComparison.Ordinal);
                    label |= attribute.Name is "class" or "id" && IsLabelName(value);
                    break;
                case "itemprop" or "property" or "rel":
                    if (value.Contains("articleBody", StringComparison.OrdinalIgnoreCase)) part |= PagePart.Body;
                    label |= IsLabelName(value);
                    break;
                case "hidden": hidden = true; break;
                case "aria-hidden": hidden |= value == "true"; break;
                case "style": hidden |= HidesIt(value); break;
            }
        }
        // A part named as the body's is that, whatever else it is named.
        if ((part & PagePart.Body) != 0) part = PagePart.Body;
        return new(part, names, hidden || (part & PagePart.Hidden) != 0, label);
    }

    private static bool IsLabelName(string names)
    {
        foreach (var word in LabelWords)
        {
            if (names.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static bool HidesIt(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + 7).TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
