using System.Text.Json;
using PledgeMiner.Tagging;

namespace PledgeMiner.Tests.Tagging;

/// <summary>A sentence with the entities a reader would mark in it; words are told by their text.</summary>
public sealed record EntityCase(
    string Text, DateOnly? Published, ActorCase[]? Actors, DateCase[]? Dates, MoneyCase[]? Money, QuantityCase[]? Quantities)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private static readonly EntityFinder Finder = new();

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Cases", "tagging");

    /// <summary>The cases of every file, in order.</summary>
    public static List<EntityCase> All() =>
        [.. Directory.EnumerateFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            .Where(x => x.Length > 0).Select(x => JsonSerializer.Deserialize<EntityCase>(x, Json)!)];

    public IReadOnlyList<Entity> Find()
    {
        var memory = Finder.Open(new(Text, [], null, Published, null, "en"));
        return Finder.Find(memory, new(0, Text.Length), []);
    }

    /// <summary>Whether an entity's words and the expected ones share any: where a name begins and ends ("the", "President") is a matter of taste.</summary>
    public bool Touches(Entity entity, string words)
    {
        for (var at = Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (entity.Span.Overlap(new(at, at + words.Length)) > 0) return true;
        }
        return false;
    }
}

public sealed record ActorCase(string Text, string Code);

public sealed record DateCase(string Text, DateOnly? From, DateOnly? To);

public sealed record MoneyCase(string Text, decimal Value, string Currency);

public sealed record QuantityCase(string Text, decimal Number, string Unit);
