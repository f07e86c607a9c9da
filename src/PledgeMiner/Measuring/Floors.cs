using System.Text.Json;

namespace PledgeMiner.Measuring;

/// <summary>Pinned figures: what a change may not lower unseen. They hold for one corpus, which its hash names.</summary>
/// <param name="Corpus">SHA-256 of the labelled documents' file.</param>
/// <param name="Figures">By name; of those that count errors a floor is the most there may be.</param>
public sealed record Floors(string Corpus, IReadOnlyDictionary<string, double> Figures)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Figures of which less is better.</summary>
    private static readonly string[] Errors = ["false commitments in 100 sentences of empty documents", "expected calibration error"];

    public static Floors Of(string corpus, IEnumerable<Figure> figures) => new(corpus, figures.ToDictionary(x => x.Name, x => Math.Round(x.Value, 3)));

    /// <exception cref="InvalidDataException">The file holds no floors.</exception>
    public static Floors Load(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Floors>(File.ReadAllText(file), Json)!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} holds no floors ({e.Message}): write it again with `evaluate --floors {file} --update`.", e);
        }
    }

    public void Save(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>What of these floors other figures fall below: one sentence each; a tolerance of half the last digit written.</summary>
    public IReadOnlyList<string> Broken(Floors now)
    {
        if (now.Corpus != Corpus) return [$"the floors were measured on another corpus ({Corpus[..12]}, now {now.Corpus[..12]})"];
        return [.. Figures.Where(x => !now.Figures.TryGetValue(x.Key, out var value) || (Errors.Contains(x.Key) ? value > x.Value + 0.0005 : value < x.Value - 0.0005))
            .Select(x => $"{x.Key}: {x.Value:0.000} before, {(now.Figures.TryGetValue(x.Key, out var value) ? $"{value:0.000}" : "not measured")} now")];
    }
}
