namespace PledgeMiner.Reading;

/// <summary>Marks the runs that stand beside the article by their elements' tags and names.</summary>
internal static class HtmlBeside
{
    /// <summary>The share of the page's text up to which a tag or a name is believed: 0.2 gives an F1 of 0.965, 0.3 0.972, 0.4 to 0.7 0.978, and more loses pages whose article bears such a name.</summary>
    private const double Most = 0.45;

    /// <summary>The same for readers' comments, which may be longer than the article. The 80 pages fetch theirs by script, so that no value changes their figures; it keeps a page that is all discussion.</summary>
    private const double MostComments = 0.9;

    public static bool[] Dropped(HtmlOutline outline, Strictness strictness)
    {
        var dropped = new bool[outline.Runs.Count];
        if (strictness == Strictness.Nothing) return dropped;
        foreach (var element in outline.Elements)
        {
            if (element.Hidden) Drop(dropped, element);
        }
        var all = new HtmlSums(outline, dropped);
        var holders = BodyHolders(outline);
        for (var i = 0; i < outline.Elements.Count; i++)
        {
            var element = outline.Elements[i];
            // Readers may write more than the author did; only a page that is all discussion is left whole.
            if ((element.Part & PagePart.Comments) != 0 && !holders[i] && all.Good(element) < MostComments * all.Good(outline.Elements[0])) Drop(dropped, element);
        }
        var sums = new HtmlSums(outline, dropped);
        var whole = sums.Good(outline.Elements[0]);
        // A class that many paragraphs bear is judged by all of them.
        var named = new Dictionary<int, double>();
        foreach (var element in outline.Elements) named[element.Names] = named.GetValueOrDefault(element.Names) + sums.Good(element);
        for (var i = 0; i < outline.Elements.Count; i++)
        {
            var element = outline.Elements[i];
            var text = element.Names == 0 ? sums.Good(element) : named[element.Names];
            if (element.FirstRun < element.EndRun && text <= Most * whole && IsBeside(outline, i, strictness)) Drop(dropped, element);
        }
        return dropped;
    }

    /// <summary>Whether an element's tag or name says that it is beside the article.</summary>
    private static bool IsBeside(HtmlOutline outline, int index, Strictness strictness)
    {
        var element = outline.Elements[index];
        if (element.Tag == HtmlTag.Aside) return true;
        if (strictness == Strictness.Elements || (element.Part & PagePart.Body) != 0) return false;
        return (element.Part & (PagePart.Aside | PagePart.Tell)) != 0 || element.Tag is HtmlTag.Header or HtmlTag.Form
            || (element.Tag == HtmlTag.Figure && !HoldsText(outline, index));
    }

    /// <summary>Whether a figure shows a table, a quotation or code rather than a picture.</summary>
    private static bool HoldsText(HtmlOutline outline, int figure)
    {
        for (var i = figure + 1; i < outline.Elements.Count && outline.Elements[i].FirstRun < outline.Elements[figure].EndRun; i++)
        {
            if (outline.Elements[i].Tag is HtmlTag.Table or HtmlTag.Quote or HtmlTag.Pre or HtmlTag.List) return true;
        }
        return false;
    }

    /// <summary>For each element, whether it holds one that is named as the article's body or is its main heading.</summary>
    private static bool[] BodyHolders(HtmlOutline outline)
    {
        var holders = new bool[outline.Elements.Count];
        for (var i = 0; i < outline.Elements.Count; i++)
        {
            var element = outline.Elements[i];
            var marks = (element.Part & PagePart.Body) != 0
                || (element.Tag == HtmlTag.Heading && element.EndRun > element.FirstRun && outline.Runs[element.FirstRun].Text == outline.Heading);
            for (var at = element.Parent; marks && at >= 0 && !holders[at]; at = outline.Elements[at].Parent) holders[at] = true;
        }
        return holders;
    }

    private static void Drop(bool[] dropped, HtmlElement element) => dropped.AsSpan(element.FirstRun, element.EndRun - element.FirstRun).Fill(true);
}
