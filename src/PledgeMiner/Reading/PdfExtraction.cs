using System.Globalization;
using System.Text.Json;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Exceptions;

namespace PledgeMiner.Reading;

/// <summary>The child process' work: a PDF's text in reading order, as one line of JSON.</summary>
public static class PdfExtraction
{
    /// <summary>Reads a PDF from one stream and writes the answer to another.</summary>
    public static void Run(Stream input, Stream output)
    {
        using var body = new MemoryStream();
        input.CopyTo(body);
        JsonSerializer.Serialize(output, Extract(body.ToArray()));
    }

    private static PdfAnswer Extract(byte[] body)
    {
        try
        {
            using var pdf = PdfDocument.Open(body);
            var (pages, characters) = (new List<IReadOnlyList<IReadOnlyList<string>>>(), 0);
            foreach (var page in pdf.GetPages())
            {
                pages.Add(BlocksOf(page));
                characters += pages[^1].Sum(x => x.Sum(l => l.Length));
                if (characters > ReadingLimits.PdfCharacters) return new(PdfProblem.TooLarge, null, null, []);
            }
            var blocks = PdfLayout.Join(pages);
            var title = string.IsNullOrWhiteSpace(pdf.Information.Title) ? null : pdf.Information.Title.Trim();
            return new(PdfProblem.None, title, CreatedOf(pdf), blocks);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new(PdfProblem.Encrypted, null, null, []);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StackOverflowException))
        {
            // The parser throws whatever a broken file leads it to; all of it means one thing to the parent.
            Console.Error.WriteLine(e);
            return new(PdfProblem.Damaged, null, null, []);
        }
    }

    private static IReadOnlyList<IReadOnlyList<string>> BlocksOf(UglyToad.PdfPig.Content.Page page)
    {
        var words = page.GetWords(NearestNeighbourWordExtractor.Instance).ToList();
        if (words.Count == 0) return [];
        var blocks = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        return [.. UnsupervisedReadingOrderDetector.Instance.Get(blocks).Select(x => (IReadOnlyList<string>)[.. x.TextLines.Select(l => l.Text.Trim())])];
    }

    /// <summary>PDF dates read "D:20240317...".</summary>
    private static DateOnly? CreatedOf(PdfDocument pdf) =>
        pdf.Information.CreationDate is { Length: >= 10 } written && written.StartsWith("D:", StringComparison.Ordinal)
        && DateOnly.TryParseExact(written.AsSpan(2, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
