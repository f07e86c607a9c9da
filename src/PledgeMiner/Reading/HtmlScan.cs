namespace PledgeMiner.Reading;

/// <summary>What a page would cost a parser, told by one pass over its characters before any parser sees it.</summary>
/// <param name="Depth">The largest number of elements open at once.</param>
/// <param name="Tags">Start and end tags, comments and what else the parser makes a node of.</param>
/// <param name="Attributes">Attributes, counted generously.</param>
/// <param name="Misfits">End tags that close nothing or something else, and elements that nothing closed: the parser looks for each one's partner.</param>
internal readonly record struct HtmlScan(int Depth, int Tags, int Attributes, int Misfits)
{
    /// <summary>How far down the open elements an end tag's partner is looked for.</summary>
    private const int Reach = 64;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = Names(
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "basefont", "frame", "keygen", "bgsound");

    /// <summary>Elements whose end tags authors leave out: one of a group ends the one before it.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Unclosed = Names("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head", "body", "colgroup");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Raw = Names("script", "style", "textarea", "title");

    public static HtmlScan Of(string html)
    {
        var (deepest, tags, attributes, misfits) = (0, 0, 0, 0);
        var open = new List<int>();
        var unclosed = new Dictionary<int, int>();
        for (var i = 0; i < html.Length;)
        {
            var start = html.IndexOf('<', i);
            if (start < 0 || start + 1 >= html.Length) break;
            if (html.AsSpan(start).StartsWith("<!--"))
            {
                // A node to the parser like any tag.
                tags++;
                var close = html.IndexOf("-->", start, StringComparison.Ordinal);
                i = close < 0 ? html.Length : close + 3;
                continue;
            }
            var closing = html[start + 1] == '/';
            var nameStart = start + (closing ? 2 : 1);
            var end = nameStart;
            while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':')) end++;
            var name = html.AsSpan(nameStart, end - nameStart);
            if (name.Length == 0)
            {
                // "</" and "<!" make a node of their own: 2 MB of them took 440 MB of memory.
                if (html[start + 1] is '/' or '!' or '?') tags++;
                i = start + 1;
                continue;
            }
            var tagEnd = html.IndexOf('>', end);
            i = tagEnd < 0 ? html.Length : tagEnd + 1;
            tags++;
            attributes += AttributesIn(html.AsSpan(end, i - end));
            if (Void.Contains(name)) continue;
            if (!closing && Raw.Contains(name)) { i = SkipRaw(html, i, name); continue; }
            var id = string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
            if (Unclosed.Contains(name))
            {
                unclosed[id] = unclosed.GetValueOrDefault(id) + (closing ? -1 : 1);
            }
            else if (closing)
            {
                misfits += Close(open, id);
            }
            else if (tagEnd < 0 || html[tagEnd - 1] != '/')
            {
                open.Add(id);
                deepest = Math.Max(deepest, open.Count);
            }
        }
        return new(deepest, tags, attributes, misfits + open.Count + unclosed.Values.Sum(Math.Abs));
    }

    /// <returns>How many elements did not fit.</returns>
    private static int Close(List<int> open, int id)
    {
        for (var at = open.Count - 1; at >= Math.Max(0, open.Count - Reach); at--)
        {
            if (open[at] != id) continue;
            var between = open.Count - 1 - at;
            open.RemoveRange(at, open.Count - at);
            return between;
        }
        return 1;
    }

    private static int AttributesIn(ReadOnlySpan<char> tag) => tag.Length < 8 ? tag.Count(' ') : tag.Count('=') + tag.Count(' ') + tag.Count('\n') + tag.Count('\t') + tag.Count('/');

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

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        new HashSet<string>(names, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
