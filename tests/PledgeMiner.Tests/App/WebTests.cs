using System.Net;

namespace PledgeMiner.Tests.App;

public sealed class WebTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_setup_link_works_once()
    {
        using var browser = server.Browser();
        var link = $"/setup?link={await server.SetupLinkAsync()}";
        Assert.Contains("15", await (await ReviewServer.SubmitAsync(browser, link, "setup", "grace", "short")).Content.ReadAsStringAsync(Cancel));
        Assert.Equal("/", Where(await ReviewServer.SubmitAsync(browser, link, "setup", "grace", "a whole sentence, as advised")));
        Assert.Contains("was used", await browser.GetStringAsync(link, Cancel));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/review", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_a_way_back_leads_nowhere_else()
    {
        using var _ = await server.AdministratorAsync("mary");
        using var browser = server.Browser();
        var refused = await ReviewServer.SubmitAsync(browser, "/sign-in", "sign-in", "mary", "not the sentence at all");
        Assert.Contains("is wrong", await refused.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("/", Where(await ReviewServer.SubmitAsync(browser, "/sign-in?back=//evil.invalid/", "sign-in", "mary", "a whole sentence, as advised")));
    }

    [Fact]
    public async Task A_stored_page_is_served_inert()
    {
        using var browser = await server.AdministratorAsync("joan");
        var page = new Page(new Uri("https://evil.invalid/"), "<script>alert(1)</script>"u8.ToArray(), "text/html", "", DateTimeOffset.UnixEpoch);
        await server.Ledger.RecordAsync(new Source("evil", page.Address), page, new Problem(ProblemKind.NoText, "It holds no text."), Cancel);
        for (var id = 1L; await server.Ledger.PageAsync(id, Cancel) is { } stored; id++)
        {
            if (stored.Page.Hash != page.Hash) continue;
            var answer = await browser.GetAsync(new Uri($"/evidence/{id}", UriKind.Relative), Cancel);
            Assert.StartsWith("sandbox;", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal(page.Body, await answer.Content.ReadAsByteArrayAsync(Cancel));
            return;
        }
        Assert.Fail("The page was not stored.");
    }

    private static string Where(HttpResponseMessage answer) => answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString;
}
