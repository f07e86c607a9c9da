using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PledgeMiner.BrowserTests;

/// <summary>A person before a browser: the app just started, its administrator set up by keyboard, the review page open.</summary>
internal sealed class Reviewer : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Reviewer(IPlaywright playwright, IBrowser browser, RunningApp app, IPage page) => (_playwright, _browser, App, Page) = (playwright, browser, app, page);

    public RunningApp App { get; }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the browser's console.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The commitment on the screen.</summary>
    public ILocator Item => Page.Locator("[data-commitment]");

    public async Task<string> IdAsync() => (await Item.GetAttributeAsync("data-commitment"))!;

    public static async Task<Reviewer> SitDownAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await Chromium.LaunchAsync(playwright);
        var app = await RunningApp.StartAsync();
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 860 }, ReducedMotion = ReducedMotion.Reduce });
        // Long on purpose: the machine may build something else at the same time.
        page.SetDefaultTimeout(180_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        var reviewer = new Reviewer(playwright, browser, app, page);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") reviewer.Complaints.Add(message.Text); };
        page.PageError += (_, error) => reviewer.Complaints.Add(error);
        await page.GotoAsync(app.SetupLink.AbsoluteUri);
        await page.Keyboard.TypeAsync("ada");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("a whole sentence, as advised");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("a.primary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/review");
        await reviewer.Item.WaitForAsync();
        return reviewer;
    }

    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(App.Address, path).AbsoluteUri);
        await Page.Locator("h1").First.WaitForAsync();
        // While the live page takes the place of the one that was sent, there is no title for a moment.
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(Page).ToHaveTitleAsync(new Regex("."));
    }

    /// <summary>Presses a key and measures how long the next commitment takes to be there.</summary>
    /// <returns>Milliseconds, by the browser's clock.</returns>
    public Task<double> NextAfterAsync(string key) => Page.EvaluateAsync<double>("""
        key => new Promise(done => {
          const before = document.querySelector('[data-commitment]').dataset.commitment, start = performance.now();
          const watch = new MutationObserver(() => {
            const item = document.querySelector('[data-commitment]');
            if (!item || item.dataset.commitment === before) return;
            watch.disconnect();
            done(performance.now() - start);
          });
          watch.observe(document.body, { subtree: true, childList: true, attributes: true });
          document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        })
        """, key);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        App.Dispose();
    }
}
