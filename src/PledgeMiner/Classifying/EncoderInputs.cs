namespace PledgeMiner.Classifying;

/// <summary>A sentence as the encoder reads it.</summary>
/// <param name="Ids">The pieces of the sentence and of what stands before it, with marks between.</param>
/// <param name="Own">How many of them belong to the sentence itself.</param>
internal readonly record struct EncoderInput(IReadOnlyList<int> Ids, int Own);

/// <summary>
/// Lays a document's sentences out for the encoder: the sentence, then the document's title, the words that introduce a list it stands in,
/// and the sentence before it. It was trained on the same layout (models/encoder-en/train.py).
/// </summary>
internal sealed class EncoderInputs(DocumentContext context, WordPieces pieces)
{
    /// <summary>Pieces of a sentence, of the title and of each neighbour: 1 in 200 sentences of the corpus is longer.</summary>
    private const int SentencePieces = 72, TitlePieces = 16, NeighbourPieces = 24;

    /// <summary>A list's introduction stands at most this many sentences before its items.</summary>
    private const int LeadInReach = 12;

    private readonly Dictionary<int, IReadOnlyList<int>> _known = [];
    private readonly IReadOnlyList<int> _title = context.Document.Title is { } title ? pieces.Of(title) : [];

    public EncoderInput Of(int sentence)
    {
        List<int> ids = [WordPieces.Start, .. PiecesOf(sentence).Take(SentencePieces), WordPieces.Separator];
        var own = ids.Count;
        ids.AddRange([.. _title.Take(TitlePieces), WordPieces.Separator]);
        var leadIn = LeadInOf(sentence);
        if (leadIn >= 0 && leadIn != sentence - 1) ids.AddRange([.. PiecesOf(leadIn).TakeLast(NeighbourPieces), WordPieces.Separator]);
        if (sentence > 0) ids.AddRange(PiecesOf(sentence - 1).TakeLast(NeighbourPieces));
        ids.Add(WordPieces.Separator);
        return new(ids, own);
    }

    private int LeadInOf(int sentence)
    {
        for (var i = sentence - 1; i >= Math.Max(0, sentence - LeadInReach); i--)
        {
            if (context.Document.Text[context.Sentences[i].Span.End - 1] == ':') return i;
        }
        return -1;
    }

    private IReadOnlyList<int> PiecesOf(int sentence)
    {
        if (_known.TryGetValue(sentence, out var known)) return known;
        return _known[sentence] = pieces.Of(context.Sentences[sentence].Span.Of(context.Document.Text));
    }
}
