using HtmlAgilityPack;

namespace PledgeMiner.Reading;

/// <summary>The one walk over a parsed page that fills its outline.</summary>
internal sealed class HtmlWalk(HtmlOutline outline)
{
    private readonly HtmlLine _line = new();
    private int _element = -1;
    private bool _silent;

    // The parser was told how deep it may nest (ReadingLimits.HtmlDepth), so recursion is safe.
    public void Walk(HtmlNode root)
    {
        Enter(HtmlTag.Block, default);
        Children(root, BlockKind.Paragraph);
        Flush(BlockKind.Paragraph);
        outline.Elements[0].EndRun = outline.Runs.Count;
    }

    private void Children(HtmlNode node, BlockKind kind)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is HtmlTextNode text) { if (!_silent) Text(text, kind); }
            else if (child.NodeType == HtmlNodeType.Element) Element(child, kind);
        }
    }

    private void Text(HtmlTextNode text, BlockKind kind)
    {
        foreach (var piece in _line.Pieces(text.Text))
        {
            _line.Append(piece);
            if (_line.EndsAtBlankLine) Flush(kind);
        }
    }

    private void Element(HtmlNode node, BlockKind kind)
    {
        var tag = HtmlTags.Of(node.Name);
        switch (tag)
        {
            case HtmlTag.Skip: Skipped(node); return;
            case HtmlTag.Break: Break(node, kind); return;
            case HtmlTag.Inline or HtmlTag.Link: Inline(node, tag, kind); return;
            default: Block(node, tag, kind); return;
        }
    }

    /// <summary>The head and what no reader sees still hold what the page says of itself.</summary>
    private void Skipped(HtmlNode node)
    {
        if (node.Name == "script")
        {
            if (node.GetAttributeValue("type", "").Contains("ld+json", StringComparison.OrdinalIgnoreCase)) outline.Linked.Add(node.InnerText);
            else outline.Scripts.Add(node);
        }
        else if (node.Name == "head")
        {
            var silent = _silent;
            _silent = true;
            Children(node, BlockKind.Paragraph);
            _silent = silent;
        }
    }

    private void Inline(HtmlNode node, HtmlTag tag, BlockKind kind)
    {
        switch (node.Name)
        {
            case "meta": outline.Metas.Add(node); Children(node, kind); return;
            case "link": outline.Links.Add(node); Children(node, kind); return;
            case "title": outline.Title ??= HtmlLine.Plain(node.InnerText); return;
            case "time" or "abbr": outline.Times.Add((node, outline.Runs.Count)); break;
        }
        var marks = HtmlMarks.Of(node);
        if (marks.Hidden) return;
        if (marks.IsLabel) outline.Labels.Add((node, outline.Runs.Count));
        // A sentence is not cut where a name or a date in it is marked; text that stands between blocks is.
        var apart = (marks.Part & (PagePart.Aside | PagePart.Comments | PagePart.Tell)) != 0
            && outline.Elements[_element].Tag is HtmlTag.Block or HtmlTag.Article or HtmlTag.Aside or HtmlTag.Header or HtmlTag.Figure;
        var linked = tag == HtmlTag.Link && node.Attributes.Contains("href");
        if (apart) { Flush(kind); Enter(tag, marks); }
        if (linked) _line.OpenLink();
        Children(node, kind);
        if (linked) _line.CloseLink();
        if (apart) { Flush(kind); Leave(); }
    }

    private void Block(HtmlNode node, HtmlTag tag, BlockKind kind)
    {
        var marks = HtmlMarks.Of(node);
        if (node.Name == "html") outline.Language = node.GetAttributeValue("lang", null) ?? node.GetAttributeValue("xml:lang", null);
        if (marks.IsLabel) outline.Labels.Add((node, outline.Runs.Count));
        Flush(kind);
        var inner = tag switch { HtmlTag.Heading => BlockKind.Heading, HtmlTag.Item => BlockKind.Item, HtmlTag.Quote => BlockKind.Quote, _ => kind };
        var first = outline.Runs.Count;
        var element = outline.Elements.Count;
        // What a page shows as a whole is judged by its parts.
        Enter(tag, node.Name is "html" or "body" ? default : marks);
        var lines = _line.KeepLines;
        _line.KeepLines |= tag == HtmlTag.Pre;
        Children(node, inner);
        Flush(inner);
        _line.KeepLines = lines;
        Leave();
        if (tag == HtmlTag.Row) HtmlRows.Join(outline, element, first);
        if (node.Name == "h1" && outline.Heading is null && outline.Runs.Count > first) outline.Heading = outline.Runs[first].Text;
    }

    /// <summary>Two line breaks in a row end a paragraph, as authors without paragraphs mean them to; so does a rule.</summary>
    private void Break(HtmlNode node, BlockKind kind)
    {
        var next = node.NextSibling;
        while (next is HtmlTextNode text && string.IsNullOrWhiteSpace(text.Text)) next = next.NextSibling;
        if (node.Name == "hr" || next?.Name == "br") Flush(kind);
        else _line.Space();
        // Some parsers' trees put what follows a line break below it.
        if (node.HasChildNodes) Children(node, kind);
    }

    private void Flush(BlockKind kind)
    {
        if (_line.Take() is var (text, linked)) outline.Runs.Add(new(text, linked, _element, kind));
    }

    private void Enter(HtmlTag tag, HtmlMarks marks)
    {
        outline.Elements.Add(new(_element, tag, marks.Part, marks.Names, marks.Hidden, outline.Runs.Count));
        _element = outline.Elements.Count - 1;
    }

    private void Leave()
    {
        outline.Elements[_element].EndRun = outline.Runs.Count;
        _element = outline.Elements[_element].Parent;
    }
}
