using System.Runtime.InteropServices;

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

    // All sentences' pieces, each between its marks, one after the other.
    private readonly List<int> _pieces;
    private readonly Range[] _whole, _own;
    private readonly int[] _leadIns;
    private readonly Range _title;

    public TextCnnInputs(Document document, IReadOnlyList<Sentence> sentences, WordPieces pieces)
    {
        _pieces = new(sentences.Count == 0 ? 0 : (sentences[^1].Span.End - sentences[0].Span.Start) / 3);
        pieces.Cut(document.Title, _pieces);
        _title = ..Math.Min(TitlePieces, _pieces.Count);
        (_whole, _own, _leadIns) = (new Range[sentences.Count], new Range[sentences.Count], new int[sentences.Count]);
        var last = -1;
        for (var i = 0; i < _own.Length; i++)
        {
            var span = sentences[i].Span;
            var start = _pieces.Count;
            _pieces.Add(WordPieces.Start);
            pieces.Cut(document.Text.AsSpan(span.Start, span.Length), _pieces);
            _whole[i] = (start + 1).._pieces.Count;
            if (_pieces.Count - start - 1 > SentencePieces) start = Shorten(start);
            _pieces.Add(WordPieces.Separator);
            _own[i] = start.._pieces.Count;
            _leadIns[i] = last >= i - LeadInReach && last != i - 1 ? last : -1;
            if (document.Text[span.End - 1] == ':') last = i;
        }
    }

    public ReadOnlySpan<int> Title => Of(_title);

    /// <summary>The sentence between its marks; a long one loses its end.</summary>
    public ReadOnlySpan<int> Own(int sentence) => Of(_own[sentence]);

    /// <summary>The end of the sentence that introduces the list; nothing where none does or where it is the sentence before.</summary>
    public ReadOnlySpan<int> LeadIn(int sentence) => _leadIns[sentence] < 0 ? [] : EndOf(_leadIns[sentence]);

    /// <summary>The end of the sentence before.</summary>
    public ReadOnlySpan<int> Before(int sentence) => sentence == 0 ? [] : EndOf(sentence - 1);

    /// <summary>Repeats the beginning of a long sentence behind it, since the next one asks for its end; where the copy begins.</summary>
    private int Shorten(int start)
    {
        var copy = _pieces.Count;
        _pieces.AddRange(_pieces.GetRange(start, SentencePieces + 1));
        return copy;
    }

    private ReadOnlySpan<int> EndOf(int sentence)
    {
        var whole = Of(_whole[sentence]);
        return whole[Math.Max(0, whole.Length - NeighbourPieces)..];
    }

    private ReadOnlySpan<int> Of(Range range) => CollectionsMarshal.AsSpan(_pieces)[range];
}
