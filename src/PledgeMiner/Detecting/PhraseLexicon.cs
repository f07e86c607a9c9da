using System.Reflection;

namespace PledgeMiner.Detecting;

/// <summary>Phrases by lemma, each with what it stands for; read from a file of corpora/cues.</summary>
internal sealed class PhraseLexicon<T> where T : struct, Enum
{
    private readonly Dictionary<string, List<(string[] Words, T Label, int Rank)>> _byFirst = [];

    private PhraseLexicon(IEnumerable<string> lines)
    {
        var rank = 0;
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (!Labels.TryParse<T>(cells[0], out var label)) throw new InvalidDataException($"corpora/cues: '{cells[0]}' is not a {typeof(T).Name}.");
            foreach (var phrase in cells[1].Split('|'))
            {
                var words = Split(phrase);
                if (!_byFirst.TryGetValue(words[0], out var list)) _byFirst[words[0]] = list = [];
                list.Add((words, label, rank));
            }
            rank++;
        }
    }

    public static PhraseLexicon<T> Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"cues/{name}")
            ?? throw new InvalidOperationException($"cues/{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n').Select(x => x.TrimEnd('\r')).ToList());
    }

    /// <summary>Every phrase between two words, by lemma or as written; at one word the longest of each label.</summary>
    public IEnumerable<(int First, int End, T Label, int Rank)> In(SentenceView view, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            foreach (var key in view.Lemma(i) == view.Words[i] ? [view.Words[i]] : new[] { view.Words[i], view.Lemma(i) })
            {
                if (!_byFirst.TryGetValue(key, out var phrases)) continue;
                foreach (var found in phrases.Where(x => Matches(view, i, end, x.Words)).GroupBy(x => x.Label).Select(x => x.MaxBy(p => p.Words.Length)))
                    yield return (i, i + found.Words.Length, found.Label, found.Rank);
            }
        }
    }

    private static bool Matches(SentenceView view, int at, int end, string[] words)
    {
        if (at + words.Length > end) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (view.Words[at + i] != words[i] && view.Lemma(at + i) != words[i]) return false;
        }
        return true;
    }

    /// <summary>As the tagger cuts words: hyphens and slashes stand alone.</summary>
    private static string[] Split(string phrase) =>
        phrase.Replace("-", " - ", StringComparison.Ordinal).Replace("/", " / ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
