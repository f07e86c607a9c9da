using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PledgeMiner.BrowserTests;

/// <summary>Every page in both themes and at both widths, by axe-core's rules for WCAG 2.2 AA.</summary>
public sealed class AccessibilityTests
{
    private static readonly string[] Pages =
        ["/", "/review", "/review?queue=sample", "/commitments", "/documents", "/adjudicate", "/agreement", "/runs", "/trouble", "/sources", "/people", "/audit", "/account", "/not-found"];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        // The stored page in its sandbox is what its publisher made of it.
        Iframes = false,
    };

    [Fact]
    public async Task Every_page_is_clean_in_both_themes_and_fits_both_widths()
    {
        await using var reviewer = await Reviewer.SitDownAsync();
        var document = (await reviewer.Page.Locator(".origin a").First.GetAttributeAsync("href"))!;
        List<string> faults = [];
        foreach (var path in Pages.Append($"/{document}"))
        {
            await reviewer.GoAsync(path);
            if (path.StartsWith("/review", StringComparison.Ordinal)) await reviewer.Item.WaitForAsync();
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await reviewer.Page.EmulateMediaAsync(new() { ColorScheme = theme });
                faults.AddRange(await FaultsAsync(reviewer.Page, $"{path} {theme}"));
            }
            await reviewer.Page.SetViewportSizeAsync(390, 844);
            if (await reviewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") > 390) faults.Add($"{path} is wider than 390 pixels");
            faults.AddRange(await FaultsAsync(reviewer.Page, $"{path} 390"));
            await reviewer.Page.SetViewportSizeAsync(1280, 860);
        }
        await reviewer.GoAsync("/review");
        await reviewer.Item.WaitForAsync();
        foreach (var (key, panel) in new[] { ("e", "#slot-quote"), ("c", "#words"), ("?", "#all-keys") })
        {
            await reviewer.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(reviewer.Page.Locator(panel)).ToBeInViewportAsync();
            faults.AddRange(await FaultsAsync(reviewer.Page, $"/review {panel}"));
            await reviewer.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(reviewer.Page.Locator(panel)).ToBeHiddenAsync();
        }
        Assert.Empty(faults);
    }

    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, string where) =>
        (await page.RunAxe(Rules)).Violations.Select(x => $"{where}: {x.Id} at {string.Join(" and ", x.Nodes.Take(2).Select(n => n.Html))}");
}
