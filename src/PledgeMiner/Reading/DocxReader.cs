using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PledgeMiner.Reading;

/// <summary>A Word document: its paragraphs, headings, list items and table rows.</summary>
internal static class DocxReader
{
    public static Outcome<Draft> Read(Page page)
    {
        try
        {
            if (UncompressedLength(page.Body) > ReadingLimits.DocxBytes)
                return new Problem(ProblemKind.TooLarge, $"{Reader.Name(page)} unpacks to more than {ReadingLimits.DocxBytes / 1_000_000} MB, which no document does: save its text and try again.");
            using var word = WordprocessingDocument.Open(new MemoryStream(page.Body), isEditable: false);
            var body = word.MainDocumentPart?.Document?.Body;
            if (body is null) return Damaged(page);
            var text = new DraftBuilder();
            foreach (var element in body.Elements())
            {
                if (element is Paragraph paragraph) text.Add(KindOf(paragraph), paragraph.InnerText);
                else if (element is Table table) AddRows(text, table);
            }
            var properties = word.PackageProperties;
            return text.ToDraft(new Particulars(
                string.IsNullOrWhiteSpace(properties.Title) ? null : properties.Title.Trim(),
                properties.Created is { } created ? DateOnly.FromDateTime(created) : null));
        }
        catch (Exception e) when (e is InvalidDataException or OpenXmlPackageException or System.Xml.XmlException or FileFormatException)
        {
            return Damaged(page);
        }
    }

    private static Problem Damaged(Page page) =>
        new(ProblemKind.Damaged, $"{Reader.Name(page)} is a damaged DOCX file: open it in a word processor, save it again and try again.");

    private static long UncompressedLength(byte[] body)
    {
        using var archive = new ZipArchive(new MemoryStream(body), ZipArchiveMode.Read);
        return archive.Entries.Sum(x => x.Length);
    }

    private static void AddRows(DraftBuilder text, Table table)
    {
        foreach (var row in table.Elements<TableRow>())
            text.Add(BlockKind.Row, string.Join(" | ", row.Elements<TableCell>().Select(x => string.Join(' ', x.Descendants<Paragraph>().Select(p => p.InnerText)))));
    }

    private static BlockKind KindOf(Paragraph paragraph)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        if (style.Equals("Title", StringComparison.OrdinalIgnoreCase)) return BlockKind.Title;
        if (style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase)) return BlockKind.Heading;
        if (style.Contains("Quote", StringComparison.OrdinalIgnoreCase)) return BlockKind.Quote;
        return paragraph.ParagraphProperties?.NumberingProperties is not null || style.StartsWith("List", StringComparison.OrdinalIgnoreCase) ? BlockKind.Item : BlockKind.Paragraph;
    }
}
