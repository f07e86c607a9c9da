namespace PledgeMiner.Reading;

/// <summary>Makes a table's row one run, its cells parted by bars; a row that only lays out the page stays as it is.</summary>
internal static class HtmlRows
{
    /// <summary>The longest cell of a table that shows data; cells that lay out a page, as none of 80 recent news pages does, hold whole articles.</summary>
    private const int LongestCell = 600;

    public static void Join(HtmlOutline outline, int row, int first)
    {
        var runs = outline.Runs;
        if (runs.Count - first < 2) return;
        var cells = new List<(int First, int End)>();
        for (var i = row + 1; i < outline.Elements.Count; i++)
        {
            var element = outline.Elements[i];
            if (element.Tag is HtmlTag.Table or HtmlTag.Heading or HtmlTag.Article or HtmlTag.Form) return;
            if (element.Tag == HtmlTag.Cell && element.EndRun > element.FirstRun) cells.Add((element.FirstRun, element.EndRun));
        }
        if (cells.Count < 2) return;
        var texts = cells.ConvertAll(x => string.Join(' ', runs.GetRange(x.First, x.End - x.First).Select(r => r.Text)));
        if (texts.Exists(x => x.Length > LongestCell)) return;
        var joined = new HtmlRun(string.Join(" | ", texts), runs.Skip(first).Sum(x => x.Linked), row, BlockKind.Row);
        runs.RemoveRange(first, runs.Count - first);
        runs.Add(joined);
        outline.Elements[row].EndRun = runs.Count;
        for (var i = row + 1; i < outline.Elements.Count; i++) outline.Elements[i].FirstRun = outline.Elements[i].EndRun = first;
    }
}
