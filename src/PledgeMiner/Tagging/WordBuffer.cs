namespace PledgeMiner.Tagging;

/// <summary>The words of a block as the models see them, used again and again by one thread.</summary>
internal sealed class WordBuffer
{
    private int[] _numbers = new int[256];
    private Word[] _fresh = new Word[64];
    private int _freshCount;
    private Vocabulary _vocabulary = null!;

    public int Count { get; private set; }

    /// <summary>The word's number in the vocabulary, or -1.</summary>
    public int NumberOf(int index) => _numbers[index] >= 0 ? _numbers[index] : -1;

    public ref readonly Word this[int index]
    {
        get
        {
            var number = _numbers[index];
            if (number >= 0) return ref _vocabulary.Words[number];
            return ref _fresh[~number];
        }
    }

    /// <summary>Looks the tokens' words up; words the vocabulary lacks are worked out here.</summary>
    public void Fill(string text, ReadOnlySpan<TextSpan> tokens, Vocabulary vocabulary)
    {
        (_vocabulary, _freshCount, Count) = (vocabulary, 0, tokens.Length);
        if (_numbers.Length < tokens.Length) _numbers = new int[Math.Max(tokens.Length, _numbers.Length * 2)];
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = text.AsSpan(tokens[i].Start, tokens[i].Length);
            var number = vocabulary.Find(word);
            if (number < 0)
            {
                if (_freshCount == _fresh.Length) Array.Resize(ref _fresh, _freshCount * 2);
                _fresh[_freshCount] = vocabulary.Describe(word);
                number = ~_freshCount++;
            }
            _numbers[i] = number;
        }
    }
}
