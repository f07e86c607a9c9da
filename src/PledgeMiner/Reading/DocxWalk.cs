using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace PledgeMiner.Reading;

/// <summary>Streams through a Word document's body and adds its blocks.</summary>
internal sealed class DocxWalk(DraftBuilder text, DocxStyles styles)
{
    /// <summary>Paragraphs being read: a text box stands inside another's.</summary>
    private readonly Stack<(StringBuilder Text, BlockKind Kind)> _paragraphs = new();

    /// <summary>The cells of each table row being read: tables nest.</summary>
    private readonly Stack<List<List<(BlockKind Kind, string Text)>>> _rows = new();

    public void Walk(MainDocumentPart main)
    {
        using var reader = OpenXmlReader.Create(main);
        while (reader.Read())
        {
            if (reader.IsStartElement) Start(reader);
            // An element that closes itself comes both as start and as end.
            if (reader.IsEndElement) End(reader.LocalName);
        }
    }

    public static string? Attribute(OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name) return attribute.Value;
        }
        return null;
    }

    private void Start(OpenXmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "p": _paragraphs.Push((new(), BlockKind.Paragraph)); break;
            case "tr": _rows.Push([]); break;
            case "tc" when _rows.Count > 0: _rows.Peek().Add([]); break;
            case "pStyle" when styles.Of(Attribute(reader, "val") ?? "") is { } kind: Become(kind); break;
            case "numPr": Become(BlockKind.Item); break;
            case "outlineLvl": Become(BlockKind.Heading); break;
            case "t": Append(reader.GetText()); break;
            case "tab" or "br" or "cr": Append(" "); break;
            case "noBreakHyphen": Append("-"); break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when _paragraphs.TryPop(out var paragraph):
                if (_rows.TryPeek(out var cells) && cells.Count > 0) cells[^1].Add((paragraph.Kind, paragraph.Text.ToString()));
                else text.Add(paragraph.Kind, paragraph.Text.ToString());
                break;
            case "tr" when _rows.TryPop(out var row): AddRow(row); break;
        }
    }

    /// <summary>A row inside a cell is a line of that cell; a row of one cell is layout.</summary>
    private void AddRow(List<List<(BlockKind Kind, string Text)>> cells)
    {
        var filled = cells.ConvertAll(x => string.Join(' ', x.Select(p => p.Text.Trim()).Where(t => t.Length > 0)));
        if (_rows.TryPeek(out var outer) && outer.Count > 0) outer[^1].Add((BlockKind.Row, string.Join(" | ", filled)));
        else if (filled.Count > 1) text.Add(BlockKind.Row, string.Join(" | ", filled));
        else foreach (var (kind, line) in cells.SelectMany(x => x)) text.Add(kind, line);
    }

    /// <summary>A heading that is numbered stays a heading.</summary>
    private void Become(BlockKind kind)
    {
        if (_paragraphs.TryPop(out var paragraph)) _paragraphs.Push(paragraph.Kind == BlockKind.Paragraph ? (paragraph.Text, kind) : paragraph);
    }

    private void Append(string piece)
    {
        if (_paragraphs.TryPeek(out var paragraph)) paragraph.Text.Append(piece);
    }
}
