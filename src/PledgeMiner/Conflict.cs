using System.Reflection;

namespace PledgeMiner;

/// <summary>A partner under threat and those it is threatened by, as actor codes. Which ones there are is data: corpora/cues/conflicts.tsv.</summary>
public sealed record Conflict(string Partner, IReadOnlyList<string> Aggressors)
{
    private static readonly IReadOnlyList<(Conflict Conflict, bool NeedsAggressor)> All = Load();

    /// <summary>
    /// The conflict that a document is about: by the partner it names most, else by an aggressor it names; null where it names neither.
    /// </summary>
    /// <param name="named">How often each actor is named, by code.</param>
    internal static Conflict? Of(Dictionary<string, int> named)
    {
        bool NamesAggressor(Conflict x) => x.Aggressors.Any(named.ContainsKey);
        return All.Where(x => named.ContainsKey(x.Conflict.Partner) && (!x.NeedsAggressor || NamesAggressor(x.Conflict))).Select(x => x.Conflict).MaxBy(x => named[x.Partner])
            ?? All.Select(x => x.Conflict).FirstOrDefault(NamesAggressor);
    }

    /// <summary>How often each actor is named, by code; the first named come first.</summary>
    internal static Dictionary<string, int> CodesOf(IReadOnlyList<Sentence> sentences)
    {
        var named = new Dictionary<string, int>();
        for (var i = 0; i < sentences.Count; i++)
        {
            var entities = sentences[i].Entities;
            for (var e = 0; e < entities.Count; e++) if (entities[e].Code is { } code) named[code] = named.GetValueOrDefault(code) + 1;
        }
        return named;
    }

    private static List<(Conflict, bool)> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("cues/conflicts.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(x => x[0] != '#')
            .Select(x => x.Split('\t')).Select(x => (new Conflict(x[0].TrimEnd('*'), x[1] == "-" ? [] : x[1].Split('|')), x[0].EndsWith('*')))];
    }
}
