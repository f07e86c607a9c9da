namespace PledgeMiner.Tagging;

/// <summary>Which words of a sentence a reader has already taken, so that no figure is read twice.</summary>
internal sealed class QuantityClaims
{
    private bool[] _taken = new bool[64];
    private int _first;

    public void Reset(int first, int end)
    {
        _first = first;
        if (_taken.Length < end - first) _taken = new bool[end - first];
        else Array.Clear(_taken);
    }

    public bool Has(int word) => word >= _first && word - _first < _taken.Length && _taken[word - _first];

    public void Take(int first, int after)
    {
        for (var i = Math.Max(first, _first); i < after && i - _first < _taken.Length; i++) _taken[i - _first] = true;
    }

    public bool AnyIn(int first, int after)
    {
        for (var i = first; i < after; i++)
        {
            if (Has(i)) return true;
        }
        return false;
    }
}
