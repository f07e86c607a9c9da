using System.Text;

namespace PledgeMiner.Crawling;

/// <summary>
/// One form for all the ways to write an address (RFC 3986, 6.2), so that a page is known again under each: lower case and
/// punycode, no default port, dot segments, fragment, tracking parameters or session, percent-encoding as short as may be.
/// </summary>
public static class UrlNormal
{
    /// <summary>Beyond RFC 3986's own, what servers and browsers take unencoded in a path.</summary>
    private const string PathSafe = "-._~!$&'()*+,;=:@/[]";

    private const string QuerySafe = "-._~!$&'()*+,;=:@/?[]";

    /// <summary>Servers refuse longer ones (8,190 octets is the commonest limit).</summary>
    private const int Longest = 8_000;

    /// <summary>The normal form of an address that is absolute already.</summary>
    public static Uri Of(Uri address) => TryParse(address.OriginalString, out var normal) ? normal : address;

    /// <summary>Reads an address as people write it; without a scheme it is https.</summary>
    /// <returns>False where it is no address of a web page.</returns>
    public static bool TryParse(string written, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? normal)
    {
        normal = null;
        if (written.Length > Longest) return false;
        // Browsers drop line breaks and tabs inside an address and white space around it.
        var text = string.Concat(written.Trim().Where(x => x is not ('\t' or '\r' or '\n')));
        var colon = text.IndexOf("://", StringComparison.Ordinal);
        if (text.StartsWith("//", StringComparison.Ordinal)) text = "https:" + text;
        else if (colon < 0 || text.AsSpan(0, colon).IndexOfAny("/?#") >= 0)
        {
            var host = text.Split('/', '?', '#')[0].Split(':');
            // "example.org:8080/a" has a port, "mailto:a@example.org" a scheme.
            if (!host[0].Contains('.') || !host.Skip(1).All(x => x.All(char.IsAsciiDigit))) return false;
            text = "https://" + text;
        }
        if (!Split(text, out var scheme, out var authority, out var path, out var query) || scheme is not ("http" or "https")) return false;
        if (UrlHost.Normal(authority, scheme == "http" ? "80" : "443") is not { } place) return false;
        var queryPart = UrlQuery.Normal(Encoded(query, QuerySafe));
        return Uri.TryCreate($"{scheme}://{place}{PathOf(path)}{(queryPart.Length == 0 ? "" : "?" + queryPart)}", UriKind.Absolute, out normal);
    }

    private static bool Split(string text, out string scheme, out string authority, out string path, out string query)
    {
        var colon = text.IndexOf(':');
        scheme = text[..colon].ToLowerInvariant();
        var rest = text[(colon + 3)..].Split('#')[0];
        var end = rest.AsSpan().IndexOfAny("/?\\");
        (authority, path) = end < 0 ? (rest, "") : (rest[..end], rest[end..]);
        var mark = path.IndexOf('?');
        (path, query) = mark < 0 ? (path, "") : (path[..mark], path[(mark + 1)..]);
        // Readers differ on whether a backslash ends the host; only tricks need one there.
        return authority.Length > 0 && !path.StartsWith('\\');
    }

    private static string PathOf(string path)
    {
        var encoded = UrlQuery.WithoutSession(Encoded(path.Replace('\\', '/'), PathSafe));
        var kept = new List<string>();
        var segments = encoded.Split('/').Skip(1).ToList();
        for (var i = 0; i < segments.Count; i++)
        {
            var last = i == segments.Count - 1;
            if (segments[i] == "..")
            {
                if (kept.Count > 0) kept.RemoveAt(kept.Count - 1);
            }
            // An empty segment is a slip of the pen, but for the address of another page within the path ("/web/https://...").
            else if (segments[i] is not ("." or "") || (segments[i].Length == 0 && !last && kept.Count > 0 && kept[^1].EndsWith(':'))) kept.Add(segments[i]);
            if (last && segments[i] is "." or ".." or "" && kept.Count > 0) kept.Add("");
        }
        return "/" + string.Join('/', kept);
    }

    /// <summary>Percent-encodes what may not stand as it is, decodes what need not be encoded, and writes digits in upper case.</summary>
    private static string Encoded(string text, string safe)
    {
        var (octets, encoded) = (Encoding.UTF8.GetBytes(text), new StringBuilder(text.Length));
        for (var i = 0; i < octets.Length; i++)
        {
            var (octet, isEscape) = ((char)octets[i], false);
            if (octet == '%' && i + 2 < octets.Length && char.IsAsciiHexDigit((char)octets[i + 1]) && char.IsAsciiHexDigit((char)octets[i + 2]))
            {
                (octet, isEscape) = ((char)Convert.ToByte(Encoding.ASCII.GetString(octets, i + 1, 2), 16), true);
                i += 2;
            }
            // What is written as an escape though it has a meaning of its own ("%2F") keeps it.
            var stands = char.IsAsciiLetterOrDigit(octet) || (isEscape ? "-._~" : safe).Contains(octet);
            if (stands) encoded.Append(octet);
            else encoded.Append('%').Append(((int)octet).ToString("X2"));
        }
        return encoded.ToString();
    }
}
