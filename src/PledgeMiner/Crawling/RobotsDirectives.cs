namespace PledgeMiner.Crawling;

/// <summary>One directive of an X-Robots-Tag or a robots meta: "noindex", or "max-snippet" with its value.</summary>
internal readonly record struct RobotsDirective(string Name, string Value);

/// <summary>Takes lists of directives apart.</summary>
internal static class RobotsDirectives
{
    private static readonly string[] WithValue = ["unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"];

    public static IEnumerable<RobotsDirective> OfMeta(string content) => Of(content).Select(x => x.Directive);

    /// <summary>Those for all and for us: "otherbot: noindex, nofollow" speaks to another until the next name.</summary>
    public static IEnumerable<RobotsDirective> OfHeader(string value)
    {
        var agent = "";
        foreach (var (named, directive) in Of(value))
        {
            if (named is not null) agent = named;
            if (agent is "" or "*" or "robots" or Robots.Agent) yield return directive;
        }
    }

    private static IEnumerable<(string? Agent, RobotsDirective Directive)> Of(string text)
    {
        var parts = text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var (agent, part) = ((string?)null, parts[i]);
            var colon = part.IndexOf(':');
            if (colon > 0 && Array.IndexOf(WithValue, part[..colon].Trim().ToLowerInvariant()) < 0)
            {
                (agent, part) = (part[..colon].Trim().ToLowerInvariant(), part[(colon + 1)..].Trim());
                colon = part.IndexOf(':');
            }
            var name = (colon < 0 ? part : part[..colon]).Trim().ToLowerInvariant();
            var value = colon < 0 ? "" : part[(colon + 1)..].Trim();
            // A date may hold the comma that parts directives: "Wed, 25 Jun 2025 15:00:00 GMT".
            if (name == "unavailable_after" && WebDates.Parse(value) is null && i + 1 < parts.Length) value = $"{value}, {parts[++i]}";
            // Some write spaces instead of commas.
            if (colon < 0 && name.Contains(' ')) foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return (agent, new(word, ""));
            else yield return (agent, new(name, value));
        }
    }
}
