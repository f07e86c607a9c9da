using System.Reflection;

namespace PledgeMiner;

/// <summary>A partner under threat and those it is threatened by, as actor codes. Which ones there are is data: corpora/cues/conflicts.tsv.</summary>
public sealed record Conflict(string Partner, IReadOnlyList<string> Aggressors)
{
    private static readonly IReadOnlyList<Conflict> All = Load();

    /// <summary>The conflict that a document is about, by the partner it names most; null where it names none.</summary>
    public static Conflict? Of(IReadOnlyList<Sentence> sentences)
    {
        var named = sentences.SelectMany(x => x.Entities).Where(x => x.Code is not null).CountBy(x => x.Code!).ToDictionary();
        return All.Where(x => named.ContainsKey(x.Partner)).MaxBy(x => named[x.Partner]);
    }

    private static List<Conflict> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("cues/conflicts.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(x => x[0] != '#')
            .Select(x => x.Split('\t')).Select(x => new Conflict(x[0], x[1] == "-" ? [] : x[1].Split('|')))];
    }
}
