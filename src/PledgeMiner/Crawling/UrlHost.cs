using System.Globalization;
using System.Net;
using System.Text;

namespace PledgeMiner.Crawling;

/// <summary>Hosts as they are written to trick or by habit, in the one form that is connected to.</summary>
internal static class UrlHost
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    /// <summary>The authority of an address in normal form: user, host, and a port that is not the scheme's own; null where it is none.</summary>
    public static string? Normal(string authority, string defaultPort)
    {
        var at = authority.LastIndexOf('@');
        var (user, host) = at < 0 ? ("", authority) : (authority[..at].TrimEnd(':'), authority[(at + 1)..]);
        var colon = host.LastIndexOf(':');
        var port = "";
        if (colon > host.LastIndexOf(']'))
        {
            (host, port) = (host[..colon], host[(colon + 1)..].TrimStart('0'));
            if (port.Length > 0 && !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return null;
        }
        if (Normal(host) is not { } normal) return null;
        return (user.Length == 0 ? "" : user + "@") + normal + (port.Length == 0 || port == defaultPort ? "" : ":" + port);
    }

    /// <summary>A host's name in lower-case punycode, or its address in its one usual notation; null where it is neither.</summary>
    public static string? Normal(string host)
    {
        if (host.StartsWith('[') && host.EndsWith(']'))
            return IPAddress.TryParse(host[1..^1].Replace("%25", "%"), out var six) ? $"[{six}]" : null;
        // No name has an empty part, neither before nor behind the root's dot.
        var name = Folded(Uri.UnescapeDataString(host)).Trim('.');
        if (name.Length == 0 || name.Any(x => x is ' ' or '%' or '/' or '\\' or '?' or '#' or '@' or ':' or '[' or ']' or '<' or '>' or '^' or '|' || char.IsControl(x))) return null;
        try
        {
            name = Idn.GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
        return LooksNumeric(name) ? Ipv4(name)?.ToString() : name;
    }

    /// <summary>WHATWG's reading of an IPv4 address: one to four parts, each decimal, octal ("0177") or hexadecimal ("0x7f"); the last fills the rest.</summary>
    public static IPAddress? Ipv4(string text)
    {
        var parts = text.Split('.').Select(Number).ToList();
        if (parts.Count > 4 || parts.Contains(null) || parts.SkipLast(1).Any(x => x > 255)) return null;
        var last = parts[^1]!.Value;
        if (last >= 1L << (8 * (5 - parts.Count))) return null;
        var value = parts.SkipLast(1).Select((x, i) => x!.Value << (8 * (3 - i))).Sum() + last;
        return new IPAddress([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
    }

    private static bool LooksNumeric(string name) => Number(name.Split('.')[^1]) is not null || name.Split('.')[^1].All(char.IsAsciiDigit);

    private static long? Number(string part)
    {
        var (digits, radix) = part.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? (part[2..], 16)
            : part.Length > 1 && part[0] == '0' ? (part[1..], 8) : (part, 10);
        if (part.Length == 0) return null;
        var value = 0L;
        foreach (var digit in digits)
        {
            var one = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : 99;
            if (one >= radix || value > uint.MaxValue) return null;
            value = value * radix + one;
        }
        return value;
    }

    /// <summary>
    /// Compatibility forms that resolvers and browsers read as plain letters, digits and dots: full width, circled, mathematical,
    /// superscript, ideographic full stops; characters that are not seen are dropped.
    /// </summary>
    private static string Folded(string host)
    {
        if (Ascii.IsValid(host)) return host;
        var folded = new StringBuilder(host.Length);
        foreach (var rune in host.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F) continue;
            folded.Append(Plain(rune) ?? rune.ToString());
        }
        return folded.ToString();
    }

    private static string? Plain(Rune rune) => rune.Value switch
    {
        0x3002 or 0xFF0E or 0xFF61 or 0x2024 or 0xFE52 => ".",
        >= 0xFF01 and <= 0xFF5E => ((char)(rune.Value - 0xFEE0)).ToString(),
        >= 0x2460 and <= 0x2473 => (rune.Value - 0x245F).ToString(),
        >= 0x2474 and <= 0x2487 => $"({rune.Value - 0x2473})",
        >= 0x2488 and <= 0x249B => $"{rune.Value - 0x2487}.",
        >= 0x249C and <= 0x24B5 => $"({(char)('a' + rune.Value - 0x249C)})",
        >= 0x24B6 and <= 0x24CF => ((char)('a' + rune.Value - 0x24B6)).ToString(),
        >= 0x24D0 and <= 0x24E9 => ((char)('a' + rune.Value - 0x24D0)).ToString(),
        0x24EA => "0",
        0x2070 or 0x2080 => "0",
        0xB9 => "1",
        0xB2 or 0xB3 => (rune.Value - 0xB0).ToString(),
        >= 0x2074 and <= 0x2079 => (rune.Value - 0x2070).ToString(),
        >= 0x2081 and <= 0x2089 => (rune.Value - 0x2080).ToString(),
        >= 0x1D400 and <= 0x1D6A3 => ((char)('a' + (rune.Value - 0x1D400) % 52 % 26)).ToString(),
        >= 0x1D7CE and <= 0x1D7FF => ((rune.Value - 0x1D7CE) % 10).ToString(),
        0x212A => "k",
        0x017F => "s",
        0x2100 => "a/c",
        0x2116 => "no",
        0x2121 => "tel",
        0x2122 => "tm",
        _ => null,
    };
}
