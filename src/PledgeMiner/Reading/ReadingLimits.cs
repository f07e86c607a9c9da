namespace PledgeMiner.Reading;

/// <summary>How large and how deep a page may be: checked before any parser sees it.</summary>
public static class ReadingLimits
{
    /// <summary>20 MB: the largest of 80 real news pages has 1.3 MB, long treaties as PDF reach 10 MB.</summary>
    public const int PageBytes = 20_000_000;

    /// <summary>8 MB of HTML: six times the largest of 80 real news pages. A page of 17 MB in one paragraph took 350 MB of memory.</summary>
    public const int HtmlBytes = 8_000_000;

    /// <summary>Open HTML elements at once; the deepest of 80 real news pages has 25, and parsers recurse.</summary>
    public const int HtmlDepth = 500;

    /// <summary>Start and end tags of a page; the most of 80 real news pages is 4,697.</summary>
    public const int HtmlTags = 200_000;

    /// <summary>Attributes of a page, counted generously; the most of 80 real news pages is 31,220.</summary>
    public const int HtmlAttributes = 500_000;

    /// <summary>Tags without their partner; the most of 80 real news pages is 79. The parser's time grows with their square: 10,000 took it 3.5 s.</summary>
    public const int HtmlMisfits = 10_000;

    /// <summary>Uncompressed bytes of a DOCX: a thousand pages of text have about 20 MB of XML.</summary>
    public const long DocxBytes = 100_000_000;

    /// <summary>Files in a DOCX: one with a hundred pictures has about 130.</summary>
    public const int DocxEntries = 5_000;

    /// <summary>Characters of text in a PDF: a thousand pages have about 3 million.</summary>
    public const int PdfCharacters = 10_000_000;

    /// <summary>Time for the PDF child process; 300 pages of a treaty take 4 s.</summary>
    public static readonly TimeSpan PdfTime = TimeSpan.FromSeconds(20);

    /// <summary>Memory for the PDF child process: 512 MiB.</summary>
    public const long PdfBytes = 512L << 20;

    /// <summary>The refusal of a page beyond a limit of bytes.</summary>
    public static Problem TooLarge(string name, long bytes, int limit = PageBytes) => new(ProblemKind.TooLarge,
        $"{name} has {bytes / 1_000_000} MB and pages over {limit / 1_000_000} MB are not read: split it, or save only its text.");
}
