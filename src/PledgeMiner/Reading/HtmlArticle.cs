namespace PledgeMiner.Reading;

/// <summary>Finds the runs of a page that are its article: the densest element, as far up as more text than links is won, without what stands beside.</summary>
internal static class HtmlArticle
{
    /// <summary>Characters below which what was found is no article where the page has more: 200 is a short agency line.</summary>
    private const int TooShort = 200;

    /// <summary>How many characters of text one character of a menu or teaser outweighs.</summary>
    private const double BadWeight = 2;

    /// <returns>The article's runs, in order; empty where the page has no text.</returns>
    public static List<HtmlRun> Find(HtmlOutline outline, string? title)
    {
        List<HtmlRun> best = [];
        foreach (var strictness in Enum.GetValues<Strictness>())
        {
            var found = Find(outline, title, strictness);
            if (Length(found) > Length(best) * 2) best = found;
            if (Length(best) >= TooShort) break;
        }
        return best;
    }

    private static int Length(List<HtmlRun> runs) => runs.Sum(x => x.Kind == BlockKind.Heading ? 0 : x.Text.Length);

    private static List<HtmlRun> Find(HtmlOutline outline, string? title, Strictness strictness)
    {
        var dropped = HtmlBeside.Dropped(outline, strictness);
        var sums = new HtmlSums(outline, dropped);
        var core = Core(outline, sums, dropped);
        if (core < 0) return [];
        var container = outline.Elements[Climb(outline, sums, core)];
        return HtmlTrim.Trim(outline, container, dropped, title);
    }

    /// <summary>The element with the most text in paragraphs of its own, those one element deeper counting half; -1 where no run reads like a sentence.</summary>
    private static int Core(HtmlOutline outline, HtmlSums sums, bool[] dropped)
    {
        var scores = new double[outline.Elements.Count];
        for (var i = 0; i < outline.Runs.Count; i++)
        {
            if (dropped[i] || sums.GoodOf(i) <= 0) continue;
            var at = outline.Runs[i].Element;
            if (outline.Elements[at].Tag is not (HtmlTag.Block or HtmlTag.Article or HtmlTag.Cell)) at = Math.Max(0, outline.Elements[at].Parent);
            scores[at] += sums.GoodOf(i);
            for (var (above, share) = (outline.Elements[at].Parent, 0.5); above >= 0 && share > 0.1; (above, share) = (outline.Elements[above].Parent, share / 2))
                scores[above] += share * sums.GoodOf(i);
        }
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > 0 && (best < 0 || scores[i] > scores[best])) best = i;
        }
        return best;
    }

    private static int Climb(HtmlOutline outline, HtmlSums sums, int core)
    {
        var best = core;
        for (var at = core; at >= 0; at = outline.Elements[at].Parent)
        {
            if (Use(at) > Use(best)) best = at;
        }
        // What the page itself calls its article is believed where it holds most of the text.
        for (var (at, inside) = (core, true); at >= 0 && inside; at = outline.Elements[at].Parent)
        {
            if (at == best) inside = false;
            var element = outline.Elements[at];
            if (((element.Part & PagePart.Body) != 0 || element.Tag == HtmlTag.Article) && sums.Good(element) >= 0.8 * sums.Good(outline.Elements[best])) return at;
        }
        return best;

        double Use(int at) => sums.Good(outline.Elements[at]) - (BadWeight * sums.Bad(outline.Elements[at]));
    }
}

/// <summary>How much of a page is taken for what stands beside the article; tried in this order until there is text.</summary>
internal enum Strictness { Names, Elements, Nothing }
