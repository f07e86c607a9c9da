using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace PledgeMiner.Tests.App;

/// <summary>A loopback site of an index and invented articles that notes when it was asked for what.</summary>
internal sealed class CrawledSite : IAsyncDisposable
{
    private static readonly string[] Words =
        "river mountain harbour council bridge school winter summer market village engine letter garden window captain doctor music paper silver island forest railway kitchen teacher weather festival library museum station farmer".Split(' ');

    private readonly LoopbackSite _site;
    private readonly ConcurrentQueue<(string Path, TimeSpan At)> _asked;
    private readonly SemaphoreSlim _arrived;

    private CrawledSite(LoopbackSite site, ConcurrentQueue<(string, TimeSpan)> asked, SemaphoreSlim arrived) => (_site, _asked, _arrived) = (site, asked, arrived);

    public Uri Address => _site.Address;

    /// <summary>Every request in its order, with the time of its arrival.</summary>
    public IReadOnlyList<(string Path, TimeSpan At)> Asked => [.. _asked];

    public static async Task<CrawledSite> StartAsync(int pages)
    {
        var (asked, clock, arrived) = (new ConcurrentQueue<(string, TimeSpan)>(), Stopwatch.StartNew(), new SemaphoreSlim(0));
        var site = await LoopbackSite.StartAsync(http =>
        {
            var path = http.Request.Path.Value!;
            asked.Enqueue((path, clock.Elapsed));
            arrived.Release();
            http.Response.ContentType = "text/html; charset=utf-8";
            if (path == "/") return http.Response.WriteAsync(string.Concat(Enumerable.Range(0, pages).Select(x => $"<p><a href='/news/{x}'>{x}</a></p>")));
            if (path.StartsWith("/news/", StringComparison.Ordinal)) return http.Response.WriteAsync(ArticleOf(int.Parse(path[6..])));
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        return new CrawledSite(site, asked, arrived);
    }

    /// <summary>Waits until so many requests more have arrived, or the process has ended.</summary>
    public async Task ArrivedAsync(int requests, Process process, CancellationToken cancel)
    {
        var ended = process.WaitForExitAsync(cancel);
        for (var i = 0; i < requests; i++)
        {
            if (await Task.WhenAny(_arrived.WaitAsync(cancel), ended) == ended) return;
        }
    }

    /// <summary>Forgets requests that were not waited for.</summary>
    public void Drain()
    {
        while (_arrived.Wait(0)) { }
    }

    /// <summary>Each unlike all others, so that none is taken for another's copy; each with one commitment.</summary>
    private static string ArticleOf(int number)
    {
        var random = new Random(number);
        string Sentence() => "The " + string.Join(' ', Enumerable.Range(0, 12).Select(_ => Words[random.Next(Words.Length)])) + " was seen.";
        string Paragraph() => $"<p>{string.Join(' ', Enumerable.Range(0, 4).Select(_ => Sentence()))}</p>";
        return $"<html><head><title>Article {number}</title></head><body><article><h1>Article {number}</h1>{Paragraph()}<p>Norway will send {number + 2} Patriot batteries to Ukraine by the end of 2027.</p>{Paragraph()}</article></body></html>";
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
