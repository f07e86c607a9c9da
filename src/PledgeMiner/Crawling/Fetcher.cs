using System.Net;
using System.Text;

namespace PledgeMiner.Crawling;

/// <summary>Fetches one page: an address in, its bytes or the reason for their absence out. Shared by threads.</summary>
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
    }

    /// <summary>The crawler's name, honest and with a way to reach its operator: "PledgeMiner/1.0 (+mailto:ops@example.org)".</summary>
    public static string UserAgent(string contact) => contact.Length == 0 ? "PledgeMiner/1.0" : $"PledgeMiner/1.0 (+{contact})";

    /// <summary>Follows redirects and checks each address on the way.</summary>
    /// <returns>The page under its final address; or private address, wrong scheme, HTTP status, too large, too slow, unreachable.</returns>
    public async Task<Outcome<Page>> FetchAsync(Uri address, CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_options.PageTime);
        try
        {
            return await FollowAsync(address, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Problem(ProblemKind.TooSlow, $"{address.AbsoluteUri} did not answer in full within {_options.PageTime.TotalSeconds:0} s: try again later.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (e as PrivateAddressException ?? e.InnerException as PrivateAddressException) is { } hidden
                ? Private(address, hidden.Address)
                : new Problem(ProblemKind.Unreachable, $"{address.AbsoluteUri} cannot be reached ({Innermost(e).Message.TrimEnd('.')}): check the address and the network.");
        }
    }

    private async Task<Outcome<Page>> FollowAsync(Uri address, CancellationToken cancel)
    {
        for (var hop = 0; hop <= _options.Redirects; hop++)
        {
            if (address.Scheme is not ("http" or "https"))
                return new Problem(ProblemKind.UnsupportedScheme, $"{address.AbsoluteUri} is not an http or https address: only those are fetched.");
            using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                && response.Headers.Location is { } location)
            {
                address = new Uri(address, location);
                continue;
            }
            return response.IsSuccessStatusCode ? await ReadAsync(address, response, cancel) : Refused(address, response.StatusCode);
        }
        return new Problem(ProblemKind.TooManyRedirects, $"{address.AbsoluteUri} is reached only after more than {_options.Redirects} redirects, which is a loop: give the final address.");
    }

    private async Task<Outcome<Page>> ReadAsync(Uri address, HttpResponseMessage response, CancellationToken cancel)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (body.Length + read > _options.PageBytes)
                return new Problem(ProblemKind.TooLarge, $"{address.AbsoluteUri} has more than {_options.PageBytes / 1_000_000} MB: save only its text and read that.");
            body.Write(buffer, 0, read);
        }
        return new Page(address, body.ToArray(), response.Content.Headers.ContentType?.ToString(), HeadersOf(response), _clock.GetUtcNow());
    }

    private static string HeadersOf(HttpResponseMessage response)
    {
        var text = new StringBuilder($"HTTP/{response.Version} {(int)response.StatusCode} {response.ReasonPhrase}\n");
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            foreach (var value in values) text.Append(name).Append(": ").Append(value).Append('\n');
        }
        return text.ToString();
    }

    private static Problem Refused(Uri address, HttpStatusCode status) =>
        new(ProblemKind.HttpStatus, $"{address.AbsoluteUri} answers {(int)status} ({status}): check the address.", (int)status);

    private static Problem Private(Uri address, IPAddress found) =>
        new(ProblemKind.PrivateAddress, $"{address.AbsoluteUri} leads to the private address {found}, which is not fetched: if that is meant, name the host {address.Host} in the setting PrivateHosts.");

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;

    public void Dispose() => _client.Dispose();
}
