using System.Text;
using Microsoft.Playwright;
using PledgeMiner.App.Accounts;
using PledgeMiner.Recording;
using static Microsoft.Playwright.Assertions;

namespace PledgeMiner.BrowserTests;

/// <summary>What a crawled page or a colleague wrote is shown as text, wherever it is shown.</summary>
public sealed class ScriptTests
{
    private static readonly string[] Payloads = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", "xss.txt"));

    /// <summary>Where such texts are shown in lists; the review page is gone through item by item. The invented sample fills some of these pages too.</summary>
    private static readonly string[] Lists = ["/commitments", "/commitments?page=2", "/commitments?page=3", "/commitments?page=4", "/commitments?page=5", "/commitments?page=6", "/documents", "/documents?page=2", "/runs", "/audit", "/people", "/jobs", "/jobs/recurring", "/jobs/recurring?from=50&count=50"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sixty_attacks_in_titles_quotes_publishers_comments_and_sources_stay_text()
    {
        Assert.True(Payloads.Length >= 60);
        await using var app = await HostedApp.StartAsync(x => x.SecondOpinions = 0);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        foreach (var payload in Payloads) await PutAsync(app, payload);
        var page = await app.JoinAsync(browser, "ada", Roles.Administrator);
        var complaints = new List<string>();
        page.Dialog += (_, dialog) => { complaints.Add($"dialog {dialog.Message}"); _ = dialog.DismissAsync(); };
        page.Console += (_, message) => { if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) complaints.Add($"{page.Url}: {message.Text}"); };
        page.Request += (_, request) => { if (!request.Url.StartsWith(app.Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) complaints.Add($"request for {request.Url}"); };
        await page.AddInitScriptAsync("window.hits = 0; window.hit = () => window.hits++;");

        var shown = new HashSet<string>();
        await page.GotoAsync("/review");
        var quote = page.Locator(".commitment mark").First;
        await quote.WaitForAsync();
        for (var accepted = 1; await page.Locator(".commitment").CountAsync() > 0; accepted++)
        {
            var title = Visible(await page.Locator(".commitment h1").InnerTextAsync());
            shown.Add(title);
            if (Payloads.Any(x => Visible(x) == title)) Assert.Equal(3, (await page.Locator(".comment").AllInnerTextsAsync()).Count(x => Visible(x).StartsWith(title, StringComparison.Ordinal) && Visible(x).EndsWith(title, StringComparison.Ordinal)));
            await IsInertAsync(page, complaints);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".tally")).ToContainTextAsync($" {accepted} accepted");
        }
        Assert.All(Payloads, x => Assert.Contains(Visible(x), shown));

        await page.GotoAsync("/adjudicate");
        var reason = page.Locator(".opinion .under");
        foreach (var payload in Payloads.Reverse())
        {
            await Expect(reason).ToHaveTextAsync(payload);
            await IsInertAsync(page, complaints);
            await page.Keyboard.PressAsync("n");
        }

        var listed = new Dictionary<string, string> { ["/commitments"] = "", ["/documents"] = "", ["/runs"] = "" };
        foreach (var list in Lists)
        {
            await page.GotoAsync(list);
            var key = list.Split('?')[0];
            // Rows come with the circuit, which on a busy machine is later than the page.
            if (listed.ContainsKey(key)) await page.Locator("tbody tr").First.WaitForAsync();
            else await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await IsInertAsync(page, complaints);
            if (listed.ContainsKey(key)) listed[key] += Visible(await page.Locator("body").InnerTextAsync());
        }
        Assert.All(listed.Values, text => Assert.All(Payloads, x => Assert.Contains(Visible(x), text)));

