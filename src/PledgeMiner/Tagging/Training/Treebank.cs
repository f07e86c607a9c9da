using System.Text;

namespace PledgeMiner.Tagging.Training;

/// <summary>A word of a treebank.</summary>
/// <param name="Start">Where it stands in its sentence's text.</param>
/// <param name="Name">Label of the name model.</param>
internal readonly record struct TreebankWord(string Form, int Start, int End, string Lemma, int Label, int Name)
{
    public TextSpan Span => new(Start, End);
}

/// <summary>A sentence of a treebank with the text it was written as.</summary>
internal sealed record TreebankSentence(string Text, bool StartsParagraph, bool SpaceAfter, IReadOnlyList<TreebankWord> Words)
{
    public TextSpan[] Spans => [.. Words.Select(x => x.Span)];
}

/// <summary>Reads the two formats that treebanks come in.</summary>
internal static class Treebank
{
    /// <summary>CoNLL-U: parts of speech, lemmas, sentences.</summary>
    public static List<TreebankSentence> ReadConllu(string file)
    {
        var sentences = new List<TreebankSentence>();
        var (words, text, paragraph, space, covered, coverSpace) = (new List<TreebankWord>(), new StringBuilder(), false, false, 0, false);
        foreach (var line in File.ReadLines(file).Append(""))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0) sentences.Add(new(text.ToString(), paragraph, space, words));
                (words, paragraph, space, covered) = ([], false, false, 0);
                text.Clear();
                continue;
            }
            if (line[0] == '#' && !line.Contains('\t'))
            {
                paragraph |= line.StartsWith("# newdoc", StringComparison.Ordinal) || line.StartsWith("# newpar", StringComparison.Ordinal);
                continue;
            }
            var columns = line.Split('\t');
            var spaceAfter = !columns[9].Split('|').Contains("SpaceAfter=No");
            if (columns[0].Contains('.')) continue;
            if (columns[0].IndexOf('-') is > 0 and var dash)
            {
                (covered, coverSpace) = (int.Parse(columns[0][(dash + 1)..]), spaceAfter);
                continue;
            }
            var id = int.Parse(columns[0]);
            if (space) text.Append(' ');
            space = id < covered ? false : id == covered ? coverSpace : spaceAfter;
            var label = PosLabels.Of(Enum.Parse<PartOfSpeech>(columns[3], ignoreCase: true), columns[4]);
            words.Add(new(columns[1], text.Length, text.Length + columns[1].Length, columns[2], label, 0));
            text.Append(columns[1]);
        }
        return sentences;
    }

    /// <summary>IOB2: names. The text is the words with a space between them.</summary>
    public static List<TreebankSentence> ReadIob2(string file)
    {
        var sentences = new List<TreebankSentence>();
        var rows = new List<(string Form, string Tag)>();
        foreach (var line in File.ReadLines(file).Append(""))
        {
            var tab = line.IndexOf('\t');
            if (tab > 0) rows.Add((line[..tab], line[(line.LastIndexOf('\t') + 1)..]));
            if (line.Length > 0 || rows.Count == 0) continue;
            sentences.Add(Sentence(rows));
            rows.Clear();
        }
        return sentences;
    }

    private static TreebankSentence Sentence(List<(string Form, string Tag)> rows)
    {
        var words = new List<TreebankWord>();
        var text = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0) text.Append(' ');
            words.Add(new(rows[i].Form, text.Length, text.Length + rows[i].Form.Length, "", 0, NameOf(rows, i)));
            text.Append(rows[i].Form);
        }
        return new(text.ToString(), false, true, words);
    }

    private static int NameOf(List<(string Form, string Tag)> rows, int at)
    {
        var tag = rows[at].Tag;
        if (tag == "O") return NameLabels.Outside;
        var goesOn = at + 1 < rows.Count && rows[at + 1].Tag == "I-" + tag[2..];
        var part = (tag[0], goesOn) switch
        {
            ('B', true) => NameLabels.Begin,
            ('B', false) => NameLabels.Single,
            (_, true) => NameLabels.Inside,
            _ => NameLabels.End,
        };
        return NameLabels.Of(NameLabels.KindOf(tag[2..]), part);
    }
}
