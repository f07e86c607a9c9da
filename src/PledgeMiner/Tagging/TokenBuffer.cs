namespace PledgeMiner.Tagging;

/// <summary>Room for a block's tokens, used again and again by one thread.</summary>
internal sealed class TokenBuffer
{
    private TextSpan[] _spans = new TextSpan[256];

    public int Count { get; private set; }

    public ref readonly TextSpan this[int index] => ref _spans[index];

    public ReadOnlySpan<TextSpan> Spans => _spans.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int start, int end)
    {
        if (Count == _spans.Length) Array.Resize(ref _spans, Count * 2);
        _spans[Count++] = new(start, end);
    }
}
