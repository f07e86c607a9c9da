using System.Collections.Concurrent;

namespace PledgeMiner.Crawling;

/// <summary>Hosts' turns for a few requests outside the ledger: what tests a source.</summary>
public sealed class MemoryHosts(TimeProvider? clock = null) : IHosts
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _next = new();
    private readonly ConcurrentDictionary<string, StoredRobots> _robots = new();

    public async Task<TimeSpan?> TakeAsync(string host, TimeSpan delay, TimeSpan patience, CancellationToken cancel = default)
    {
        var wait = _next.GetValueOrDefault(host) - _clock.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, _clock, cancel);
        return null;
    }

    public Task GiveBackAsync(string host, TimeSpan delay, bool failed, CancellationToken cancel = default)
    {
        _next[host] = _clock.GetUtcNow() + delay;
        return Task.CompletedTask;
    }

    public Task<StoredRobots?> RobotsAsync(string site, CancellationToken cancel = default) => Task.FromResult(_robots.GetValueOrDefault(site));

    public Task KeepRobotsAsync(string site, StoredRobots robots, CancellationToken cancel = default)
    {
        _robots[site] = robots;
        return Task.CompletedTask;
    }
}
