using System.Text;

namespace PledgeMiner.Reading;

/// <summary>Bytes to text: by byte order mark, then by what was declared, then UTF-8, then Windows-1252.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly EncodingProvider CodePages = CodePagesEncodingProvider.Instance;

    /// <summary>Windows-1252, the legacy encoding of the West.</summary>
    public static Encoding Western { get; } = CodePages.GetEncoding(1252)!;

    /// <param name="declared">A charset's name from a header or a meta element, or null.</param>
    public static string Decode(byte[] bytes, string? declared)
    {
        foreach (var marked in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (bytes.AsSpan().StartsWith(marked.Preamble)) return Clean(marked.GetString(bytes.AsSpan(marked.Preamble.Length)));
        }
        if (declared is not null && Find(declared) is { } named && named.CodePage != Encoding.UTF8.CodePage) return Clean(named.GetString(bytes));
        try
        {
            return Clean(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            // Declared UTF-8 with a few broken bytes is still UTF-8; undeclared and invalid is the legacy Western encoding.
            return Clean((declared is null && !MostlyUtf8(bytes) ? CodePages.GetEncoding(1252)! : Encoding.UTF8).GetString(bytes));
        }
    }

    /// <summary>The charset parameter of a content type.</summary>
    public static string? CharsetOf(string? contentType)
    {
        var at = contentType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : contentType![(at + 8)..].Split(';', ',', ' ')[0].Trim('"', '\'', ' ');
    }

    /// <summary>U+0000 and lone surrogates become U+FFFD, one for one: databases refuse them, and offsets must not move.</summary>
    internal static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsBroken(text, i)) continue;
            var clean = text.ToCharArray();
            for (; i < clean.Length; i++)
            {
                if (IsBroken(text, i)) clean[i] = '\uFFFD';
            }
            return new string(clean);
        }
        return text;
    }

    private static bool IsBroken(string text, int i) => text[i] switch
    {
        '\0' => true,
        >= '\uD800' and <= '\uDBFF' => i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]),
        >= '\uDC00' and <= '\uDFFF' => i == 0 || !char.IsHighSurrogate(text[i - 1]),
        _ => false,
    };

    private static bool MostlyUtf8(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.Count(x => x == '\uFFFD');
        var other = text.Count(x => x > '\u007F') - broken;
        return broken * 10 < other;
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return CodePages.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
