using System.Collections.Concurrent;

namespace PledgeMiner.Crawling;

/// <summary>Hosts' turns for a few requests outside the ledger: what tests a source.</summary>
public sealed class MemoryHosts(TimeProvider? clock = null) : IHosts
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _next = new();
    private readonly ConcurrentDictionary<Uri, SiteFile> _files = new();

    public async Task<TimeSpan?> TakeAsync(string host, TimeSpan delay, TimeSpan patience, CancellationToken cancel = default)
    {
        var wait = _next.GetValueOrDefault(host) - _clock.GetUtcNow();
        if (wait > patience) return wait;
        if (wait > TimeSpan.Zero) await Task.Delay(wait, _clock, cancel);
        return null;
    }

    public Task GiveBackAsync(string host, TimeSpan delay, CancellationToken cancel = default)
    {
        _next[host] = _clock.GetUtcNow() + delay;
        return Task.CompletedTask;
    }

    public Task<SiteFile?> FileAsync(Uri address, CancellationToken cancel = default) => Task.FromResult(_files.GetValueOrDefault(address));

    public Task KeepFileAsync(Uri address, SiteFile file, CancellationToken cancel = default)
    {
        _files[address] = file;
        return Task.CompletedTask;
    }
}
