using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeMiner.App.Jobs;

/// <summary>sources.json in the data folder: what is crawled. Read anew each time, so that it can be edited while the program runs.</summary>
public sealed class SourceFile(Settings settings)
{
    private static readonly Lock Changing = new();

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public string Path => System.IO.Path.Combine(System.IO.Path.GetFullPath(settings.Data), "sources.json");

    /// <summary>Lays the default list into the data folder where there is none.</summary>
    public void Prepare()
    {
        if (File.Exists(Path)) return;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "sources.json"), Path);
    }

    /// <exception cref="InvalidDataException">The file is not what it should be; the message says what to do.</exception>
    public IReadOnlyList<SourceSetting> Load()
    {
        Prepare();
        try
        {
            var sources = JsonSerializer.Deserialize<List<SourceSetting>>(File.ReadAllBytes(Path), Json) ?? [];
            if (sources.GroupBy(x => x.Name).FirstOrDefault(x => x.Count() > 1) is { } twice) throw new InvalidDataException($"{Path} has two sources named '{twice.Key}': rename one.");
            return sources.Select(x => x.Fault()).OfType<string>().FirstOrDefault() is { } fault ? throw new InvalidDataException($"{fault} ({Path})") : sources;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{Path} cannot be read ({e.Message.Split(" Path:")[0].TrimEnd('.')}, line {e.LineNumber + 1}): mend it, or remove it to start from the default list.", e);
        }
    }

    /// <summary>One source.</summary>
    /// <exception cref="InvalidDataException">There is none of this name.</exception>
    public SourceSetting Find(string name) => Load().FirstOrDefault(x => x.Name == name) ?? throw Unknown(name);

    /// <exception cref="InvalidDataException">The source will not do, or there is one of this name.</exception>
    public void Add(SourceSetting source) => Change(sources =>
    {
        if (source.Fault() is { } fault) throw new InvalidDataException(fault);
        if (sources.Any(x => x.Name == source.Name)) throw new InvalidDataException($"There is a source named '{source.Name}': choose another name.");
        return [.. sources, source];
    });

    /// <exception cref="InvalidDataException">There is none of this name.</exception>
    public void Pause(string name, bool paused) => Change(sources =>
        sources.Any(x => x.Name == name) ? [.. sources.Select(x => x.Name == name ? x with { Paused = paused } : x)] : throw Unknown(name));

    private InvalidDataException Unknown(string name) => new($"There is no source named '{name}': see `sources list`, or add it to {Path}.");

    private void Change(Func<IReadOnlyList<SourceSetting>, IReadOnlyList<SourceSetting>> change)
    {
        lock (Changing)
        {
            // Written whole beside it and moved over it: nobody ever reads half a file.
            var beside = Path + ".new";
            File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(change(Load()), Json));
            File.Move(beside, Path, overwrite: true);
        }
    }
}
