using Microsoft.Playwright;

namespace PledgeMiner.BrowserTests;

/// <summary>From the first start to reviewed commitments, by keyboard, in a real browser.</summary>
public sealed class ReviewTests
{
    [Fact]
    public async Task From_the_first_start_to_reviewed_commitments_by_keyboard()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        using var app = await RunningApp.StartAsync();
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 860 } });
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(app.SetupLink.AbsoluteUri);
        await page.Keyboard.TypeAsync("ada");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("a whole sentence, as advised");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/review");

        var quote = page.Locator(".commitment mark");
        await quote.WaitForAsync();
        var first = await quote.InnerTextAsync();
        Assert.Contains("invented sample", await page.Locator(".origin").InnerTextAsync());

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".tally")).ToContainTextAsync("1 accepted");
        await Assertions.Expect(quote).Not.ToHaveTextAsync(first);
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator(".tally")).ToContainTextAsync("1 rejected");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator(".tally")).ToContainTextAsync("0 rejected");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator(".tally")).ToContainTextAsync("0 accepted");
        await Assertions.Expect(quote).ToHaveTextAsync(first);

        await page.GotoAsync(new Uri(app.Address, "/commitments").AbsoluteUri);
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("invented sample");
        Assert.Empty(complaints);
    }
}
