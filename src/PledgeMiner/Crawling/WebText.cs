using System.Text;
using System.Text.RegularExpressions;

namespace PledgeMiner.Crawling;

/// <summary>The bytes of feeds, sitemaps and lists as text: by byte order mark, header, XML declaration, then UTF-8, then Windows-1252.</summary>
internal static partial class WebText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="contentType">As the server declared it; for text/xml without a charset, which RFC 3023 wanted to be US-ASCII, the document's own word counts.</param>
    public static string Decode(byte[] body, string? contentType)
    {
        if (Marked(body) is { } marked) return marked.GetString(body).TrimStart('\uFEFF');
        foreach (var name in (string?[])[Charset().Match(contentType ?? "").Groups[1].Value, DeclaredIn(body)])
        {
            if (!string.IsNullOrEmpty(name) && Find(name) is { } declared && Fits(declared, body) is { } text) return text;
        }
        return Fits(Strict, body) ?? MostlyUtf8(body) ?? Find("windows-1252")!.GetString(body);
    }

    /// <summary>UTF-8 with a few broken bytes, as where a text was cut within a letter; null where it is another encoding.</summary>
    private static string? MostlyUtf8(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var broken = text.Count(x => x == '\uFFFD');
        return broken * 10 < text.Count(x => x > '\u007F') - broken ? text : null;
    }

    private static Encoding? Marked(byte[] body) => body switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] or [(byte)'<', 0, _, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, (byte)'<', 0, _, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static string? DeclaredIn(byte[] body)
    {
        var match = Declaration().Match(Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, 1000)));
        return match.Success ? match.Groups[1].Value : null;
    }

    /// <summary>The text, or null where a declaration of UTF-8 or UTF-16 is contradicted by the bytes.</summary>
    private static string? Fits(Encoding encoding, byte[] body)
    {
        // A document that could be read so far as to tell its encoding is not in UTF-16.
        if (encoding is UnicodeEncoding or UTF32Encoding) return null;
        try
        {
            return (encoding is UTF8Encoding ? Strict : encoding).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Find(string name)
    {
        // Latin-1 and ASCII are declared where Windows-1252 is sent (WHATWG Encoding, 4.2).
        if (name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "cp1252") name = "windows-1252";
        if (name.Equals("gb2312", StringComparison.OrdinalIgnoreCase)) name = "gbk";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?([^"';,\s]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex("""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
