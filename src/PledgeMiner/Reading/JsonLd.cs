using System.Text.Json;
using System.Text.RegularExpressions;

namespace PledgeMiner.Reading;

/// <summary>The parts of a page's JSON-LD that describe its article.</summary>
internal sealed partial record JsonLd
{
    private static readonly string[] ArticleTypes = ["Article", "Posting", "News", "Report", "Statement"];

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Publisher { get; private set; }

    public string? Author { get; private set; }

    public string? Body { get; private set; }

    /// <param name="scripts">The contents of the page's JSON-LD scripts.</param>
    public static JsonLd Of(IReadOnlyList<string> scripts)
    {
        var things = new List<JsonElement>();
        var broken = new List<string>();
        foreach (var script in scripts)
        {
            try
            {
                using var json = JsonDocument.Parse(script.Trim(), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
                Gather(json.RootElement.Clone(), things);
            }
            catch (JsonException)
            {
                // Sites publish broken JSON-LD; its dates are still legible.
                broken.Add(script);
            }
        }
        var found = new JsonLd();
        // An article's own record goes before those of the page, its pictures and its comments.
        foreach (var thing in things.OrderByDescending(IsArticle)) found.Take(thing);
        foreach (var script in broken) found.TakeBroken(script);
        return found;
    }

    private static void Gather(JsonElement element, List<JsonElement> things)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Gather(item, things);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            things.Add(element);
            foreach (var name in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (element.TryGetProperty(name, out var inner)) Gather(inner, things);
            }
        }
    }

    private static bool IsArticle(JsonElement thing) => thing.TryGetProperty("@type", out var type)
        && Array.Exists(ArticleTypes, x => type.ToString().Contains(x, StringComparison.OrdinalIgnoreCase));

    private void Take(JsonElement thing)
    {
        Published ??= Text(thing, "datePublished") ?? Text(thing, "dateCreated") ?? Text(thing, "uploadDate");
        Modified ??= Text(thing, "dateModified");
        Headline ??= Text(thing, "headline");
        Publisher ??= Name(thing, "publisher");
        Author ??= Name(thing, "author") ?? Name(thing, "creator");
        if (Text(thing, "articleBody") is { } body && body.Length > (Body?.Length ?? 0)) Body = body;
    }

    private void TakeBroken(string script)
    {
        Published ??= DatePublished().Match(script) is { Success: true } published ? published.Groups[1].Value : null;
        Modified ??= DateModified().Match(script) is { Success: true } modified ? modified.Groups[1].Value : null;
    }

    private static string? Name(JsonElement thing, string property)
    {
        if (!thing.TryGetProperty(property, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array)
        {
            var names = value.EnumerateArray().Select(NameOf).Where(x => x is not null).ToList();
            return names.Count == 0 ? null : string.Join(", ", names);
        }
        return NameOf(value);
    }

    private static string? NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => NullIfEmpty(value.GetString()),
        JsonValueKind.Object => Text(value, "name"),
        _ => null,
    };

    private static string? Text(JsonElement thing, string name) =>
        thing.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? NullIfEmpty(value.GetString()) : null;

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    [GeneratedRegex("\"datePublished\"\\s*:\\s*\"([^\"]{6,40})\"")]
    private static partial Regex DatePublished();

    [GeneratedRegex("\"dateModified\"\\s*:\\s*\"([^\"]{6,40})\"")]
    private static partial Regex DateModified();
}
