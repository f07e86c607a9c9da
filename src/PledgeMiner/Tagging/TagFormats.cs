using System.Text.Json;

namespace PledgeMiner.Tagging;

/// <summary>Tagged text as files: CoNLL-U, IOB2 and JSON lines, and the first two tagged anew with their tokens kept.</summary>
public static class TagFormats
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>One line a token: number, form, lemma and part of speech; a blank line after each sentence.</summary>
    public static void WriteConllu(TextWriter to, Document document, IReadOnlyList<Sentence> sentences)
    {
        var block = -1;
        foreach (var sentence in sentences)
        {
            if (sentence.Block != block) to.Write("# newpar\n");
            block = sentence.Block;
            to.Write($"# text = {OneLine(sentence.Span.Of(document.Text))}\n");
            for (var i = 0; i < sentence.Tokens.Count; i++)
            {
                var token = sentence.Tokens[i];
                var glued = token.End < document.Text.Length && !char.IsWhiteSpace(document.Text[token.End]);
                to.Write($"{i + 1}\t{token.Span.Of(document.Text)}\t{token.Lemma}\t{Name(token.Pos)}\t_\t_\t_\t_\t_\t{(glued ? "SpaceAfter=No" : "_")}\n");
            }
            to.Write('\n');
        }
    }

    /// <summary>One line a token: form and tag of persons, organisations and locations.</summary>
    public static void WriteIob2(TextWriter to, Document document, IReadOnlyList<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            foreach (var token in sentence.Tokens) to.Write($"{token.Span.Of(document.Text)}\t{TagOf(sentence, token.Span)}\n");
            to.Write('\n');
        }
    }

    /// <summary>One line a sentence, with everything found.</summary>
    public static void WriteJson(TextWriter to, Document document, IReadOnlyList<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            var line = new
            {
                sentence.Span.Start,
                sentence.Span.End,
                sentence.Block,
                Text = sentence.Span.Of(document.Text),
                Tokens = sentence.Tokens.Select(x => new { x.Start, x.End, Pos = Name(x.Pos), x.Lemma }),
                Entities = sentence.Entities.Select(x => new { x.Span.Start, x.Span.End, Kind = x.Kind.ToString().ToLowerInvariant(), x.Code, x.Name, x.Money, x.Measure, x.Period }),
            };
            to.Write(JsonSerializer.Serialize(line, Json));
            to.Write('\n');
        }
    }

    /// <summary>Tags a CoNLL-U file anew: lemma and part of speech are replaced, the rest but the finer columns is kept.</summary>
    /// <exception cref="InvalidDataException">A line has too few columns; the message names it.</exception>
    public static void RetagConllu(TextReader from, TextWriter to, Tagger tagger) =>
        Retag(from, to, tagger, 4, IsWordLine, (columns, sentence, i) =>
        {
            (columns[2], columns[3]) = (sentence.Tokens[i].Lemma, Name(sentence.Tokens[i].Pos));
            for (var c = 4; c < Math.Min(columns.Length, 6); c++) columns[c] = "_";
        }, columns => columns[1], columns => columns.Length < 10 || !columns[9].Split('|').Contains("SpaceAfter=No"));

    /// <summary>Tags an IOB2 file anew: the last column is replaced.</summary>
    /// <exception cref="InvalidDataException">A line has no tab; the message names it.</exception>
    public static void RetagIob2(TextReader from, TextWriter to, Tagger tagger) =>
        Retag(from, to, tagger, 2, _ => true, (columns, sentence, i) => columns[^1] = TagOf(sentence, sentence.Tokens[i].Span), columns => columns[0], _ => true);

    private static void Retag(TextReader from, TextWriter to, Tagger tagger, int least, Predicate<string[]> isWord,
        Action<string[], Sentence, int> replace, Func<string[], string> form, Predicate<string[]> spaceAfter)
    {
        var lines = new List<string[]>();
        var number = 0;
        for (var line = from.ReadLine(); ; line = from.ReadLine())
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                var columns = line.Split('\t');
                if (columns.Length < least && line[0] != '#') throw new InvalidDataException($"Line {number} has {columns.Length} columns, not at least {least}: {line}");
                lines.Add(columns);
                continue;
            }
            Flush(lines, to, tagger, x => x.Length >= least && isWord(x), replace, form, spaceAfter);
            if (line is null) return;
        }
    }

    private static void Flush(List<string[]> lines, TextWriter to, Tagger tagger, Predicate<string[]> isWord,
        Action<string[], Sentence, int> replace, Func<string[], string> form, Predicate<string[]> spaceAfter)
    {
        if (lines.Count == 0) return;
        var (text, spans) = (new System.Text.StringBuilder(), new List<TextSpan>());
        foreach (var columns in lines.Where(x => isWord(x)))
        {
            spans.Add(new(text.Length, text.Length + form(columns).Length));
            text.Append(form(columns));
            if (spaceAfter(columns)) text.Append(' ');
        }
        if (spans.Count > 0)
        {
            var (sentence, i) = (tagger.Tag(text.ToString(), spans), 0);
            foreach (var columns in lines.Where(x => isWord(x))) replace(columns, sentence, i++);
        }
        foreach (var columns in lines) to.Write(string.Join('\t', columns) + "\n");
        to.Write('\n');
        lines.Clear();
    }

    /// <summary>A word's line, not that of a range or of a word left unsaid.</summary>
    private static bool IsWordLine(string[] columns) => columns[0].AsSpan().IndexOfAny('-', '.') < 0 && columns[1].Length > 0;

    private static string TagOf(Sentence sentence, TextSpan token)
    {
        foreach (var entity in sentence.Entities)
        {
            if (entity.Kind > EntityKind.Location || !entity.Span.Contains(token)) continue;
            return (entity.Span.Start == token.Start ? "B-" : "I-") + NameLabels.CodeOf(entity.Kind);
        }
        return "O";
    }

    private static string Name(PartOfSpeech part) => part.ToString().ToUpperInvariant();

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
