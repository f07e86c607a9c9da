using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PledgeMiner.App.Accounts;
using static Microsoft.Playwright.Assertions;

namespace PledgeMiner.BrowserTests;

/// <summary>The pages of accounts in a real browser: a colleague comes, changes and goes.</summary>
public sealed class AccountTests : IAsyncLifetime
{
    private static readonly string[] Pages = ["/people", "/audit", "/account", "/denied", "/sign-in", "/setup?link=used"];

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private HostedApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        _app = await HostedApp.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_colleague_is_invited_promoted_and_locked_and_their_open_page_ends()
    {
        _app.Accounts.Interval = TimeSpan.FromMilliseconds(500);
        var admin = await _app.JoinAsync(_browser, "ada", Roles.Administrator);
        await admin.GotoAsync("/people");
        await admin.GetByLabel("Name", new() { Exact = true }).FillAsync("grace");
        await admin.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync(Roles.Analyst);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        var link = await admin.Locator("#link").InputValueAsync();
        await Expect(admin.Locator("tbody").First).ToContainTextAsync("invited by ada");

        var colleague = await (await _browser.NewContextAsync(new() { BaseURL = _app.Address.AbsoluteUri })).NewPageAsync();
        await HostedApp.EnterAsync(colleague, link);
        await Expect(colleague).ToHaveURLAsync(_app.At("/"));
        await Expect(colleague.Locator(".who")).ToContainTextAsync("grace");

        await admin.ReloadAsync();
        await admin.GetByLabel("Role of grace", new() { Exact = true }).SelectOptionAsync(Roles.Reader);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Change the role of grace" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Status)).ToContainTextAsync("grace has another role");
        await Expect(colleague).ToHaveURLAsync(new Regex("/sign-in"));
        await SignInAsync(colleague, "grace");
        await Expect(colleague).ToHaveURLAsync(_app.At("/"));
        await colleague.GotoAsync("/review");
        await Expect(colleague.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Not for your role");
        var circuit = await colleague.RunAndWaitForWebSocketAsync(() => colleague.GotoAsync("/commitments"));
        await colleague.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.False(circuit.IsClosed);

        await admin.GetByRole(AriaRole.Button, new() { Name = "Lock grace" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Status)).ToContainTextAsync("grace is locked");
        await Expect(colleague).ToHaveURLAsync(new Regex("/sign-in"));
        await SignInAsync(colleague, "grace");
        await Expect(colleague.GetByRole(AriaRole.Alert)).ToContainTextAsync("this account is locked");

        await admin.GotoAsync("/audit?who=grace");
        await Expect(admin.Locator("tbody")).ToContainTextAsync("sign-in failed");
    }

    [Fact]
    public async Task An_open_page_of_who_lost_the_role_can_do_nothing_before_it_ends()
    {
        // So long that the page stays open: each act has to look for itself.
        _app.Accounts.Interval = TimeSpan.FromHours(1);
        var admin = await _app.JoinAsync(_browser, "ada", Roles.Administrator);
        var second = await _app.JoinAsync(_browser, "bob", Roles.Administrator);
        var analyst = await _app.JoinAsync(_browser, "grace", Roles.Analyst);
        await analyst.GotoAsync("/review");
        await analyst.Locator(".commitment mark").First.WaitForAsync();
        await second.GotoAsync("/people");
        await admin.GotoAsync("/people");
        foreach (var name in (string[])["bob", "grace"])
        {
            await admin.GetByLabel($"Role of {name}", new() { Exact = true }).SelectOptionAsync(Roles.Reader);
            await admin.GetByRole(AriaRole.Button, new() { Name = $"Change the role of {name}" }).ClickAsync();
            await Expect(admin.GetByRole(AriaRole.Status)).ToContainTextAsync($"{name} has another role");
        }

        await second.GetByRole(AriaRole.Button, new() { Name = "Lock ada" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Status)).ToContainTextAsync(Acting.Refusal);
        await analyst.Keyboard.PressAsync("Enter");
        await Expect(analyst.GetByText(Acting.Refusal)).ToBeVisibleAsync();

        Assert.Equal((0, 0), await _app.Ledger.TallyAsync(TestContext.Current.CancellationToken) is var tally ? (tally.Accepted, tally.Rejected) : default);
        await admin.ReloadAsync();
        await Expect(admin.Locator("tbody tr").First).ToContainTextAsync("active");
    }

    [Fact]
    public async Task A_password_can_be_shown_and_pasted()
    {
        var page = await _browser.NewPageAsync();
        await page.GotoAsync(_app.At("/sign-in"));
        var field = page.Locator("#password");
        await field.FocusAsync();
        await page.Keyboard.InsertTextAsync("pasted text");
        await Expect(field).ToHaveAttributeAsync("type", "password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(field).ToHaveAttributeAsync("type", "text");
        await Expect(field).ToHaveValueAsync("pasted text");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280), InlineData(ColorScheme.Dark, 1280), InlineData(ColorScheme.Light, 390), InlineData(ColorScheme.Dark, 390)]
    public async Task Every_page_is_accessible_and_fits(ColorScheme colours, int width)
    {
        var page = await _app.JoinAsync(_browser, "ada", Roles.Administrator, colours);
        await page.SetViewportSizeAsync(width, 860);
        foreach (var path in Pages)
        {
            await page.GotoAsync(path);
            await page.Locator("h1").WaitForAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await Expect(page).ToHaveTitleAsync(new Regex("."));
            var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
            Assert.Empty(result.Violations.Select(x => $"{path}: {x.Help} {string.Join(' ', x.Nodes.Select(n => n.Html))}"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{path} is wider than {width} pixels.");
            if (Environment.GetEnvironmentVariable("PLEDGEMINER_SCREENSHOTS") is { } folder)
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{path.Trim('/').Split('?')[0]}-{colours}-{width}.png"), FullPage = true });
        }
    }

    private static async Task SignInAsync(IPage page, string name)
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("a whole sentence, as advised");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
