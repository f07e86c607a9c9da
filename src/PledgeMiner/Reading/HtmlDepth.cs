namespace PledgeMiner.Reading;

/// <summary>How deep a page's elements nest, told by one pass over its characters before any parser recurses into them.</summary>
internal static class HtmlDepth
{
    /// <summary>Elements without an end tag, or whose end tag authors leave out.</summary>
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head", "body", "colgroup",
    };

    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "noscript" };

    /// <returns>The largest number of elements open at once.</returns>
    public static int Of(string html)
    {
        var (depth, deepest) = (0, 0);
        var lookup = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = Raw.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < html.Length;)
        {
            var open = html.IndexOf('<', i);
            if (open < 0 || open + 1 >= html.Length) break;
            if (html.AsSpan(open).StartsWith("<!--"))
            {
                var close = html.IndexOf("-->", open, StringComparison.Ordinal);
                i = close < 0 ? html.Length : close + 3;
                continue;
            }
            var closing = html[open + 1] == '/';
            var start = open + (closing ? 2 : 1);
            var end = start;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end])) end++;
            var name = html.AsSpan(start, end - start);
            var tagEnd = html.IndexOf('>', end);
            i = tagEnd < 0 ? html.Length : tagEnd + 1;
            if (name.Length == 0) { i = open + 1; continue; }
            if (lookup.Contains(name)) continue;
            if (!closing && raw.Contains(name)) { i = SkipRaw(html, i, name); continue; }
            depth = closing ? Math.Max(0, depth - 1) : depth + (tagEnd > 0 && html[tagEnd - 1] == '/' ? 0 : 1);
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

    private static int SkipRaw(string html, int from, ReadOnlySpan<char> name)
    {
        for (var i = from; ;)
        {
            i = html.IndexOf("</", i, StringComparison.Ordinal);
            if (i < 0) return html.Length;
            if (html.AsSpan(i + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return i;
            i += 2;
        }
    }
}
