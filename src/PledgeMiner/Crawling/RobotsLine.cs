using System.Globalization;
using System.Text;

namespace PledgeMiner.Crawling;

internal enum RobotsKey { UserAgent, Allow, Disallow, Sitemap, CrawlDelay }

/// <summary>The known lines of a robots.txt, with the typing errors that Google's parser forgives. Characters are octets.</summary>
internal static class RobotsLine
{
    /// <summary>What follows in a longer line is ignored: eight times the length of the longest address browsers took.</summary>
    private const int LongestLine = 2083 * 8 - 1;

    private const string White = " \t\n\v\f\r";

    /// <summary>What a key may begin with; "Disallowed" counts as "Disallow".</summary>
    private static readonly (string Written, RobotsKey Key)[] Keys =
    [
        ("user-agent", RobotsKey.UserAgent), ("useragent", RobotsKey.UserAgent), ("user agent", RobotsKey.UserAgent),
        ("allow", RobotsKey.Allow),
        ("disallow", RobotsKey.Disallow), ("dissallow", RobotsKey.Disallow), ("dissalow", RobotsKey.Disallow), ("disalow", RobotsKey.Disallow),
        ("diasllow", RobotsKey.Disallow), ("disallaw", RobotsKey.Disallow),
        ("sitemap", RobotsKey.Sitemap), ("site-map", RobotsKey.Sitemap),
        ("crawl-delay", RobotsKey.CrawlDelay), ("crawldelay", RobotsKey.CrawlDelay),
    ];

    public static IEnumerable<(RobotsKey Key, string Value, int Number)> Of(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        // Even part of a byte order mark is skipped.
        var text = Encoding.Latin1.GetString(body[body.CommonPrefixLength(mark)..]);
        return text.ReplaceLineEndings("\n").Split('\n', '\r').Select((x, i) => (Line: Parse(x), i)).Where(x => x.Line is not null)
            .Select(x => (x.Line!.Value.Key, x.Line.Value.Value, x.i + 1));
    }

    /// <summary>"*", or "*" with anything after a space.</summary>
    public static bool IsForAll(string agent) => agent == "*" || (agent.Length > 1 && agent[0] == '*' && White.Contains(agent[1]));

    /// <summary>The part of a User-agent line that is compared: letters, "-" and "_" from its start.</summary>
    public static string TokenOf(string agent)
    {
        var end = agent.AsSpan().IndexOfAnyExcept(TokenCharacters);
        return end < 0 ? agent : agent[..end];
    }

    public static TimeSpan? DelayOf(string value) =>
        // More than a day is no pause but a refusal badly written; we take the day.
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : null;

    private static readonly System.Buffers.SearchValues<char> TokenCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");

    private static (RobotsKey Key, string Value)? Parse(string line)
    {
        if (line.Length > LongestLine) line = line[..LongestLine];
        line = line.Split('\0')[0].Split('#')[0].Trim(White.ToCharArray());
        var separator = line.IndexOf(':');
        if (separator < 0)
        {
            // A forgotten colon is forgiven where exactly two words stand on the line.
            separator = line.IndexOfAny([' ', '\t']);
            if (separator < 0 || line[separator..].Trim(' ', '\t').IndexOfAny([' ', '\t']) >= 0) return null;
        }
        var written = line[..separator].Trim(White.ToCharArray());
        var found = Array.FindIndex(Keys, x => written.StartsWith(x.Written, StringComparison.OrdinalIgnoreCase));
        if (found < 0) return null;
        var (key, value) = (Keys[found].Key, line[(separator + 1)..].Trim(White.ToCharArray()));
        return (key, key is RobotsKey.Allow or RobotsKey.Disallow ? RobotsPattern.Escape(value) : value);
    }
}
