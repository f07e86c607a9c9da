namespace PledgeMiner.Tagging;

/// <summary>
/// What the features of a word by itself weigh from each place around the word to be labelled, summed once for the most frequent words: they are 88 of 100 words
/// of a dev part. Immutable.
/// </summary>
internal sealed class WordSums
{
    private const int Summed = 8192;

    private readonly FeatureTable _table;
    private readonly Features _features;
    private readonly int _reach, _places;
    private readonly short[] _sums;

    /// <param name="reach">How many words to either side are looked at.</param>
    public WordSums(FeatureTable table, Vocabulary vocabulary, int reach, Features features)
    {
        (_table, _features, _reach, _places) = (table, features, reach, (2 * reach) + 1);
        Span<ulong> room = stackalloc ulong[PosFeatures.Most];
        _sums = new short[Math.Min(vocabulary.Count, Summed) * _places * table.Stride];
        for (var i = 0; i < _sums.Length / table.Stride; i++)
        {
            var n = features(vocabulary.Words[i / _places], (i % _places) - reach, room);
            table.Add(room[..n], _sums.AsSpan(i * table.Stride, table.Stride));
        }
    }

    /// <summary>The features of one word by itself, seen from as many places before (negative) or after the word to be labelled; their number.</summary>
    public delegate int Features(in Word word, int place, Span<ulong> into);

    /// <summary>Adds what a word and its neighbours mean from their places: from the sums where they are frequent, else as features still to be added; their number.</summary>
    public int Add(WordBuffer words, int start, int end, int at, Span<short> scores, Span<ulong> features)
    {
        var n = 0;
        for (var place = -_reach; place <= _reach; place++)
        {
            var number = at + place >= start && at + place < end ? words.NumberOf(at + place) : -1;
            var from = ((number * _places) + place + _reach) * _table.Stride;
            if (number < 0 || from >= _sums.Length) n += _features(PosFeatures.Near(words, start, end, at + place), place, features[n..]);
            else FeatureTable.AddSums(_sums.AsSpan(from, _table.Stride), scores, _table.Stride);
        }
        return n;
    }
}
