using System.Diagnostics;
using System.Text;
using HtmlAgilityPack;
using PledgeMiner.Reading;

namespace PledgeMiner.Benchmarks;

/// <summary>Our reader and SmartReader on the same pages in one run: how much of each article they find, and how fast.</summary>
internal static class ReadingComparison
{
    private const int Passes = 10;

    public static async Task RunAsync(string folder)
    {
        var pages = ReadingPage.In(folder);
        var reader = new Reader(null);
        var ours = new List<string[]>();
        foreach (var page in pages)
        {
            var read = await reader.ReadAsync(new Page(page.Address, page.Body, "text/html", "", DateTimeOffset.UtcNow), Particulars.None);
            ours.Add(read.Value is { } document ? [.. document.Blocks.Where(x => x.Kind != BlockKind.Title).Select(x => x.Span.Of(document.Text))] : []);
        }
        var theirs = pages.Select(x => SmartRead(x).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        Report("ours", pages, ours);
        Report("SmartReader", pages, theirs);
        var worst = pages.Select((x, i) => (x.Name, Ours: ScoreOf(x, ours[i]), Theirs: ScoreOf(x, theirs[i]))).OrderBy(x => x.Ours.F1).Take(15);
        foreach (var (name, mine, other) in worst) Console.WriteLine($"{name,-34} ours P {mine.Precision:0.000} R {mine.Recall:0.000}   SmartReader P {other.Precision:0.000} R {other.Recall:0.000}");
        Times(pages);
    }

    private static string SmartRead(ReadingPage page) =>
        new SmartReader.Reader(page.Address.AbsoluteUri, Encoding.UTF8.GetString(page.Body)).GetArticle().TextContent ?? "";

    private static void Report(string name, IReadOnlyList<ReadingPage> pages, List<string[]> blocks)
    {
        var scores = pages.Select((x, i) => ScoreOf(x, blocks[i])).ToList();
        var (precision, recall) = (scores.Average(x => x.Precision), scores.Average(x => x.Recall));
        var (found, expected, right) = (0, 0, 0);
        for (var i = 0; i < pages.Count; i++)
        {
            var wanted = pages[i].Expected.Where(x => !ReadingPage.IsOptional(x)).Select(ReadingPage.Flat).ToHashSet();
            var optional = pages[i].Expected.Where(ReadingPage.IsOptional).Select(x => ReadingPage.Flat(x[1..^1])).ToHashSet();
            var had = blocks[i].Select(ReadingPage.Flat).Where(x => !optional.Contains(x)).ToHashSet();
            found += had.Count;
            expected += wanted.Count;
            right += had.Count(wanted.Contains);
        }
        var (blockPrecision, blockRecall) = ((double)right / found, (double)right / expected);
        Console.WriteLine($"{name,-12} words P {precision:0.0000} R {recall:0.0000} F1 {ShingleScore.F1(precision, recall):0.0000}   blocks P {blockPrecision:0.000} R {blockRecall:0.000} F1 {ShingleScore.F1(blockPrecision, blockRecall):0.000}");
    }

    private static (double Precision, double Recall, double F1) ScoreOf(ReadingPage page, string[] blocks)
    {
        var text = string.Join('\n', blocks);
        var (precision, recall) = ShingleScore.Of(page.TextFor(text), text);
        return (precision, recall, ShingleScore.F1(precision, recall));
    }

    private static void Times(IReadOnlyList<ReadingPage> pages)
    {
        var reader = new Reader(null);
        Func<long>[] ways =
        [
            () => pages.Sum(x => Parse(x.Body)),
            () => pages.Count(x => reader.ReadAsync(new Page(x.Address, x.Body, "text/html", "", DateTimeOffset.UtcNow), Particulars.None).Result.Value is not null),
            () => pages.Sum(x => SmartRead(x).Length),
        ];
        // In turns, so that all three are equally warm and a busy moment of the machine harms none more.
        var best = Enumerable.Repeat(double.MaxValue, ways.Length).ToArray();
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var clock = Stopwatch.StartNew();
                ways[way]();
                best[way] = Math.Min(best[way], clock.Elapsed.TotalSeconds);
            }
        }
        var (parse, ours, theirs) = (best[0], best[1], best[2]);
        var bytes = pages.Sum(x => (long)x.Body.Length) / 1e6;
        Console.WriteLine($"HtmlAgilityPack's bare parse {bytes / parse:0.0} MB/s; ours {bytes / ours:0.0} MB/s, {parse / ours:0.00} of it; SmartReader {bytes / theirs:0.0} MB/s, {parse / theirs:0.00} of it");
    }

    private static int Parse(byte[] body)
    {
        var html = new HtmlDocument();
        html.LoadHtml(Encoding.UTF8.GetString(body));
        return html.DocumentNode.ChildNodes.Count;
    }
}
