using System.Text;

namespace PledgeMiner.Crawling;

/// <summary>What a site's robots.txt allows (RFC 9309): the group that names us, else the one for all; the longest rule wins.</summary>
internal sealed class Robots
{
    private const string Agent = "pledgeminer";

    /// <summary>Crawlers must read at least this much (RFC 9309, 2.5); more is ignored.</summary>
    private const int Bytes = 500 * 1024;

    private readonly List<(bool Allow, string Path)> _rules;

    private Robots(List<(bool, string)> rules) => _rules = rules;

    /// <summary>No robots.txt: everything is allowed.</summary>
    public static readonly Robots AllowAll = new([]);

    /// <summary>A robots.txt that the site could not serve: nothing is.</summary>
    public static readonly Robots DisallowAll = new([(false, "/")]);

    /// <summary>The pause between two requests that the site asks for, if any.</summary>
    public TimeSpan? CrawlDelay { get; }

    public static Robots Parse(byte[] body)
    {
        var (ours, all) = (new List<(bool, string)>(), new List<(bool, string)>());
        var (open, named, namesUs, namesAll, sawUs) = (false, false, false, false, false);
        foreach (var raw in Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, Bytes))).TrimStart('\uFEFF').Split(['\r', '\n']))
        {
            var line = raw.Split('#')[0];
            var colon = line.IndexOf(':');
            if (colon < 0) continue;
            var (key, value) = (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            if (key == "user-agent")
            {
                if (open) (open, namesUs, namesAll) = (false, false, false);
                namesUs |= value.Split('/', ' ')[0].Equals(Agent, StringComparison.OrdinalIgnoreCase);
                namesAll |= value.StartsWith('*');
                (named, sawUs) = (true, sawUs || namesUs);
            }
            else if (key is "allow" or "disallow" && named)
            {
                open = true;
                if (value.Length == 0) continue;
                if (namesUs) ours.Add((key == "allow", value));
                if (namesAll) all.Add((key == "allow", value));
            }
        }
        return new(sawUs ? ours : all);
    }

    /// <param name="pathAndQuery">As sent to the server: "/news/?p=1".</param>
    public bool Allows(string pathAndQuery)
    {
        var (longest, allowed) = (-1, true);
        foreach (var (allow, path) in _rules)
        {
            if (path.Length < longest || !Matches(path, pathAndQuery)) continue;
            allowed = allow || (path.Length == longest && allowed);
            longest = path.Length;
        }
        return allowed;
    }

    /// <summary>"*" stands for anything, "$" at the end for the end. Linear: a failed piece only moves on from the last star.</summary>
    private static bool Matches(string rule, string path)
    {
        var anchored = rule.EndsWith('$');
        var pieces = (anchored ? rule[..^1] : rule).Split('*');
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
