using System.Collections.Frozen;

namespace PledgeMiner.Reading;

/// <summary>What an element's name says of how its text is read.</summary>
internal enum HtmlTag
{
    /// <summary>Runs on in the line: a, b, span, and names nobody knows.</summary>
    Inline,
    Block, Paragraph, Heading, Item, List, Quote, Pre, Table, Row, Cell, Article, Break, Link,

    /// <summary>Beside the article: navigation, footers, figures, controls.</summary>
    Aside, Header, Form, Figure,

    /// <summary>Never read.</summary>
    Skip,
}

/// <summary>The elements of HTML, old and new.</summary>
internal static class HtmlTags
{
    private static readonly FrozenDictionary<string, HtmlTag> Tags = new (HtmlTag Tag, string Names)[]
    {
        (HtmlTag.Block, "address body center dd div dl dt fieldset html section tbody thead tfoot details summary caption hgroup legend frameset noframes dir blink marquee"),
        (HtmlTag.Paragraph, "p"),
        (HtmlTag.Heading, "h1 h2 h3 h4 h5 h6"),
        (HtmlTag.Item, "li"),
        (HtmlTag.List, "ul ol"),
        (HtmlTag.Quote, "blockquote"),
        (HtmlTag.Pre, "pre listing xmp plaintext"),
        (HtmlTag.Table, "table"),
        (HtmlTag.Row, "tr"),
        (HtmlTag.Cell, "td th"),
        (HtmlTag.Article, "article main"),
        (HtmlTag.Break, "br hr"),
        (HtmlTag.Link, "a"),
        (HtmlTag.Aside, "nav footer aside figcaption menu dialog amp-sidebar"),
        (HtmlTag.Header, "header"),
        (HtmlTag.Form, "form"),
        (HtmlTag.Figure, "figure"),
        (HtmlTag.Skip, "script style noscript template svg math iframe object embed video audio canvas button select option input textarea map head applet datalist progress meter amp-ad amp-embed #comment"),
    }.SelectMany(x => x.Names.Split(' ').Select(name => (name, x.Tag))).ToFrozenDictionary(x => x.name, x => x.Tag);

    public static HtmlTag Of(string name) =>
        Tags.TryGetValue(name, out var tag) ? tag
        // Elements that a site made itself stand for its building blocks.
        : name.Contains('-', StringComparison.Ordinal) ? HtmlTag.Block : HtmlTag.Inline;
}
