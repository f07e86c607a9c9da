namespace PledgeMiner.Tagging.Training;

/// <summary>Forward and backward sums over every allowed path of labels through one sentence, scaled at each step.</summary>
internal sealed class Chain
{
    private const int Labels = NameLabels.Count;
    private static readonly bool[] Allowed =
        [.. Enumerable.Range(0, Labels * Labels).Select(x => NameLabels.MayFollow(x / Labels, x % Labels))];

    private readonly float[] _forward, _backward, _scale;
    private readonly float[] _emitExp, _moveExp = new float[Labels * Labels];
    private readonly int _n;

    public Chain(float[] emit, float[] moves, int n)
    {
        _n = n;
        (_forward, _backward, _scale, _emitExp) = (new float[n * Labels], new float[n * Labels], new float[n], new float[n * Labels]);
        for (var i = 0; i < _moveExp.Length; i++) _moveExp[i] = Allowed[i] ? MathF.Exp(moves[i]) : 0;
        for (var t = 0; t < n; t++)
        {
            var top = float.MinValue;
            for (var y = 0; y < Labels; y++) top = Math.Max(top, emit[(t * Labels) + y]);
            for (var y = 0; y < Labels; y++) _emitExp[(t * Labels) + y] = MathF.Exp(emit[(t * Labels) + y] - top);
        }
        Forward();
        Backward();
    }

    private void Forward()
    {
        for (var t = 0; t < _n; t++)
        {
            var sum = 0f;
            for (var y = 0; y < Labels; y++)
            {
                var reach = 0f;
                if (t == 0) reach = _moveExp[y];
                else for (var x = 0; x < Labels; x++) reach += _forward[((t - 1) * Labels) + x] * _moveExp[(x * Labels) + y];
                if (t == _n - 1 && !NameLabels.MayFollow(y, NameLabels.Outside)) reach = 0;
                sum += _forward[(t * Labels) + y] = reach * _emitExp[(t * Labels) + y];
            }
            _scale[t] = Math.Max(sum, 1e-30f);
            for (var y = 0; y < Labels; y++) _forward[(t * Labels) + y] /= _scale[t];
        }
    }

    private void Backward()
    {
        for (var y = 0; y < Labels; y++) _backward[((_n - 1) * Labels) + y] = NameLabels.MayFollow(y, NameLabels.Outside) ? 1 : 0;
        for (var t = _n - 2; t >= 0; t--)
        {
            for (var x = 0; x < Labels; x++)
            {
                var sum = 0f;
                for (var y = 0; y < Labels; y++) sum += _moveExp[(x * Labels) + y] * _emitExp[((t + 1) * Labels) + y] * _backward[((t + 1) * Labels) + y];
                _backward[(t * Labels) + x] = sum / _scale[t + 1];
            }
        }
    }

    /// <summary>The probability of a label at a place.</summary>
    public float Chance(int t, int y) => _forward[(t * Labels) + y] * _backward[(t * Labels) + y];

    /// <summary>How often each label follows each other, as expected; row 0 also begins the sentence.</summary>
    public float[] Moves()
    {
        var expected = new float[Labels * Labels];
        for (var y = 0; y < Labels; y++) expected[y] = Chance(0, y);
        for (var t = 1; t < _n; t++)
        {
            for (var y = 0; y < Labels; y++)
            {
                var right = _emitExp[(t * Labels) + y] * _backward[(t * Labels) + y] / _scale[t];
                if (right == 0) continue;
                for (var x = 0; x < Labels; x++) expected[(x * Labels) + y] += _forward[((t - 1) * Labels) + x] * _moveExp[(x * Labels) + y] * right;
            }
        }
        return expected;
    }
}
