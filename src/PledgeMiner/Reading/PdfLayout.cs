using System.Text.RegularExpressions;

namespace PledgeMiner.Reading;

/// <summary>Joins a PDF's lines to blocks: hyphens at line ends, list items, headings, running heads and page numbers.</summary>
internal static partial class PdfLayout
{
    /// <param name="pages">For each page its blocks in reading order, each its lines.</param>
    public static IReadOnlyList<PdfBlock> Join(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> pages)
    {
        var running = RunningHeads(pages);
        var joined = new List<PdfBlock>();
        foreach (var lines in pages.SelectMany(x => x))
        {
            var kept = lines.Where(x => x.Length > 0 && !PageNumber().IsMatch(x) && !running.Contains(Key(x))).ToList();
            var open = new List<string>();
            foreach (var line in kept)
            {
                if (LineShapes.IsItem(line)) Close();
                open.Add(line);
            }
            Close();

            void Close()
            {
                if (open.Count == 0) return;
                var text = Dehyphenate(open);
                var kind = LineShapes.IsItem(text) ? BlockKind.Item : IsHeading(open) ? BlockKind.Heading : BlockKind.Paragraph;
                // A paragraph that a column or page break cut goes on with a small letter.
                if (kind == BlockKind.Paragraph && joined.Count > 0 && joined[^1].Kind is BlockKind.Paragraph or BlockKind.Item && char.IsLower(text[0]) && !EndsSentence(joined[^1].Text))
                    joined[^1] = joined[^1] with { Text = Dehyphenate([joined[^1].Text, text]) };
                else
                    joined.Add(new(kind, text));
                open.Clear();
            }
        }
        return joined;
    }

    private static string Dehyphenate(List<string> lines)
    {
        var text = lines[0];
        foreach (var line in lines.Skip(1))
            text = LineEndHyphen().IsMatch(text) && char.IsLower(line[0]) ? text[..^1] + line : text + " " + line;
        return text;
    }

    /// <summary>Lines that stand at the top or bottom of at least half of the pages (and of three), numbers aside.</summary>
    private static HashSet<string> RunningHeads(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> pages) =>
        pages.Count < 3 ? [] :
        [
            .. pages.SelectMany(x => x.Where(b => b.Count > 0).SelectMany(b => new[] { Key(b[0]), Key(b[^1]) }).Distinct())
                .Where(x => x.Length > 0).GroupBy(x => x).Where(x => x.Count() >= Math.Max(3, pages.Count / 2)).Select(x => x.Key),
        ];

    private static string Key(string line) => Digits().Replace(line, "#");

    private static bool IsHeading(List<string> lines) =>
        lines.Count == 1 && lines[0].Length <= 100 && char.IsUpper(lines[0][0]) && !EndsSentence(lines[0]) && lines[0][^1] is not (',' or ';' or ':');

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or '?' or ':' or ';' or '”' or '"';

    [GeneratedRegex(@"^(?:page\s+)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\p{Ll}[-\u00AD\u2010]$")]
    private static partial Regex LineEndHyphen();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
