using System.Text;
using Microsoft.Playwright;
using PledgeMiner.App.Accounts;
using static Microsoft.Playwright.Assertions;

namespace PledgeMiner.BrowserTests;

/// <summary>A review page that was opened before there was anything to review.</summary>
public sealed class WaitingTests
{
    private const string Sentence = "Examplia will send two batteries to Ukraine.";

    [Fact]
    public async Task It_shows_what_comes_in_also_after_the_ledger_failed_it()
    {
        await using var app = await HostedApp.StartAsync(x => x.SecondOpinions = 0);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await app.JoinAsync(browser, "ada", Roles.Analyst);
        await page.GotoAsync("/review?pledger=XXA");
        var (title, notice) = (page.Locator("h1"), page.GetByRole(AriaRole.Status));
        await Expect(title).ToHaveTextAsync("Nothing waits here");

        await app.ExecuteAsync("ALTER TABLE leases RENAME TO away");
        await Expect(notice).ToContainTextAsync("The ledger is busy");
        await page.ReloadAsync();
        await Expect(notice).ToContainTextAsync("The ledger is busy");
        await app.ExecuteAsync("ALTER TABLE away RENAME TO leases");
        await Expect(notice).ToBeHiddenAsync();

        var document = new Document(Sentence, [new(BlockKind.Paragraph, new(0, Sentence.Length))], "A late page", null, null, "en");
        var deed = new Deed(new(0, Sentence.Length), 0, 0) { Pledgers = [new("XXA", "Examplia", new(0, 8), [])] };
        var late = new Page(new Uri("https://source.invalid/late"), Encoding.UTF8.GetBytes(Sentence), "text/plain", "", DateTimeOffset.UnixEpoch);
        await app.Ledger.RecordAsync(new Source("late", new Uri("https://source.invalid/")), late, new Mined(document, [], [new(deed, new(new(Act.Pledge, 0.9), new(Force.Firm, 0.8), [], []))], "0123456789ab"), TestContext.Current.CancellationToken);
        await Expect(title).ToHaveTextAsync("A late page");
    }
}
