using System.Collections.Frozen;
using System.Reflection;

namespace PledgeMiner.Detecting;

/// <summary>Phrases by lemma, each with what it stands for; read from a file of corpora/cues.</summary>
internal sealed class PhraseLexicon<T> where T : struct, Enum
{
    private readonly FrozenDictionary<string, List<(string[] Words, T Label, int Rank)>> _byFirst;
    private readonly WordFilter _firsts;

    private PhraseLexicon(IEnumerable<string> lines)
    {
        var byFirst = new Dictionary<string, List<(string[] Words, T Label, int Rank)>>();
        var rank = 0;
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (!Labels.TryParse<T>(cells[0], out var label)) throw new InvalidDataException($"corpora/cues: '{cells[0]}' is not a {typeof(T).Name}.");
            foreach (var phrase in cells[1].Split('|'))
            {
                var words = Split(phrase);
                if (!byFirst.TryGetValue(words[0], out var list)) byFirst[words[0]] = list = [];
                list.Add((words, label, rank));
            }
            rank++;
        }
        foreach (var list in byFirst.Values) list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        (_byFirst, _firsts) = (byFirst.ToFrozenDictionary(), new(byFirst.Keys));
    }

    public static PhraseLexicon<T> Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"cues/{name}")
            ?? throw new InvalidOperationException($"cues/{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n').Select(x => x.TrimEnd('\r')).ToList());
    }

    /// <summary>Every phrase between two words, by lemma or as written; at one word the longest of each label.</summary>
    public List<(int First, int End, T Label, int Rank)> In(SentenceView view, int first, int end)
    {
        List<(int First, int End, T Label, int Rank)> found = [];
        for (var i = first; i < end; i++)
        {
            var (word, lemma) = (view.Words[i], view.Lemma(i));
            AddAt(view, i, end, word, found);
            if (lemma != word) AddAt(view, i, end, lemma, found);
        }
        return found;
    }

    private void AddAt(SentenceView view, int at, int end, string key, List<(int First, int End, T Label, int Rank)> found)
    {
        if (!_firsts.MayHold(key) || !_byFirst.TryGetValue(key, out var phrases)) return;
        foreach (var (words, label, rank) in phrases)
        {
            if (Matches(view, at, end, words) && !HasAt(found, at, label)) found.Add((at, at + words.Length, label, rank));
        }
    }

    private static bool HasAt(List<(int First, int End, T Label, int Rank)> found, int at, T label)
    {
        for (var i = found.Count - 1; i >= 0 && found[i].First == at; i--)
        {
            if (EqualityComparer<T>.Default.Equals(found[i].Label, label)) return true;
        }
        return false;
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

    /// <summary>As the tagger cuts words: hyphens and slashes stand alone, but not in "non-lethal".</summary>
    private static string[] Split(string phrase) =>
        phrase.Replace("-", " - ", StringComparison.Ordinal).Replace("non - ", "non-", StringComparison.Ordinal).Replace("/", " / ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
