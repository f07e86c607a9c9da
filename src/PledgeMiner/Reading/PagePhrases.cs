using System.Globalization;
using System.Reflection;

namespace PledgeMiner.Reading;

/// <summary>The lines that sites put into their articles and that say nothing of their own: corpora/cues/page-phrases.tsv.</summary>
internal static class PagePhrases
{
    private static readonly (int Longest, string[] Beginnings)[] Phrases = Load();

    public static bool IsBoilerplate(string line)
    {
        foreach (var (longest, beginnings) in Phrases)
        {
            if (line.Length > longest) continue;
            foreach (var beginning in beginnings)
            {
                if (line.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && EndsWord(line, beginning.Length)) return true;
            }
        }
        return false;
    }

    private static bool EndsWord(string line, int at) => at == line.Length || !char.IsLetterOrDigit(line[at - 1]) || !char.IsLetterOrDigit(line[at]);

    private static (int, string[])[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("cues/page-phrases.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(x => x.Length > 0 && x[0] != '#').Select(x => x.Split('\t'))
            .Select(x => (int.Parse(x[0], CultureInfo.InvariantCulture), x[1].Split('|')))];
    }
}
