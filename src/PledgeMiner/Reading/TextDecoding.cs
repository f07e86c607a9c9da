using System.Globalization;
using System.Text;

namespace PledgeMiner.Reading;

/// <summary>Bytes to text: by byte order mark, as UTF-8 where they are that, then by what was declared, then by what they look like.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly EncodingProvider CodePages = CodePagesEncodingProvider.Instance;

    /// <summary>Windows-1252, the legacy encoding of the West.</summary>
    public static Encoding Western { get; } = CodePages.GetEncoding(1252)!;

    /// <summary>Names whose text browsers read as another encoding's, for what is written in it is that more often.</summary>
    private static readonly Dictionary<string, int> Aliases =
        ("iso-8859-1=1252 iso8859-1=1252 latin1=1252 latin-1=1252 us-ascii=1252 ascii=1252 ansi=1252 cp1252=1252 iso-8859-9=1254 latin5=1254 iso-8859-11=874 "
        + "tis-620=874 utf8=65001 unicode-1-1-utf-8=65001 gb2312=54936 gbk=54936 x-sjis=932 windows-31j=932 ks_c_5601-1987=949 cp1250=1250 cp1251=1251 win-1251=1251")
        .Split(' ').Select(x => x.Split('=')).ToDictionary(x => x[0], x => int.Parse(x[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <param name="declared">A charset's name from a header or a meta element, or null.</param>
    public static string Decode(byte[] bytes, string? declared)
    {
        foreach (var marked in (Encoding[])[Encoding.UTF32, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (bytes.AsSpan().StartsWith(marked.Preamble)) return Clean(marked.GetString(bytes.AsSpan(marked.Preamble.Length)));
        }
        if (UnmarkedUtf16(bytes) is { } wide) return Clean(wide.GetString(bytes));
        try
        {
            // What is valid UTF-8 is that, whatever a template still declares: other encodings' letters hardly ever line up so.
            return Clean(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            var named = declared is null ? null : Find(declared);
            if (named is { CodePage: not (65001 or 1200 or 1201) }) return Clean(named.GetString(bytes));
            // A few broken bytes leave UTF-8 what it is; else the bytes themselves tell, and where they don't it is the legacy encoding of the West.
            return Clean((MostlyUtf8(bytes) ? Encoding.UTF8 : Detected(bytes) ?? Western).GetString(bytes));
        }
    }

    /// <summary>UTF-16 without its mark: in text of the West every second byte is zero.</summary>
    internal static Encoding? UnmarkedUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 1024) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        var pairs = sample.Length / 2;
        if (pairs < 8) return null;
        return odd * 10 > pairs * 7 && even * 20 < pairs ? Encoding.Unicode : even * 10 > pairs * 7 && odd * 20 < pairs ? Encoding.BigEndianUnicode : null;
    }

    private static Encoding? Detected(byte[] bytes)
    {
        // Tags say nothing of the encoding and 64 KB of text say all.
        var found = UtfUnknown.CharsetDetector.DetectFromBytes(bytes.Length > 65_536 ? bytes[..65_536] : bytes).Detected;
        return found is { Confidence: > 0.5f } ? Find(found.EncodingName) : null;
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
            return Aliases.TryGetValue(name, out var page) ? CodePages.GetEncoding(page) ?? Encoding.GetEncoding(page) : CodePages.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
