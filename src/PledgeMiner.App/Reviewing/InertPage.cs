using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace PledgeMiner.App.Reviewing;

/// <summary>
/// A stored page as it may be shown. The policy sent with it forbids scripts, forms and loading, but Chromium connects to the host
/// of a link's hint all the same, and to that of a frame before it refuses it: these elements are given names that mean nothing.
/// </summary>
internal static partial class InertPage
{
    /// <returns>Null for what cannot be shown safely and is handed over as a file instead.</returns>
    public static (byte[] Body, string Type)? Of(Page page)
    {
        if (TypeOf(page) is not { } type || !IsAsciiBased(page.Body)) return null;
        return type.StartsWith("text/html", StringComparison.Ordinal) ? (WithoutHosts(page.Body), type) : (page.Body, type);
    }

    /// <summary>An ending that starts no program when the file is opened.</summary>
    public static string ExtensionOf(Uri address) => Path.GetExtension(address.AbsolutePath).ToLowerInvariant() is (".pdf" or ".docx" or ".txt") and var known ? known : ".bin";

    /// <summary>The type in words of ours: what a site declared is not repeated to a browser as it came.</summary>
    private static string? TypeOf(Page page)
    {
        if (!MediaTypeHeaderValue.TryParse(page.ContentType ?? Guess(page.Address), out var parsed) || parsed.MediaType.Value?.ToLowerInvariant() is not (("text/html" or "text/plain") and var type)) return null;
        return parsed.Charset.Value?.Trim('"') is { } charset && CharsetName().IsMatch(charset) ? $"{type}; charset={charset}" : type;
    }

    private static string? Guess(Uri address) => Path.GetExtension(address.AbsolutePath).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => "text/html; charset=utf-8",
        ".txt" or ".md" or ".text" => "text/plain; charset=utf-8",
        _ => null,
    };

    /// <summary>Whether a tag stands in the bytes as it is read. With neither NUL (UTF-16) nor escape (ISO-2022-JP) no encoding that browsers know hides one.</summary>
    private static bool IsAsciiBased(byte[] body) => body.AsSpan().IndexOfAny((byte)0x00, (byte)0x1b) < 0;

    /// <summary>A link becomes a meta element, which may stand in its place and is empty too; a frame becomes an element that nobody knows.</summary>
    private static byte[] WithoutHosts(byte[] body)
    {
        // Latin-1 takes every byte for one character and back.
        var text = Encoding.Latin1.GetString(body);
        return Tag().IsMatch(text) ? Encoding.Latin1.GetBytes(Tag().Replace(text, x => x.Value[1] is 'l' or 'L' ? "<meta" : $"<x-{x.Value[1..]}")) : body;
    }

    [GeneratedRegex("<(link|i?frame|fencedframe|portal)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[A-Za-z0-9_\-]{1,40}\z")]
    private static partial Regex CharsetName();
}
