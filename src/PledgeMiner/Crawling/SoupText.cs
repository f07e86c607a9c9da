using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PledgeMiner.Crawling;

/// <summary>Texts and attributes of badly written documents.</summary>
internal static partial class SoupText
{
    /// <summary>With the entities of XML and HTML resolved, once; what is none stays as it is.</summary>
    public static string Decoded(string text)
    {
        if (!text.Contains('&')) return text;
        return WebUtility.HtmlDecode(Numbers().Replace(text, x => Mended(x.Groups[1].Success ? x.Groups[1].Value : x.Groups[2].Value, x.Groups[1].Success) ?? x.Value));
    }

    /// <summary>Numbers 128 to 159 are meant as Windows-1252, and what is no character is U+FFFD; null for all others.</summary>
    private static string? Mended(string digits, bool hexadecimal)
    {
        var number = Convert.ToUInt64(digits, hexadecimal ? 16 : 10);
        return number switch
        {
            >= 128 and <= 159 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([(byte)number]),
            0 or > 0x10FFFF or >= 0xD800 and <= 0xDFFF => "\uFFFD",
            _ => null,
        };
    }

    /// <summary>HTML as one line of plain text.</summary>
    public static string OfHtml(string html) => OneLine(Markup().Replace(html, x => x.Value.StartsWith("<br", StringComparison.OrdinalIgnoreCase) ? " " : "") is var text ? Decoded(text) : "");

    public static string OneLine(string text) => White().Replace(text, " ").Trim(' ');

    /// <summary>Whether a text whose kind nobody told is HTML: it closes an element or holds an entity.</summary>
    public static bool LooksLikeHtml(string text) => HtmlSigns().IsMatch(text) && !UnknownTag().IsMatch(text);

    /// <param name="i">Where the attributes begin; afterwards where the tag's end was found.</param>
    public static IReadOnlyList<(string, string)> Attributes(string text, ref int i)
    {
        List<(string, string)>? found = null;
        while (i < text.Length)
        {
            while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
            if (i >= text.Length || text[i] is '>' or '<') break;
            if (text[i] == '/')
            {
                if (i + 1 < text.Length && text[i + 1] == '>') break;
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('=' or '>' or '/' or '<')) i++;
            var name = text[start..i];
            while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
            var value = "";
            if (i < text.Length && text[i] == '=')
            {
                i++;
                while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
                value = Value(text, ref i);
            }
            // A stray quotation mark or sign is passed over.
            else if (i == start) i++;
            if (name.Length > 0) (found ??= []).Add((name, Decoded(value)));
        }
        return found ?? (IReadOnlyList<(string, string)>)[];
    }

    private static string Value(string text, ref int i)
    {
        if (i < text.Length && text[i] is '"' or '\'')
        {
            var end = text.IndexOf(text[i], i + 1);
            if (end < 0) end = text.Length;
            var quoted = text[(i + 1)..end];
            i = Math.Min(end + 1, text.Length);
            return quoted;
        }
        var start = i;
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] != '>') i++;
        return text[start..i];
    }

    [GeneratedRegex("&#(?:[xX]([0-9a-fA-F]{1,15})|([0-9]{1,15}));")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"<(?:script|style)\b.*?</(?:script|style)\s*>|<!--.*?-->|</?[a-zA-Z][^>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@"</[a-zA-Z]|<(?:br|hr|img)\b[^>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]{2,8}\d?);")]
    private static partial Regex HtmlSigns();

    [GeneratedRegex(@"</?(?!(?:a|abbr|acronym|address|article|b|big|blockquote|br|center|cite|code|dd|del|dfn|div|dl|dt|em|figure|font|h[1-6]|header|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|time|tr|tt|u|ul|var|wbr)\b)[a-zA-Z]", RegexOptions.IgnoreCase)]
    private static partial Regex UnknownTag();
}
