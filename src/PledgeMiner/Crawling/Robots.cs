using System.Text;

namespace PledgeMiner.Crawling;

/// <summary>A line of robots.txt that allows or disallows the paths its pattern matches.</summary>
/// <param name="Line">Its number, from 1.</param>
public sealed record RobotsRule(bool Allow, string Pattern, int Line);

/// <summary>
/// What a site's robots.txt says to one crawler (RFC 9309, and where that is silent what Google's published parser does):
/// the groups that name the crawler, else those for all; the longest rule wins, and allow wins a tie.
/// </summary>
public sealed class Robots
{
    /// <summary>The product token that site owners address us by.</summary>
    public const string Agent = "pledgeminer";

    /// <summary>Crawlers must read at least this much (RFC 9309, 2.5); more is ignored.</summary>
    private const int Bytes = 500 * 1024;

    private readonly IReadOnlyList<RobotsRule> _rules;

    private Robots(IReadOnlyList<RobotsRule> rules, TimeSpan? crawlDelay = null, IReadOnlyList<string>? sitemaps = null) =>
        (_rules, CrawlDelay, Sitemaps) = (rules, crawlDelay, sitemaps ?? []);

    /// <summary>No robots.txt: everything is allowed.</summary>
    public static readonly Robots AllowAll = new([]);

    /// <summary>A robots.txt that the site could not serve: nothing is.</summary>
    public static readonly Robots DisallowAll = new([new(false, "/", 0)]);

    /// <summary>The pause between two requests that the site asks for, if any.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>The sitemaps that it names, as written.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <param name="agent">The crawler's name; a version after a slash is cut off.</param>
    public static Robots Parse(byte[] body, string agent = Agent)
    {
        var name = agent.Split('/')[0];
        var (ours, everyones, sitemaps) = (new Group(), new Group(), new List<string>());
        var (rulesSeen, namesUs, namesAll, named) = (false, false, false, false);
        foreach (var (key, value, number) in RobotsLine.Of(body.AsSpan(0, Math.Min(body.Length, Bytes))))
        {
            if (key == RobotsKey.Sitemap) sitemaps.Add(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(value)));
            else if (key == RobotsKey.UserAgent)
            {
                // Only rules close a group: "Sitemap" and unknown lines between two names do not (RFC 9309, 2.2.4).
                if (rulesSeen) (rulesSeen, namesUs, namesAll) = (false, false, false);
                if (RobotsLine.IsForAll(value)) namesAll = true;
                else if (RobotsLine.TokenOf(value).Equals(name, StringComparison.OrdinalIgnoreCase)) namesUs = named = true;
            }
            else if (namesUs || namesAll)
            {
                var group = namesUs ? ours : everyones;
                if (key == RobotsKey.CrawlDelay)
                {
                    group.Delay = RobotsLine.DelayOf(value) ?? group.Delay;
                    continue;
                }
                rulesSeen = true;
                group.Rules.Add(new(key == RobotsKey.Allow, value, number));
            }
        }
        var chosen = named ? ours : everyones;
        return new(chosen.Rules, chosen.Delay, sitemaps);
    }

    /// <param name="pathAndQuery">As sent to the server, percent-encoded: "/news/?p=1".</param>
    public bool Allows(string pathAndQuery) => DecisiveFor(pathAndQuery)?.Allow ?? true;

    /// <summary>The rule that decides about a path, or null where none matches and it is allowed.</summary>
    public RobotsRule? DecisiveFor(string pathAndQuery)
    {
        var (longest, decisive) = (0, (RobotsRule?)null);
        foreach (var rule in _rules)
        {
            var pattern = rule.Pattern;
            if (!RobotsPattern.Matches(pattern, pathAndQuery))
            {
                // "Allow: /x/index.html" opens "/x/" too: the same page to every server.
                if (!rule.Allow || IndexFolderOf(pattern) is not { } folder || !RobotsPattern.Matches(folder, pathAndQuery)) continue;
                pattern = folder;
            }
            if (pattern.Length < longest || pattern.Length == 0 || (pattern.Length == longest && !rule.Allow)) continue;
            if (pattern.Length == longest && decisive!.Allow) continue;
            (longest, decisive) = (pattern.Length, rule);
        }
        return decisive;
    }

    /// <summary>Path, parameters and query of an address as written, by which rules are compared; "/" where it has none.</summary>
    public static string PathOf(string address)
    {
        var start = address.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        var scheme = address.IndexOf("://", start, StringComparison.Ordinal);
        var early = address.AsSpan(start).IndexOfAny("/?;") + start;
        // A path that holds "://" has no scheme there.
        if (scheme >= 0 && !(early >= start && early < scheme)) start = scheme + 3;
        var path = address.IndexOfAny(['/', '?', ';'], start);
        var hash = address.IndexOf('#');
        if (path < 0 || (hash >= 0 && hash < path)) return "/";
        var written = hash < 0 ? address[path..] : address[path..hash];
        return written[0] == '/' ? written : "/" + written;
    }

    private static string? IndexFolderOf(string pattern)
    {
        var slash = pattern.LastIndexOf('/');
        return slash >= 0 && pattern.AsSpan(slash).StartsWith("/index.htm", StringComparison.Ordinal) ? pattern[..(slash + 1)] + "$" : null;
    }

    private sealed class Group
    {
        public List<RobotsRule> Rules { get; } = [];
        public TimeSpan? Delay { get; set; }
    }
}
