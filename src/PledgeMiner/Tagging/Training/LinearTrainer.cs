namespace PledgeMiner.Tagging.Training;

/// <summary>
/// An averaged perceptron (Collins 2002): a wrong guess moves its features' weights towards the truth, and the average
/// over all steps is what is kept.
/// </summary>
internal sealed class LinearTrainer(int labels)
{
    private readonly Dictionary<ulong, int> _rows = [];
    private float[] _weights = new float[labels * 1024];
    private float[] _totals = new float[labels * 1024];
    private int[] _stamps = new int[labels * 1024];
    private int _step = 1;

    /// <summary>The row of a feature, made where it is new.</summary>
    public int RowOf(ulong feature)
    {
        if (_rows.TryGetValue(feature, out var row)) return row;
        row = _rows.Count;
        _rows.Add(feature, row);
        if ((row + 1) * labels > _weights.Length)
        {
            Array.Resize(ref _weights, _weights.Length * 2);
            Array.Resize(ref _totals, _totals.Length * 2);
            Array.Resize(ref _stamps, _stamps.Length * 2);
        }
        return row;
    }

    /// <summary>Guesses, learns from the truth, and returns the guess.</summary>
    public int Learn(ReadOnlySpan<int> rows, int truth)
    {
        Span<float> scores = stackalloc float[labels];
        scores.Clear();
        foreach (var row in rows)
        {
            var weights = _weights.AsSpan(row * labels, scores.Length);
            for (var i = 0; i < scores.Length; i++) scores[i] += weights[i];
        }
        var guess = 0;
        for (var i = 1; i < scores.Length; i++) if (scores[i] > scores[guess]) guess = i;
        _step++;
        if (guess == truth) return guess;
        foreach (var row in rows)
        {
            Move((row * labels) + truth, 1);
            Move((row * labels) + guess, -1);
        }
        return guess;
    }

    /// <summary>The averaged weights in 8 bits; rows that round to nothing are left out.</summary>
    public FeatureTable Average()
    {
        var average = new float[_rows.Count * labels];
        for (var i = 0; i < average.Length; i++) average[i] = (_totals[i] + ((_step - _stamps[i]) * _weights[i])) / _step;
        return Quantised.Table(labels, _rows, average).Table;
    }

    private void Move(int at, float by)
    {
        _totals[at] += (_step - _stamps[at]) * _weights[at];
        _stamps[at] = _step;
        _weights[at] += by;
    }
}
