using HtmlAgilityPack;

namespace PledgeMiner.Reading;

/// <summary>A stretch of text between two edges of blocks, white space collapsed.</summary>
/// <param name="Linked">How many of its characters are links.</param>
/// <param name="Element">Index of the innermost element that makes a block.</param>
internal sealed record HtmlRun(string Text, int Linked, int Element, BlockKind Kind)
{
    public double LinkShare => (double)Linked / Text.Length;
}

/// <summary>An element that makes a block, with the runs it holds.</summary>
internal sealed class HtmlElement(int parent, HtmlTag tag, PagePart part, int names, bool hidden, int firstRun)
{
    public int Parent => parent;

    public HtmlTag Tag => tag;

    public PagePart Part => part;

    /// <summary>A hash of its class: elements of one class are of one kind.</summary>
    public int Names => names;

    public bool Hidden => hidden;

    public int FirstRun { get; set; } = firstRun;

    public int EndRun { get; set; } = firstRun;
}

/// <summary>A page as flat lists in the order of its text, made in one walk: all that the reader looks at afterwards.</summary>
internal sealed class HtmlOutline
{
    public List<HtmlRun> Runs { get; } = [];

    /// <summary>Every element comes before those it holds; the first is the page.</summary>
    public List<HtmlElement> Elements { get; } = [];

    /// <summary>meta elements, wherever they stand.</summary>
    public List<HtmlNode> Metas { get; } = [];

    /// <summary>link elements.</summary>
    public List<HtmlNode> Links { get; } = [];

    /// <summary>Contents of JSON-LD scripts.</summary>
    public List<string> Linked { get; } = [];

    /// <summary>All other scripts.</summary>
    public List<HtmlNode> Scripts { get; } = [];

    /// <summary>Elements that hold a date for machines, with the index of the run they stand in.</summary>
    public List<(HtmlNode Node, int Run)> Times { get; } = [];

    /// <summary>Elements whose names say that they show a date or an author, with the index of the run they stand in.</summary>
    public List<(HtmlNode Node, int Run)> Labels { get; } = [];

    public string? Title { get; set; }

    public string? Language { get; set; }

    /// <summary>The first h1 with text.</summary>
    public string? Heading { get; set; }

    public static HtmlOutline Of(HtmlDocument page)
    {
        var outline = new HtmlOutline();
        new HtmlWalk(outline).Walk(page.DocumentNode);
        return outline;
    }
}
