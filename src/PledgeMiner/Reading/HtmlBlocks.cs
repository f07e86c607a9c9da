using System.Text;
using HtmlAgilityPack;

namespace PledgeMiner.Reading;

/// <summary>Walks an article's element and cuts its text into blocks.</summary>
internal static class HtmlBlocks
{
    private static readonly HashSet<string> BlockElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "ul", "details", "summary", "caption", "hgroup", "#document",
    };

    public static IReadOnlyList<(BlockKind Kind, string Text)> Of(HtmlNode article, string? title)
    {
        var walk = new Walk(title);
        walk.Visit(article, BlockKind.Paragraph);
        walk.Flush(BlockKind.Paragraph);
        return walk.Blocks;
    }

    /// <summary>White space runs become one space; a no-break space is one too.</summary>
    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) collapsed.Append(c);
            else if (collapsed.Length > 0 && collapsed[^1] != ' ') collapsed.Append(' ');
        }
        if (collapsed.Length > 0 && collapsed[^1] == ' ') collapsed.Length--;
        return collapsed.ToString();
    }

    private sealed class Walk(string? title)
    {
        private readonly StringBuilder _line = new();
        private int _linked;

        public List<(BlockKind Kind, string Text)> Blocks { get; } = [];

        // Depth is bounded by ReadingLimits.HtmlDepth, so recursion is safe.
        public void Visit(HtmlNode node, BlockKind kind)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child.NodeType == HtmlNodeType.Text) Text(child);
                else if (child.Name is "tr") Row(child, kind);
                else if (child.Name is "br") Break(child, kind);
                else if (child.NodeType == HtmlNodeType.Element) Element(child, kind);
            }
        }

        public void Flush(BlockKind kind)
        {
            var text = Collapse(_line.ToString());
            var linkShare = text.Length == 0 ? 0 : (double)_linked / text.Length;
            _line.Clear();
            _linked = 0;
            if (text.Length == 0 || !text.Any(char.IsLetterOrDigit)) return;
            // The title is a block of its own already; lists of links are menus and teasers.
            if (kind is BlockKind.Heading && text == title) return;
            if (kind is BlockKind.Item && linkShare > 0.8) return;
            Blocks.Add((kind, text));
        }

        private void Element(HtmlNode node, BlockKind kind)
        {
            if (!BlockElements.Contains(node.Name))
            {
                var before = _line.Length;
                Visit(node, kind);
                if (node.Name == "a") _linked += _line.Length - before;
                return;
            }
            Flush(kind);
            var inner = node.Name switch
            {
                "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
                "li" => BlockKind.Item,
                "blockquote" => BlockKind.Quote,
                _ => kind,
            };
            Visit(node, inner);
            Flush(inner);
        }

        private void Row(HtmlNode row, BlockKind kind)
        {
            Flush(kind);
            var cells = row.ChildNodes.Where(x => x.Name is "td" or "th").ToList();
            // A row of one cell is layout, not a table.
            if (cells.Count <= 1) { Visit(row, kind); Flush(kind); return; }
            foreach (var cell in cells)
            {
                if (_line.Length > 0) _line.Append(" | ");
                _line.Append(Collapse(HtmlEntity.DeEntitize(cell.InnerText)));
            }
            Flush(BlockKind.Row);
        }

        /// <summary>Two line breaks in a row end a paragraph, as authors without paragraphs mean them to.</summary>
        private void Break(HtmlNode node, BlockKind kind)
        {
            var next = node.NextSibling;
            while (next is { NodeType: HtmlNodeType.Text } && string.IsNullOrWhiteSpace(next.InnerText)) next = next.NextSibling;
            if (next?.Name == "br") Flush(kind);
            else _line.Append(' ');
        }

        private void Text(HtmlNode node) => _line.Append(HtmlEntity.DeEntitize(node.InnerText));
    }
}