        foreach (var payload in Payloads)
        {
            var document = (await CommitmentsOfAsync(app, payload))[0].DocumentId;
            await page.GotoAsync($"/documents/{document}");
            await Expect(page.Locator("h1")).ToHaveTextAsync(payload);
            await IsInertAsync(page, complaints);
            await page.GotoAsync($"/audit?who={Uri.EscapeDataString(payload)}&from={Uri.EscapeDataString(payload)}");
            await Expect(page.Locator("#who")).ToHaveValueAsync(payload);
            await Expect(page.Locator(".audit tbody tr").First).ToContainTextAsync(payload);
            await IsInertAsync(page, complaints);
        }
    }

    private static async Task PutAsync(HostedApp app, string payload)
    {
        var source = new Source(payload, new Uri("https://source.invalid/"));
        var sentence = $"Norway will send two batteries {payload} to Ukraine.";
        var text = $"{sentence} {sentence}";
        var document = new Document(text, [new(BlockKind.Paragraph, new(0, text.Length))], payload, new(2025, 3, 1), payload, "en");
        var deed = new Deed(new(0, sentence.Length), 0, 0) { Pledgers = [new("NOR", payload, new(0, 6), [payload])], Speaker = new(payload, "OTHER"), Beneficiaries = [new(payload, new(0, 6))] };
        var judgement = new Judgement(new(Act.Pledge, 0.9), new(Force.Firm, 0.8), [new(Pillar.ArmedForces, 0.7)], [payload]);
        var page = new Page(new Uri($"https://source.invalid/{Uri.EscapeDataString(payload)}?x=\"onmouseover=\"hit()"), Encoding.UTF8.GetBytes(text), "text/plain", "", DateTimeOffset.UnixEpoch);
        await app.Ledger.RecordAsync(source, page, new Mined(document, [], [new(deed, judgement), new(deed with { Span = new(sentence.Length + 1, text.Length) }, judgement)], "0123456789ab"), Cancel);
        await app.Frontier.EndAsync((await app.Frontier.BeginAsync(source, Cancel))!.Value, Cancel);
        await app.Audit.WriteAsync(new Person(payload, payload), payload, payload, payload, Cancel);

        // One waits, with a remark and a rejection that was taken back; the other is disputed.
        var (waiting, disputed) = await CommitmentsOfAsync(app, payload) is [var one, var two] ? (one.Id, two.Id) : default;
        await app.Ledger.CommentAsync(waiting, payload, payload, Cancel);
        var rejected = new Verdict(Decision.Reject, false, payload, DateTimeOffset.UnixEpoch, payload);
        await DecideAsync(app, waiting, rejected, 0);
        await DecideAsync(app, waiting, rejected with { Withdrawn = true }, 1);
        await DecideAsync(app, disputed, rejected with { AsksSecond = true }, 0);
        await DecideAsync(app, disputed, new Verdict(Decision.Accept, false, "bob", DateTimeOffset.UnixEpoch) { Annotation = new(Act.Pledge, Force.Firm, [], deed) }, 1);
    }

    private static async Task<IReadOnlyList<CommitmentSummary>> CommitmentsOfAsync(HostedApp app, string source) =>
        (await app.Ledger.ListAsync(new() { Source = source }, CommitmentSort.Found, 0, 10, Cancel)).Rows;

    private static async Task DecideAsync(HostedApp app, string id, Verdict verdict, int revision) =>
        Assert.Null((await app.Ledger.DecideAsync(id, verdict, Guid.NewGuid(), revision, Cancel)).Problem);

    /// <summary>Nothing ran, nothing was asked of elsewhere, and no text became an element that would run something if it were touched.</summary>
    private static async Task IsInertAsync(IPage page, List<string> complaints)
    {
        Assert.Equal(0, await page.EvaluateAsync<int>("window.hits"));
        Assert.Empty(complaints);
        Assert.Equal(0, await page.EvaluateAsync<int>("""
            [...document.querySelectorAll('*')].filter(x => [...x.attributes].some(a => /^on/i.test(a.name) || (/^(href|src|action|formaction|data|xlink:href)$/i.test(a.name) && /^\s*(javascript|data:text)/i.test(a.value)))
              || x.matches('iframe:not([sandbox]), object, embed, marquee, math, template, script:not([src])')).length
            """));
    }

    /// <summary>As the browser shows it: white space run together.</summary>
    private static string Visible(string text) => string.Join(' ', text.Split((char[])[' ', '\n', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
}
