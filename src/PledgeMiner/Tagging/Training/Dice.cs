namespace PledgeMiner.Tagging.Training;

/// <summary>Numbers that look random and are the same on every machine.</summary>
internal sealed class Dice
{
    private ulong _state = 20;

    /// <summary>A whole number from 0 up to, not including, the limit.</summary>
    public int Next(int limit)
    {
        _state = (_state * 6364136223846793005) + 1442695040888963407;
        return (int)((_state >> 33) * (ulong)limit >> 31);
    }

    /// <summary>True so often in a hundred.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    public void Shuffle(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
