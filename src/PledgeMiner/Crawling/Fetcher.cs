namespace PledgeMiner.Crawling;

/// <summary>Fetches one page: an address in, its bytes or the reason for their absence out, in bounded time and memory. Shared by threads.</summary>
public sealed class Fetcher : IDisposable
{
    private readonly HttpClient _client;
    private readonly CrawlOptions _options;
    private readonly TimeProvider _clock;

    public Fetcher(CrawlOptions options, TimeProvider? clock = null)
    {
        (_options, _clock) = (options, clock ?? TimeProvider.System);
        _client = new HttpClient(PublicConnection.Handler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent(options.Contact));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.5");
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(Decompression.Accepted);
    }

    /// <summary>The crawler's name, honest and with a way to reach its operator: "PledgeMiner/1.0 (+mailto:ops@example.org)".</summary>
    public static string UserAgent(string contact) => contact.Length == 0 ? "PledgeMiner/1.0" : $"PledgeMiner/1.0 (+{contact})";

    /// <summary>Follows redirects and checks each address on the way.</summary>
    /// <param name="known">From the page's last fetch: where it is still the same, the answer is <see cref="ProblemKind.NotModified"/>.</param>
    /// <returns>
    /// The page under its final address; or private address, wrong scheme, HTTP status, bad answer, empty, too large, too slow, too many
    /// redirects, not modified, unreachable.
    /// </returns>
    public async Task<Outcome<Page>> FetchAsync(Uri address, Validators known, CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_options.PageTime);
        return await InTimeAsync(address, () => FollowAsync(address, x => OnceAsync(x, known, limit.Token)), cancel);
    }

    public Task<Outcome<Page>> FetchAsync(Uri address, CancellationToken cancel = default) => FetchAsync(address, Validators.None, cancel);

    /// <summary>One request: an answer that leads elsewhere is <see cref="ProblemKind.Moved"/>.</summary>
    public async Task<Outcome<Page>> AskAsync(Uri address, Validators known, CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_options.PageTime);
        return await InTimeAsync(address, () => OnceAsync(address, known, limit.Token), cancel);
    }

    /// <summary>Asks for an address and for those it redirects to, up to the limit.</summary>
    internal async Task<Outcome<Page>> FollowAsync(Uri address, Func<Uri, Task<Outcome<Page>>> ask)
    {
        var at = address;
        for (var hop = 0; hop <= _options.Redirects; hop++)
        {
            var answer = await ask(at);
            if (answer.Problem is not { Kind: ProblemKind.Moved, Target: { } next }) return answer;
            at = next;
        }
        return new Problem(ProblemKind.TooManyRedirects, $"{PrivateHosts.Shown(address)} is reached only after more than {_options.Redirects} redirects, which is a loop: give the final address.");
    }

    private async Task<Outcome<Page>> InTimeAsync(Uri address, Func<Task<Outcome<Page>>> ask, CancellationToken cancel)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && FetchProblems.Of(e, address, _options) is not null)
        {
            return FetchProblems.Of(e, address, _options)!;
        }
    }

    private async Task<Outcome<Page>> OnceAsync(Uri address, Validators known, CancellationToken cancel)
    {
        if (PrivateHosts.Check(address, _options.PrivateHosts) is { } refused) return refused;
        using var request = Request(address, known);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return FetchProblems.Of(response, address, _clock.GetUtcNow()) ?? await ReadAsync(address, response, cancel);
    }

    private static HttpRequestMessage Request(Uri address, Validators known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        // Sent back as they came: servers compare them letter by letter.
        if (known.ETag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        if (known.LastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", known.LastModified);
        return request;
    }

    private async Task<Outcome<Page>> ReadAsync(Uri address, HttpResponseMessage response, CancellationToken cancel)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (body.Length + read > _options.PageBytes) throw new BodyTooLargeException(_options.PageBytes);
            body.Write(buffer, 0, read);
        }
        var plain = Decompression.Undo(body.ToArray(), [.. response.Content.Headers.ContentEncoding], _options.PageBytes, _options.CompressionRatio);
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).SelectMany(x => x.Value.Select(value => $"{x.Key}: {value}\n"));
        var type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types.First() : null;
        var status = $"HTTP/{response.Version} {(int)response.StatusCode} {response.ReasonPhrase}\n";
        return new Page(address, plain, type, status + string.Concat(headers), _clock.GetUtcNow());
    }

    public void Dispose() => _client.Dispose();
}
