using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

public class FetcherTests
{
    private static readonly CrawlOptions Open = new() { PrivateHosts = ["127.0.0.1", "::1"], PageBytes = HostileBehaviours.PageBytes, PageTime = TimeSpan.FromSeconds(1.5) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Behaviours => [.. HostileBehaviours.All.Keys];

    [Theory]
    [MemberData(nameof(Behaviours))]
    public async Task A_hostile_server_is_survived_with_one_reason(string behaviour)
    {
        var (expected, answer) = HostileBehaviours.All[behaviour];
        await using var server = new HostileServer(answer);
        using var fetcher = new Fetcher(Open);
        var time = Stopwatch.StartNew();

        var outcome = await fetcher.FetchAsync(server.At("/"), Cancel);

        Assert.True(expected == outcome.Problem?.Kind, outcome.Problem?.ToString() ?? "a page");
        Assert.True(outcome.Value is not null || outcome.Problem!.Message.Contains(": ", StringComparison.Ordinal), outcome.Problem?.Message);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(5), $"{time.Elapsed}");
    }

    [Theory]
    [InlineData("Retry-After: 120\r\n", 120)]
    [InlineData("Retry-After: Thu, 01 Jan 2026 00:05:00 GMT\r\n", 300)]
    [InlineData("Retry-After: 99999999\r\n", 604_800)]
    [InlineData("Retry-After: soon\r\n", null)]
    [InlineData("Retry-After: -5\r\n", null)]
    [InlineData("", null)]
    public async Task The_pause_a_server_asks_for_is_told(string header, int? seconds)
    {
        await using var server = new HostileServer(async x =>
        {
            await x.RequestAsync();
            await x.SayAsync($"HTTP/1.1 503 Busy\r\n{header}Content-Length: 0\r\n\r\n");
        });
        using var fetcher = new Fetcher(Open, new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));

        var problem = (await fetcher.FetchAsync(server.At("/"), Cancel)).Problem!;

        Assert.Equal((503, seconds), (problem.Status, (int?)problem.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public async Task A_page_that_is_still_the_same_is_not_fetched_again()
    {
        var requests = new List<string>();
        await using var server = new HostileServer(async x =>
        {
            requests.Add(await x.RequestAsync());
            await x.SayAsync(requests[^1].Contains("If-None-Match: W/\"odd one\"", StringComparison.Ordinal)
                ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nETag: W/\"odd one\"\r\nLast-Modified: yesterday\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
        });
        using var fetcher = new Fetcher(Open);

        var first = (await fetcher.FetchAsync(server.At("/"), Cancel)).Value!;
        var second = await fetcher.FetchAsync(server.At("/"), first.Validators, Cancel);

        Assert.Equal(new Validators("W/\"odd one\"", "yesterday"), first.Validators);
        Assert.Equal(ProblemKind.NotModified, second.Problem!.Kind);
        Assert.Contains("If-Modified-Since: yesterday", requests[1]);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_the_page_stands_under_its_last_address()
    {
        await using var server = new HostileServer(async x =>
        {
            var path = (await x.RequestAsync()).Split(' ')[1];
            await x.SayAsync(path == "/5" ? "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello" : $"HTTP/1.1 301 Moved\r\nLocation: /{int.Parse(path[1..]) + 1}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        using var fetcher = new Fetcher(Open);
        Assert.Equal("/5", (await fetcher.FetchAsync(server.At("/0"), Cancel)).Value!.Address.AbsolutePath);
        Assert.Equal(ProblemKind.TooManyRedirects, (await fetcher.FetchAsync(server.At("/-1"), Cancel)).Problem!.Kind);
    }

    [Fact]
    public async Task A_page_is_fetched_over_IPv6()
    {
        await using var server = new HostileServer(async x => { await x.RequestAsync(); await x.SayAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello"); }, IPAddress.IPv6Loopback);
        using var fetcher = new Fetcher(Open);
        using var closed = new Fetcher(Open with { PrivateHosts = [] });
        Assert.Equal("hello"u8.ToArray(), (await fetcher.FetchAsync(server.At("/", host: "[::1]"), Cancel)).Value!.Body);
        Assert.Equal(ProblemKind.PrivateAddress, (await closed.FetchAsync(server.At("/", host: "[::1]"), Cancel)).Problem!.Kind);
    }

    [Fact]
    public async Task Plain_HTTP_where_TLS_was_wanted_and_a_certificate_that_nobody_knows_are_unreachable()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var plain = new HostileServer(x => x.SayAsync("HTTP/1.1 200 OK\r\n\r\nhello"));
        await using var selfSigned = new HostileServer(async x =>
        {
            await using var tls = new SslStream(x.Stream);
            try { await tls.AuthenticateAsServerAsync(made); }
            catch (System.Security.Authentication.AuthenticationException) { /* The crawler turned away. */ }
        });
        using var fetcher = new Fetcher(Open);
        Assert.Equal(ProblemKind.Unreachable, (await fetcher.FetchAsync(plain.At("/", "https"), Cancel)).Problem!.Kind);
        Assert.Equal(ProblemKind.Unreachable, (await fetcher.FetchAsync(selfSigned.At("/", "https"), Cancel)).Problem!.Kind);
    }

    [Fact]
    public async Task A_proxy_of_the_environment_is_not_used()
    {
        await using var proxy = new HostileServer(async x => { await x.RequestAsync(); await x.SayAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nproxy"); });
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.At("/"));
        try
        {
            using var fetcher = new Fetcher(Open);
            Assert.Equal(ProblemKind.PrivateAddress, (await fetcher.FetchAsync(new Uri("http://10.1.2.3/"), Cancel)).Problem!.Kind);
            await using var site = new HostileServer(async x => { await x.RequestAsync(); await x.SayAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nsite"); });
            Assert.Equal("site"u8.ToArray(), (await fetcher.FetchAsync(site.At("/"), Cancel)).Value!.Body);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }
}
