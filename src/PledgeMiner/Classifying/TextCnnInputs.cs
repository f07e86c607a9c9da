namespace PledgeMiner.Classifying;

/// <summary>
/// Lays a document's sentences out for the network: the sentence's pieces between two marks, and apart from them the document's title, the words that
/// introduce a list it stands in, and the sentence before it. It was trained on the same layout (models/textcnn-en/layout.py).
/// </summary>
internal sealed class TextCnnInputs
{
    /// <summary>Pieces of a sentence, of the title and of each neighbour: 1 in 200 sentences of the corpus is longer.</summary>
    private const int SentencePieces = 72, TitlePieces = 16, NeighbourPieces = 24;

    /// <summary>A list's introduction stands at most this many sentences before its items.</summary>
    private const int LeadInReach = 12;

    private readonly int[][] _pieces;
    private readonly int[][] _own;
    private readonly int[] _leadIns;
    private readonly int[] _title;

    public TextCnnInputs(Document document, IReadOnlyList<Sentence> sentences, WordPieces pieces)
    {
        _title = document.Title is { } title ? pieces.Of(title) : [];
        (_pieces, _own, _leadIns) = (new int[sentences.Count][], new int[sentences.Count][], new int[sentences.Count]);
        var last = -1;
        for (var i = 0; i < _pieces.Length; i++)
        {
            var span = sentences[i].Span;
            _pieces[i] = pieces.Of(document.Text.AsSpan(span.Start, span.Length));
            _own[i] = [WordPieces.Start, .. _pieces[i].AsSpan(0, Math.Min(SentencePieces, _pieces[i].Length)), WordPieces.Separator];
            _leadIns[i] = last >= i - LeadInReach && last != i - 1 ? last : -1;
            if (document.Text[span.End - 1] == ':') last = i;
        }
    }

    public ReadOnlySpan<int> Title => _title.AsSpan(0, Math.Min(TitlePieces, _title.Length));

    /// <summary>The sentence between its marks; a long one loses its end.</summary>
    public ReadOnlySpan<int> Own(int sentence) => _own[sentence];

    /// <summary>The end of the sentence that introduces the list; nothing where none does or where it is the sentence before.</summary>
    public ReadOnlySpan<int> LeadIn(int sentence) => _leadIns[sentence] < 0 ? [] : EndOf(_leadIns[sentence]);

    /// <summary>The end of the sentence before.</summary>
    public ReadOnlySpan<int> Before(int sentence) => sentence == 0 ? [] : EndOf(sentence - 1);

    private ReadOnlySpan<int> EndOf(int sentence) => _pieces[sentence].AsSpan(Math.Max(0, _pieces[sentence].Length - NeighbourPieces));
}
