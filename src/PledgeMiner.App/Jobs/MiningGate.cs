namespace PledgeMiner.App.Jobs;

/// <summary>Lets pages be mined side by side, and a suspect one only while no other is: should the process die, it is known which page did it.</summary>
public sealed class MiningGate : IDisposable
{
    /// <summary>More than there are workers, so that only a suspect ever makes others wait.</summary>
    private const int Places = 64;

    private readonly SemaphoreSlim _places = new(Places);
    private readonly SemaphoreSlim _alone = new(1);

    /// <summary>Waits for a place, or for all of them; disposing what it returns gives them back.</summary>
    public async Task<IDisposable> EnterAsync(bool alone, CancellationToken cancel)
    {
        if (!alone)
        {
            await _places.WaitAsync(cancel);
            return new Place(this, 1);
        }
        // Two that each wait for all places would wait for each other.
        await _alone.WaitAsync(cancel);
        var taken = 0;
        try
        {
            for (; taken < Places; taken++) await _places.WaitAsync(cancel);
            return new Place(this, taken);
        }
        catch (OperationCanceledException)
        {
            if (taken > 0) _places.Release(taken);
            throw;
        }
        finally
        {
            _alone.Release();
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _alone.Dispose();
    }

    private sealed class Place(MiningGate gate, int count) : IDisposable
    {
        public void Dispose() => gate._places.Release(count);
    }
}
