namespace PledgeMiner.Classifying;

/// <summary>
/// What the second look at a sentence sees: the first look's probabilities of its act and of its neighbours', its lead-in's, its block's
/// and its document's, and where it stands. Commitments come in clusters, and an item takes its verb from the words that introduce its list.
/// </summary>
internal sealed class SecondLook
{
    /// <summary>Sentences farther away than this belong to another part of the document: longer ones change their subject.</summary>
    private const int Window = 30;

    private static readonly int Acts = Labels.All<Act>().Count;
    private static readonly double[] Nothing = new double[Acts];

    /// <summary>Length of a vector: eight times the acts, ten signs, three shares and the three likeliest neighbours.</summary>
    public static readonly int Size = (8 * Acts) + 10 + 3 + 3;

    private static readonly int[] Indices = [.. Enumerable.Range(0, Size)];

    private readonly DocumentContext _context;
    private readonly double[][] _first;
    private readonly int[] _leads;

    /// <param name="first">For each sentence the first look's probability of each act.</param>
    public SecondLook(DocumentContext context, double[][] first)
    {
        (_context, _first) = (context, first);
        _leads = LeadsOf(context);
    }

    public FeatureVector Of(int index)
    {
        var (values, at) = (new float[Size], 0);
        void Put(double value) => values[at++] = (float)value;
        void PutAll(double[] probabilities)
        {
            foreach (var x in probabilities) Put(x);
        }
        foreach (var x in _first[index]) Put(Math.Log(Math.Max(x, 1e-4)));
        PutAll(At(index - 1));
        PutAll(At(index - 2));
        PutAll(At(index + 1));
        PutAll(MeanOf(index, i => _context.Sentences[i].Block == _context.Sentences[index].Block));
        PutAll(MeanOf(index, _ => true));
        PutAll(At(_leads[index]));
        PutAll(At(index + 2));
        PutSigns(index, Put);
        foreach (var (_, level) in _context.Shares) Put(level / 5.0);
        PutLikeliest(index, Put);
        return new(Indices, values);
    }

    private void PutSigns(int index, Action<double> put)
    {
        var sentence = _context.Sentences[index];
        var text = _context.Document.Text;
        var kind = _context.Document.Blocks[sentence.Block].Kind;
        put(_leads[index] >= 0 ? 1 : 0);
        put(IsItem(_context, index) ? 1 : 0);
        put(EndsWithColon(text, sentence) ? 1 : 0);
        put(char.IsLower(text[sentence.Span.Start]) ? 1 : 0);
        put(sentence.Tokens.Count / 30.0);
        put((double)index / _first.Length);
        put(_first.Length / 30.0);
        put(sentence.Tokens.Any(x => x.Pos is PartOfSpeech.Verb or PartOfSpeech.Aux) ? 0 : 1);
        put(kind is BlockKind.Title or BlockKind.Heading ? 1 : 0);
        put(_context.LeadInWords(sentence.Block).Length > 0 ? 1 : 0);
    }

    /// <summary>How likely the three likeliest commitments around are.</summary>
    private void PutLikeliest(int index, Action<double> put)
    {
        Span<double> best = [0, 0, 0];
        for (var i = Math.Max(0, index - Window); i < Math.Min(_first.Length, index + Window + 1); i++)
        {
            var x = 1 - _first[i][(int)Act.None];
            if (i == index || x <= best[2]) continue;
            best[2] = x;
            best.Sort((a, b) => b.CompareTo(a));
        }
        foreach (var x in best) put(x);
    }

    private double[] At(int index) => index >= 0 && index < _first.Length ? _first[index] : Nothing;

    private double[] MeanOf(int index, Func<int, bool> counts)
    {
        var (sum, n) = (new double[Acts], 0);
        for (var i = Math.Max(0, index - Window); i < Math.Min(_first.Length, index + Window + 1); i++)
        {
            if (i == index || !counts(i)) continue;
            for (var act = 0; act < Acts; act++) sum[act] += _first[i][act];
            n++;
        }
        for (var act = 0; act < Acts; act++) sum[act] /= Math.Max(1, n);
        return sum;
    }

    /// <summary>For each sentence the one that introduces it ("Support may cover:"), in a list's items and in items that run on in the text; -1 where none does.</summary>
    private static int[] LeadsOf(DocumentContext context)
    {
        var (leads, open) = (new int[context.Sentences.Count], -1);
        for (var i = 0; i < leads.Length; i++)
        {
            var sentence = context.Sentences[i];
            var item = IsItem(context, i);
            leads[i] = open >= 0 && (item || GoesOn(context.Document.Text, sentence)) ? open : -1;
            if (EndsWithColon(context.Document.Text, sentence)) open = i;
            else if (!item && leads[i] < 0 && open >= 0 && context.Sentences[open].Block != sentence.Block && context.Document.Blocks[sentence.Block].Kind == BlockKind.Paragraph) open = -1;
        }
        return leads;
    }

    /// <summary>Begins like the rest of a sentence: in lower case, or with a participle ("Supporting medical training").</summary>
    private static bool GoesOn(string text, Sentence sentence) =>
        char.IsLower(text[sentence.Span.Start])
        || sentence.Tokens[0].Pos == PartOfSpeech.Verb && text.AsSpan(sentence.Tokens[0].Start, sentence.Tokens[0].End - sentence.Tokens[0].Start).EndsWith("ing", StringComparison.Ordinal);

    /// <summary>An item of a list, or a sentence that begins like one: "b.", "(iv)", "12)", a bullet.</summary>
    private static bool IsItem(DocumentContext context, int index)
    {
        var sentence = context.Sentences[index];
        if (context.Document.Blocks[sentence.Block].Kind == BlockKind.Item) return true;
        var start = context.Document.Text.AsSpan(sentence.Span.Start, Math.Min(6, sentence.Span.Length)).TrimStart('(');
        if (start.Length > 0 && start[0] is '•' or '*' or '–' or '-') return true;
        var mark = start.IndexOfAny('.', ')');
        return mark is 1 && char.IsAsciiLetterLower(start[0])
            || mark is 1 or 2 && char.IsAsciiDigit(start[0]) && char.IsAsciiDigit(start[mark - 1]) && (mark + 1 >= start.Length || start[mark + 1] == ' ')
            || mark is > 0 and < 5 && start[..mark].IndexOfAnyExcept('i', 'v', 'x') < 0;
    }

    /// <summary>Ends with a colon, or with one before the first item's mark ("including: a.").</summary>
    private static bool EndsWithColon(string text, Sentence sentence)
    {
        for (var i = Math.Max(0, sentence.Tokens.Count - 3); i < sentence.Tokens.Count; i++)
        {
            if (text[sentence.Tokens[i].Start] == ':') return true;
        }
        return false;
    }
}
