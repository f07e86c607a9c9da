namespace PledgeMiner.Reading;

/// <summary>How large and how deep a page may be: checked before any parser sees it.</summary>
public static class ReadingLimits
{
    /// <summary>20 MB: the largest of 80 real news pages has 1.3 MB, long treaties as PDF reach 10 MB.</summary>
    public const int PageBytes = 20_000_000;

    /// <summary>Open HTML elements at once; the deepest of 80 real news pages has 62, and parsers recurse.</summary>
    public const int HtmlDepth = 500;

    /// <summary>Uncompressed bytes of a DOCX: a thousand pages of text have about 20 MB of XML.</summary>
    public const long DocxBytes = 100_000_000;

    /// <summary>Time for the PDF child process; 300 pages of a treaty take 4 s.</summary>
    public static readonly TimeSpan PdfTime = TimeSpan.FromSeconds(20);

    /// <summary>Memory for the PDF child process: 512 MiB.</summary>
    public const long PdfBytes = 512L << 20;

    /// <summary>The refusal of a page beyond <see cref="PageBytes"/>.</summary>
    public static Problem TooLarge(string name, long bytes) => new(ProblemKind.TooLarge,
        $"{name} has {bytes / 1_000_000} MB and pages over {PageBytes / 1_000_000} MB are not read: split it, or save only its text.");
}
