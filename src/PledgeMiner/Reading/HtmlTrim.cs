namespace PledgeMiner.Reading;

/// <summary>Takes the article's runs from its element: without links that stand alone, labels before and after, and what was said already.</summary>
internal static class HtmlTrim
{
    public static List<HtmlRun> Trim(HtmlOutline outline, HtmlElement container, bool[] dropped, string? title)
    {
        var runs = new List<HtmlRun>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var plainTitle = Letters(title);
        for (var i = container.FirstRun; i < container.EndRun; i++)
        {
            var run = outline.Runs[i];
            if (dropped[i] || IsLinks(run) || PagePhrases.IsBoilerplate(run.Text)) continue;
            if (run.Text.Length < 300 && plainTitle.Length > 0 && Letters(run.Text) == plainTitle) continue;
            // Pages repeat paragraphs for phones and for print; short ones may recur rightly.
            if (run.Text.Length >= 60 && !seen.Add(run.Text)) continue;
            runs.Add(run);
        }
        var (start, end) = (0, runs.Count);
        while (end > start && !IsText(outline, runs[end - 1])) end--;
        while (start < end && runs[start].Kind == BlockKind.Paragraph && !HtmlSums.IsSentence(runs[start])) start++;
        return runs.GetRange(start, end - start);
    }

    private static bool IsLinks(HtmlRun run) =>
        run.Kind != BlockKind.Heading && run.LinkShare > (run.Kind is BlockKind.Item or BlockKind.Row ? 0.8 : 0.9);

    private static bool IsText(HtmlOutline outline, HtmlRun run) =>
        run.Kind != BlockKind.Heading && (run.Kind != BlockKind.Paragraph || (outline.Elements[run.Element].Tag == HtmlTag.Paragraph && run.LinkShare < 0.5) || HtmlSums.IsSentence(run));

    private static string Letters(string? text) =>
        text is null ? "" : string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
