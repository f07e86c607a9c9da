namespace PledgeMiner.Reading;

/// <summary>How much sentence-like text and how much menu-like text any element of a page holds.</summary>
internal sealed class HtmlSums
{
    private readonly double[] _good;
    private readonly double[] _bad;

    public HtmlSums(HtmlOutline outline, bool[]? dropped)
    {
        var runs = outline.Runs;
        _good = new double[runs.Count + 1];
        _bad = new double[runs.Count + 1];
        for (var i = 0; i < runs.Count; i++)
        {
            var (good, bad) = dropped is not null && dropped[i] ? (0, 0) : Weigh(runs[i], outline.Elements[runs[i].Element].Tag);
            _good[i + 1] = _good[i] + good;
            _bad[i + 1] = _bad[i] + bad;
        }
    }

    public double GoodOf(int run) => _good[run + 1] - _good[run];

    public double Good(HtmlElement element) => _good[element.EndRun] - _good[element.FirstRun];

    public double Bad(HtmlElement element) => _bad[element.EndRun] - _bad[element.FirstRun];

    public static bool IsSentence(HtmlRun run) =>
        run.Kind != BlockKind.Heading && run.LinkShare <= 0.5
        && (run.Text.Length >= 80 || (run.Text.Length >= 25 && EndsSentence(run.Text)));

    public static bool EndsSentence(string text) => text.TrimEnd('"', '”', '’', '\'', ')', ']', ' ')[^1..] is "." or "!" or "?" or "…" or ":" or "。";

    private static (double Good, double Bad) Weigh(HtmlRun run, HtmlTag tag) =>
        IsSentence(run) ? (run.Text.Length - run.Linked, 0)
        : run.LinkShare > 0.5 ? (0, run.Text.Length)
        : run.Kind == BlockKind.Heading ? (0, 0)
        // Labels: bylines, buttons, teasers' marks.
        : run.Kind == BlockKind.Paragraph && tag is not (HtmlTag.Paragraph or HtmlTag.Pre) ? (0, Math.Min(run.Text.Length, 20))
        // Short items, rows and paragraphs make up some articles whole; in menus they are links.
        : run.Linked == 0 ? (run.Text.Length / 2.0, 0) : (0, 0);
}
