using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace PledgeMiner.Reading;

/// <summary>A Word document: its paragraphs, headings, list items and table rows, streamed, so that a large one takes no more memory than its text.</summary>
internal static class DocxReader
{
    public static Outcome<Draft> Read(Page page)
    {
        try
        {
            if (!IsSmall(page.Body))
                return new Problem(ProblemKind.TooLarge, $"{Reader.Name(page)} unpacks to more than {ReadingLimits.DocxBytes / 1_000_000} MB or {ReadingLimits.DocxEntries} files, which no document does: save its text and try again.");
            using var word = WordprocessingDocument.Open(new MemoryStream(page.Body), isEditable: false, new OpenSettings { MaxCharactersInPart = ReadingLimits.DocxBytes });
            if (word.MainDocumentPart is not { } main) return Damaged(page);
            var text = new DraftBuilder();
            new DocxWalk(text, DocxStyles.Of(main.StyleDefinitionsPart)).Walk(main);
            var properties = word.PackageProperties;
            return text.ToDraft(new Particulars(
                string.IsNullOrWhiteSpace(properties.Title) ? null : properties.Title.Trim(),
                properties.Created is { } created ? DateOnly.FromDateTime(created) : null), author: string.IsNullOrWhiteSpace(properties.Creator) ? null : properties.Creator.Trim());
        }
        catch (Exception e) when (e is InvalidDataException or OpenXmlPackageException or System.Xml.XmlException or FileFormatException or InvalidOperationException or NotSupportedException or FormatException or ArgumentException or UriFormatException or KeyNotFoundException)
        {
            // The library throws whatever a broken package leads it to.
            return Damaged(page);
        }
    }

    private static Problem Damaged(Page page) =>
        new(ProblemKind.Damaged, $"{Reader.Name(page)} is a damaged DOCX file: open it in a word processor, save it again and try again.");

    /// <summary>Whether the XML unpacks to a bearable size, counted while unpacking: a bomb's own word is not taken.</summary>
    private static bool IsSmall(byte[] body)
    {
        using var archive = new ZipArchive(new MemoryStream(body), ZipArchiveMode.Read);
        if (archive.Entries.Count > ReadingLimits.DocxEntries) return false;
        var left = ReadingLimits.DocxBytes;
        var buffer = new byte[81_920];
        foreach (var entry in archive.Entries)
        {
            if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) continue;
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                left -= read;
                if (left < 0) return false;
            }
        }
        return true;
    }
}
