using System.Text.Json;

namespace PledgeMiner.Crawling;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    public static Feed? Read(string text, int most)
    {
        if (text.AsSpan().TrimStart() is not ['{', ..]) return null;
        try
        {
            using var json = JsonDocument.Parse(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = json.RootElement;
            if (!root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array) return null;
            return new(Text(root, "title"), Text(root, "home_page_url"), null, [.. items.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.Object).Take(most).Select(EntryOf)]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FeedEntry EntryOf(JsonElement item)
    {
        var (published, updated) = (WebDates.Parse(Text(item, "date_published")), WebDates.Parse(Text(item, "date_modified")));
        return new(Text(item, "title") is { } title ? SoupText.OneLine(title) : null, Text(item, "url") ?? Text(item, "external_url"), published ?? updated, updated, Text(item, "id"));
    }

    /// <summary>A text; numbers, which some write as ids, as they stand.</summary>
    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
}
