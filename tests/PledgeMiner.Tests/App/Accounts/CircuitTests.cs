using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using PledgeMiner.App.Accounts;

namespace PledgeMiner.Tests.App.Accounts;

/// <summary>The connection of an open page: who gets one, and when it ends.</summary>
public sealed class CircuitTests : IAsyncLifetime
{
    private static readonly byte[] Handshake = [.. "{\"protocol\":\"blazorpack\",\"version\":1}"u8, 0x1e];

    private readonly ReviewServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (await _server.AdministratorAsync()).Dispose();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Nobody_connects_without_a_session()
    {
        using var browser = _server.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/_blazor/disconnect", null, Cancel)).StatusCode);
        foreach (var path in (string[])["/_blazor", "/_blazor?id=guessed", "/_blazor/initializers"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(path, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await ConnectAsync(new CookieContainer(), "", _ => Task.CompletedTask));
    }

    [Theory]
    [InlineData("http://evil.invalid", null), InlineData("null", null), InlineData("http://127.0.0.1:1", null), InlineData("https://127.0.0.1.evil.invalid", null)]
    [InlineData(null, "cross-site"), InlineData(null, "same-site")]
    public async Task Nobody_connects_from_another_site(string? origin, string? site)
    {
        var jar = new CookieContainer();
        using var browser = await _server.ColleagueAsync("visitor", Roles.Analyst, jar);
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(jar, origin, _ => Task.CompletedTask, site));
    }

    [Fact]
    public async Task A_lock_and_another_role_cut_the_connection()
    {
        _server.Services.GetRequiredService<LiveAccounts>().Interval = TimeSpan.FromMilliseconds(200);
        foreach (var act in new Func<People, Task<PeopleAnswer>>[] { x => x.LockAsync("open0"), x => x.SetRoleAsync("open1", Roles.Reader), x => x.SetRoleAsync("open2", Roles.Administrator) }.Index())
        {
            var (name, jar) = ($"open{act.Index}", new CookieContainer());
            using var browser = await _server.ColleagueAsync(name, Roles.Analyst, jar);
            var status = await ConnectAsync(jar, _server.Address.GetLeftPart(UriPartial.Authority), async socket =>
            {
                await ShakeHandsAsync(socket);
                // Longer than a look at the account takes to come round: an account that nobody touched stays connected.
                var reading = EndAsync(socket);
                Assert.NotSame(reading, await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(1), Cancel)));
                Assert.Null((await _server.AsAsync("ada", act.Item)).Refusal);
                var waited = Stopwatch.StartNew();
                await reading.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
                Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
            });
            Assert.Equal(HttpStatusCode.SwitchingProtocols, status);
            Assert.Equal(HttpStatusCode.Unauthorized, await ConnectAsync(jar, "", _ => Task.CompletedTask));
        }
    }

    [Fact]
    public async Task Signing_out_cuts_the_other_pages_of_that_session_and_its_cookie_is_worth_nothing()
    {
        _server.Services.GetRequiredService<LiveAccounts>().Interval = TimeSpan.FromMilliseconds(200);
        var (here, elsewhere) = (new CookieContainer(), new CookieContainer());
        using var browser = await _server.ColleagueAsync("grace", Roles.Analyst, here);
        using var other = _server.Browser(elsewhere);
        await ReviewServer.SubmitAsync(other, "/sign-in", "sign-in", "grace", ReviewServer.Password);
        var kept = new CookieContainer();
        kept.Add(here.GetAllCookies());
        var status = await ConnectAsync(here, "", async open => await ConnectAsync(elsewhere, "", async untouched =>
        {
            await ShakeHandsAsync(open);
            await ShakeHandsAsync(untouched);
            var (ending, staying) = (EndAsync(open), EndAsync(untouched));
            var answer = await browser.PostAsync("/sign-out", new FormUrlEncodedContent(HtmlForm.Hidden(await browser.GetStringAsync("/account", Cancel))), Cancel);
            Assert.Equal("/sign-in", answer.Headers.Location?.OriginalString);
            await ending.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
            Assert.NotSame(staying, await Task.WhenAny(staying, Task.Delay(TimeSpan.FromSeconds(1), Cancel)));
        }));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, status);
        using var thief = _server.Browser(kept);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/commitments", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await ConnectAsync(kept, "", _ => Task.CompletedTask));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/commitments", Cancel)).StatusCode);
    }

    [Fact]
    public void Two_looks_at_the_account_take_less_than_a_minute() =>
        Assert.InRange(2 * _server.Services.GetRequiredService<LiveAccounts>().Interval, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(50));

    private async Task<HttpStatusCode> ConnectAsync(CookieContainer jar, string? origin, Func<ClientWebSocket, Task> then, string? site = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.Cookies = jar;
        if (!string.IsNullOrEmpty(origin)) socket.Options.SetRequestHeader("Origin", origin);
        if (site is not null) socket.Options.SetRequestHeader("Sec-Fetch-Site", site);
        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(_server.Address, "/_blazor")) { Scheme = "ws" }.Uri, Cancel);
        }
        catch (WebSocketException)
        {
            return socket.HttpStatusCode;
        }
        await then(socket);
        return socket.HttpStatusCode;
    }

    private static async Task ShakeHandsAsync(ClientWebSocket socket)
    {
        await socket.SendAsync(Handshake, WebSocketMessageType.Text, true, Cancel);
        var buffer = new byte[100];
        var answer = await socket.ReceiveAsync(buffer, Cancel);
        Assert.Equal("{}\u001e"u8, buffer.AsSpan(0, answer.Count));
    }

    private static async Task EndAsync(ClientWebSocket socket)
    {
        var buffer = new byte[1_000];
        try
        {
            while ((await socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
                // Pings of the hub.
            }
        }
        catch (WebSocketException)
        {
            // Cut off without a word.
        }
    }
}
