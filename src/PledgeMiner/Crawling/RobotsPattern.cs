using System.Text;

namespace PledgeMiner.Crawling;

/// <summary>The patterns of robots.txt: "*" stands for anything, "$" at the end for the end.</summary>
internal static class RobotsPattern
{
    /// <summary>Octets beyond ASCII percent-encoded, hexadecimal digits in upper case; nothing is decoded.</summary>
    /// <param name="pattern">Its characters are octets.</param>
    public static string Escape(string pattern)
    {
        var escaped = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 2 < pattern.Length && char.IsAsciiHexDigit(pattern[i + 1]) && char.IsAsciiHexDigit(pattern[i + 2]))
            {
                escaped.Append('%').Append(char.ToUpperInvariant(pattern[i + 1])).Append(char.ToUpperInvariant(pattern[i + 2]));
                i += 2;
            }
            else if (pattern[i] > '\x7F') escaped.Append('%').Append(((int)pattern[i]).ToString("X2"));
            else escaped.Append(pattern[i]);
        }
        return escaped.ToString();
    }

    /// <summary>Whether a path begins as the pattern says. A failed piece only moves on from the last star, so no pattern takes exponential time.</summary>
    public static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var pieces = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal)) return false;
        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length; i++)
        {
            if (anchored && i == pieces.Length - 1)
                return path.Length - at >= pieces[i].Length && path.EndsWith(pieces[i], StringComparison.Ordinal);
            var found = path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + pieces[i].Length;
        }
        return !anchored || at == path.Length;
    }
}
