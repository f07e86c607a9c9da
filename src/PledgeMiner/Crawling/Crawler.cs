using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace PledgeMiner.Crawling;

/// <summary>An address that a source led to: its page, or why there is none.</summary>
/// <param name="Told">What is known of the page from outside.</param>
public sealed record Crawled(Uri Address, Outcome<Page> Page, Particulars Told);

/// <summary>Goes from a source to its pages, one request at a time to a host, by the host's own rules.</summary>
public sealed class Crawler(CrawlOptions options, TimeProvider? clock = null) : IDisposable
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Fetcher _fetcher = new(options, clock);
    private readonly ConcurrentDictionary<string, Host> _hosts = new();

    /// <summary>The pages of a source as they come in.</summary>
    public IAsyncEnumerable<Crawled> CrawlAsync(Source source, CancellationToken cancel = default) =>
        source.Folder is null ? WebAsync(source, cancel) : FolderAsync(source, source.Folder, cancel);

    /// <summary>One page, asked for by a person: private addresses and limits apply, robots.txt (which is for crawlers) does not.</summary>
    public Task<Outcome<Page>> FetchAsync(Uri address, CancellationToken cancel = default) => _fetcher.FetchAsync(address, cancel);

    private async IAsyncEnumerable<Crawled> FolderAsync(Source source, string folder, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var file in PageFiles.In(folder))
        {
            // The index only points to the other files.
            if (Path.GetFileNameWithoutExtension(file) == "index") continue;
            var address = new Uri(source.Address, Path.GetRelativePath(folder, file).Replace('\\', '/'));
            var page = await PageFiles.ReadAsync(file, options.PageBytes, cancel);
            yield return new(address, page.Then<Page>(x => x with { Address = address }), PageFiles.ParticularsOf(file));
        }
    }

    private async IAsyncEnumerable<Crawled> WebAsync(Source source, [EnumeratorCancellation] CancellationToken cancel)
    {
        var index = await CourteouslyAsync(source.Address, cancel, list: true);
        if (!index.TryGet(out var page, out _))
        {
            yield return new(source.Address, index, Particulars.None);
            yield break;
        }
        foreach (var address in Links.Of(page).Take(options.PagesPerRun))
            yield return new(address, await CourteouslyAsync(address, cancel), Particulars.None);
    }

    private async Task<Outcome<Page>> CourteouslyAsync(Uri address, CancellationToken cancel, bool list = false)
    {
        var host = _hosts.GetOrAdd(address.GetLeftPart(UriPartial.Authority), _ => new Host());
        await host.Turn.WaitAsync(cancel);
        try
        {
            host.Robots ??= await RobotsOfAsync(address, cancel);
            if (!host.Robots.Allows(address.PathAndQuery))
                return new Problem(ProblemKind.RobotsDisallow, $"{address.AbsoluteUri} is closed to crawlers by its site's robots.txt.");
            if (host.Last is { } last && options.HostDelay - _clock.GetElapsedTime(last) is { Ticks: > 0 } wait) await Task.Delay(wait, _clock, cancel);
            var page = await _fetcher.FetchAsync(address, cancel);
            host.Last = _clock.GetTimestamp();
            // Nothing of a list is kept but its links.
            return list ? page : page.Then(x => PageDirectives.Check(x, _clock.GetUtcNow()));
        }
        finally
        {
            host.Turn.Release();
        }
    }

    private async Task<Robots> RobotsOfAsync(Uri address, CancellationToken cancel) =>
        RobotsPolicy.Meaning(await _fetcher.FetchAsync(new Uri(address, "/robots.txt"), cancel)) ?? Robots.DisallowAll;

    public void Dispose() => _fetcher.Dispose();

    private sealed class Host
    {
        public SemaphoreSlim Turn { get; } = new(1);
        public Robots? Robots { get; set; }
        public long? Last { get; set; }
    }
}
