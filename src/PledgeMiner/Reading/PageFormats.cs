using System.IO.Compression;
using System.Text;

namespace PledgeMiner.Reading;

internal enum PageFormat { Html, PlainText, Pdf, Docx, Empty, Unknown }

/// <summary>Tells what a page is by its bytes first: servers and file names are often wrong.</summary>
internal static class PageFormats
{
    /// <summary>The beginnings of well-known formats that are not text, with what a person calls them.</summary>
    private static readonly (byte[] Start, string Name)[] Binary =
    [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"), ("GIF8"u8.ToArray(), "a GIF image"),
        ("RIFF"u8.ToArray(), "a picture or sound"), ([0x1F, 0x8B], "a gzip archive"), ("7z"u8.ToArray(), "a 7-Zip archive"),
        ("PK\x03\x04"u8.ToArray(), "a ZIP archive"), ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("MZ"u8.ToArray(), "a program"), ("ID3"u8.ToArray(), "a sound"), ([0, 0, 0, 0x18], "a video"), ([0, 0, 0, 0x20], "a video"), ("SQLite format"u8.ToArray(), "a database"),
    ];

    public static PageFormat Of(Page page)
    {
        var body = page.Body.AsSpan();
        // Some writers put other bytes before the PDF header; readers accept it within the first kilobyte.
        if (body[..Math.Min(1024, body.Length)].IndexOf("%PDF-"u8) >= 0) return PageFormat.Pdf;
        if (body.StartsWith("PK\x03\x04"u8)) return IsDocx(page) ? PageFormat.Docx : PageFormat.Unknown;
        if (IsBinary(body)) return PageFormat.Unknown;
        var head = HeadOf(body[..Math.Min(body.Length, 4096)]).TrimStart();
        if (head.Length == 0 && page.Body.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0) return PageFormat.Empty;
        if (DeclaredHtml(page) || LooksLikeHtml(head)) return PageFormat.Html;
        return PageFormat.PlainText;
    }

    public static string Describe(Page page)
    {
        foreach (var (start, name) in Binary)
        {
            if (page.Body.AsSpan().StartsWith(start)) return name;
        }
        return "binary";
    }

    /// <summary>Tags are ASCII: which encoding the rest is in does not matter here.</summary>
    private static string HeadOf(ReadOnlySpan<byte> head) =>
        head.StartsWith(Encoding.UTF8.Preamble) ? Encoding.Latin1.GetString(head[3..])
        : head.IndexOf((byte)0) >= 0 ? TextDecoding.Decode(head.ToArray(), null)
        : Encoding.Latin1.GetString(head);

    private static bool DeclaredHtml(Page page) =>
        page.ContentType is { } type
            ? type.Contains("html", StringComparison.OrdinalIgnoreCase)
            : Path.GetExtension(page.Address.AbsolutePath).ToLowerInvariant() is ".html" or ".htm" or ".xhtml";

    private static bool LooksLikeHtml(string head) =>
        head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        || (head.StartsWith('<') && head.Contains("<body", StringComparison.OrdinalIgnoreCase));

    /// <summary>UTF-16 text has every second byte zero and begins with its mark; other text has next to no control bytes.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(Encoding.Unicode.Preamble) || body.StartsWith(Encoding.BigEndianUnicode.Preamble) || body.StartsWith(Encoding.UTF32.Preamble) || TextDecoding.UnmarkedUtf16(body) is not null) return false;
        foreach (var (start, _) in Binary)
        {
            if (body.StartsWith(start)) return true;
        }
        var sample = body[..Math.Min(body.Length, 65_536)];
        var control = 0;
        foreach (var b in sample)
        {
            if (b < 32 && b is not (9 or 10 or 12 or 13 or 27)) control++;
        }
        // One control byte in a hundred: damaged text files have a handful in all, binary ones about one in eight.
        return control * 100 > sample.Length;
    }

    private static bool IsDocx(Page page)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(page.Body), ZipArchiveMode.Read);
            return archive.GetEntry("word/document.xml") is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
