using System.Text.RegularExpressions;

namespace PledgeMiner.Reading;

/// <summary>Plain text: the file's content unaltered, its blocks told by blank lines, bullets and short lines.</summary>
internal static partial class PlainTextReader
{
    /// <summary>A line alone, no longer than this and without a full stop, is a heading: 9 in 10 headings of real documents are.</summary>
    private const int HeadingLength = 120;

    public static Outcome<Draft> Read(Page page)
    {
        var text = TextDecoding.Decode(page.Body, TextDecoding.CharsetOf(page.ContentType));
        var blocks = BlocksOf(text);
        return blocks.Count == 0
            ? new Problem(ProblemKind.Empty, $"{Reader.Name(page)} holds only white space: there is nothing to read in it.")
            : new Draft(text, blocks, Particulars.None);
    }

    internal static IReadOnlyList<Block> BlocksOf(string text)
    {
        var blocks = new List<Block>();
        var lines = new List<TextSpan>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = new TextSpan(start, end).Trim(text);
            if (line.Length > 0) lines.Add(line);
            if (line.Length == 0 || end == text.Length) Flush(text, lines, blocks);
            start = end + 1;
        }
        return blocks;
    }

    /// <summary>Lines between blank ones: an item or row stands for itself, other lines run on into one paragraph.</summary>
    private static void Flush(string text, List<TextSpan> lines, List<Block> blocks)
    {
        if (lines.Count == 1 && IsHeading(lines[0].Of(text)))
        {
            blocks.Add(new(BlockKind.Heading, lines[0]));
        }
        else
        {
            var open = -1;
            for (var i = 0; i < lines.Count; i++)
            {
                var kind = KindOf(text.AsSpan(lines[i].Start, lines[i].Length));
                if (kind == BlockKind.Paragraph && open >= 0 && blocks[open].Kind != BlockKind.Row)
                {
                    blocks[open] = blocks[open] with { Span = new(blocks[open].Span.Start, lines[i].End) };
                    continue;
                }
                open = blocks.Count;
                blocks.Add(new(kind, lines[i]));
            }
        }
        lines.Clear();
    }

    private static BlockKind KindOf(ReadOnlySpan<char> line) =>
        LineShapes.IsItem(line) ? BlockKind.Item
        : line[0] == '>' ? BlockKind.Quote
        : line[0] == '|' || line.Count('\t') >= 2 ? BlockKind.Row
        : BlockKind.Paragraph;

    private static bool IsHeading(string line) =>
        line.Length <= HeadingLength && (char.IsUpper(line[0]) || char.IsDigit(line[0])) && line[^1] is not ('.' or '!' or '?' or ':' or ';' or ',' or '"' or '”')
        && KindOf(line) is BlockKind.Paragraph or BlockKind.Item && !line.Contains(". ", StringComparison.Ordinal) | HeadingNumber().IsMatch(line);

    [GeneratedRegex(@"^(?:[IVX]+|[0-9]+(?:\.[0-9]+)*)\.?\s+\p{Lu}[^.]*$")]
    private static partial Regex HeadingNumber();
}
