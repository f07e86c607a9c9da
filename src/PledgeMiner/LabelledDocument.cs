using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeMiner;

/// <summary>A document whose every sentence carries the labels of the guidelines: what models learn from and are measured on.</summary>
public sealed record LabelledDocument(
    string Id, string? Genre, string? Publisher, string? Title, DateOnly? Date, string Text, IReadOnlyList<LabelledSentence> Sentences)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new PairConverter() },
    };

    /// <summary>Reads a file of JSON lines.</summary>
    /// <exception cref="InvalidDataException">A line is not a labelled document; the message names file and line.</exception>
    public static IReadOnlyList<LabelledDocument> Load(string file)
    {
        var documents = new List<LabelledDocument>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                documents.Add(JsonSerializer.Deserialize<LabelledDocument>(line, Json)!);
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{file}, line {number} is not a labelled document: {e.Message}", e);
            }
        }
        return documents;
    }

    /// <summary>The labels whose sentence overlaps a span by at least half of the shorter one; none-labels left out.</summary>
    public IReadOnlyList<LabelledSentence> LabelsOf(TextSpan span) =>
        [.. Sentences.Where(x => x.Act != Act.None && 2 * x.Span.Overlap(span) >= Math.Min(x.Span.Length, span.Length))];

    /// <summary>["[1300000000, "EUR"]", "[2, "battery"]"]: a number and a word.</summary>
    private sealed class PairConverter : JsonConverter<LabelledPair>
    {
        public override LabelledPair Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray || !reader.Read()) throw new JsonException("expected [number, word]");
            var number = reader.GetDecimal();
            reader.Read();
            var word = reader.GetString() ?? throw new JsonException("expected [number, word]");
            return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? new(number, word) : throw new JsonException("expected [number, word]");
        }

        public override void Write(Utf8JsonWriter writer, LabelledPair value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Number);
            writer.WriteStringValue(value.Word);
            writer.WriteEndArray();
        }
    }
}

/// <summary>One commitment of a labelled sentence, or that it holds none. Several of one sentence share its span.</summary>
public sealed record LabelledSentence(int Start, int End, Act Act)
{
    public IReadOnlyList<Pillar> Pillars { get; init; } = [];
    public Force? Force { get; init; }
    public IReadOnlyList<ConditionKind> Conditions { get; init; } = [];
    public IReadOnlyList<string> Pledgers { get; init; } = [];
    public IReadOnlyList<string> Beneficiaries { get; init; } = [];
    public IReadOnlyList<Instrument> Instruments { get; init; } = [];
    public IReadOnlyList<LabelledPair> Amounts { get; init; } = [];
    public IReadOnlyList<LabelledPair> Quantities { get; init; } = [];
    public Period? Due { get; init; }
    public Speaker? Speaker { get; init; }

    /// <summary>A second valid reading of some slots, where the annotators left one.</summary>
    public SecondReading? Alt { get; init; }

    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}

/// <summary>A number with its currency or unit.</summary>
public readonly record struct LabelledPair(decimal Number, string Word);

/// <summary>The slots of a sentence that may be read otherwise; null where there is one reading only.</summary>
public sealed record SecondReading
{
    public IReadOnlyList<Pillar>? Pillars { get; init; }
    public Force? Force { get; init; }
    public IReadOnlyList<ConditionKind>? Conditions { get; init; }
    public IReadOnlyList<string>? Pledgers { get; init; }
}
