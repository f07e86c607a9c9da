using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;
using PledgeMiner.App.Accounts;
using static Microsoft.Playwright.Assertions;

namespace PledgeMiner.BrowserTests;

/// <summary>A stored page full of attacks, opened in a real browser: it runs nothing, sends nothing and reaches nobody.</summary>
public sealed class StoredPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text/html; charset=utf-8"), InlineData("text/html"), InlineData("TEXT/HTML;charset=ISO-2022-JP"), InlineData(null)]
    public async Task It_is_inert_by_itself_and_in_a_frame(string? type)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        await using var app = await HostedApp.StartAsync();
        using var outside = new Listener();
        var id = await StoreAsync(app, outside.Address, type);
        var page = await app.JoinAsync(browser, "grace", Roles.Reader);
        var dialogs = new List<string>();
        page.Dialog += (_, dialog) => { dialogs.Add(dialog.Message); _ = dialog.DismissAsync(); };

        await page.GotoAsync($"/evidence/{id}");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await IsInertAsync(page, page.MainFrame);

        await page.GotoAsync("/commitments");
        await page.EvaluateAsync("id => { const x = document.createElement('iframe'); x.src = `/evidence/${id}`; x.id = 'stored'; document.body.append(x); }", id);
        var frame = (await (await page.WaitForSelectorAsync("#stored"))!.ContentFrameAsync())!;
        await frame.WaitForURLAsync($"**/evidence/{id}");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await IsInertAsync(page, frame);

        Assert.Empty(dialogs);
        // The listener does hear: the first to connect is the test itself.
        using var client = new TcpClient(AddressFamily.InterNetwork);
        await client.ConnectAsync(IPAddress.Loopback, outside.Address.Port, Cancel);
        Assert.Equal($"{client.Client.LocalEndPoint}", await outside.FirstAsync(Cancel));
    }

    [Theory]
    [InlineData("image/svg+xml"), InlineData("application/xhtml+xml"), InlineData("text/xml"), InlineData("application/pdf"), InlineData("text/html, text/css"), InlineData("text/javascript"), InlineData("multipart/x-mixed-replace")]
    public async Task What_is_no_plain_page_is_handed_over_as_a_file(string type)
    {
        await using var app = await HostedApp.StartAsync();
        var id = await StoreAsync(app, new Uri("http://127.0.0.1:1"), type);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await app.JoinAsync(browser, "grace", Roles.Reader);
        var answer = await page.APIRequest.GetAsync(app.At($"/evidence/{id}"));
        Assert.Equal("application/octet-stream", answer.Headers["content-type"]);
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["x-content-type-options"]);
    }

    private static async Task IsInertAsync(IPage page, IFrame frame)
    {
        var address = (page.Url, frame.Url);
        await Expect(frame.Locator("#styled")).ToHaveCSSAsync("color", "rgb(1, 2, 3)");
        foreach (var what in (string[])["#send-out", "#send-in", "#send-script", "#script-link"])
        {
            await frame.Locator(what).ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
        Assert.Equal(address, (page.Url, frame.Url));
        Assert.Equal("A hostile page", await frame.Locator("title").First.TextContentAsync());
        // An origin of its own: neither cookies nor storage of ours.
        Assert.Equal("null", await frame.EvaluateAsync<string>("window.origin"));
        Assert.Equal("SecurityError", await frame.EvaluateAsync<string>("(() => { try { return document.cookie; } catch (e) { return e.name; } })()"));
    }

    private static async Task<long> StoreAsync(HostedApp app, Uri outside, string? type)
    {
        var html = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Cases", "stored-page.html"), Cancel)).Replace("OUT", outside.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);
        var page = new Page(new Uri("https://evil.invalid/page.html"), Encoding.UTF8.GetBytes(html), type, "Link: <" + outside + ">; rel=preload; as=image", DateTimeOffset.UnixEpoch);
        await app.Ledger.RecordAsync(new Source("evil", page.Address), page, new Problem(ProblemKind.NoText, "It holds no text."), Cancel);
        for (var id = 1L; ; id++)
        {
            if (await app.Ledger.PageAsync(id, Cancel) is { } stored && stored.Page.Hash == page.Hash) return id;
        }
    }

    /// <summary>Hears whoever connects, even without a word, in the order of their coming.</summary>
    private sealed class Listener : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public Listener() => _listener.Start();

        public Uri Address => new($"http://{_listener.LocalEndpoint}");

        public async Task<string> FirstAsync(CancellationToken cancel)
        {
            using var client = await _listener.AcceptTcpClientAsync(cancel);
            return $"{client.Client.RemoteEndPoint}";
        }

        public void Dispose() => _listener.Dispose();
    }
}
