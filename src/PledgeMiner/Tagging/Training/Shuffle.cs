namespace PledgeMiner.Tagging.Training;

/// <summary>An order that looks random and is the same on every machine.</summary>
internal sealed class Shuffle(int count)
{
    private ulong _state = 20;

    public int[] Order { get; } = [.. Enumerable.Range(0, count)];

    public int[] Next()
    {
        for (var i = Order.Length - 1; i > 0; i--)
        {
            _state = (_state * 6364136223846793005) + 1442695040888963407;
            var j = (int)((_state >> 33) % (ulong)(i + 1));
            (Order[i], Order[j]) = (Order[j], Order[i]);
        }
        return Order;
    }
}
