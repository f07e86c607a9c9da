using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PledgeMiner.Tests.App;

public sealed class WebTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    private static readonly string[] Open = ["/sign-in", "/setup", "/health", "/not-found"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        using var browser = server.Browser();
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(x => x.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is null)
            .Select(x => "/" + x.RoutePattern.RawText!.Trim('/')).Select(x => x.Replace("{id:long}", "1", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Contains("/review", routes);
        Assert.Contains("/evidence/1", routes);
        foreach (var route in routes)
        {
            var answer = await browser.GetAsync(new Uri(route.Split('{')[0], UriKind.Relative), Cancel);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound, $"{route}: {answer.StatusCode}");
            if (answer.StatusCode == HttpStatusCode.Redirect) Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString);
        }
        var anonymous = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(x => x.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null).Select(x => "/" + x.RoutePattern.RawText!.Trim('/'))
            .Where(x => !x.Contains('.') && !x.StartsWith("/_", StringComparison.Ordinal));
        Assert.All(anonymous, x => Assert.Contains(x, Open));
    }

    [Fact]
    public async Task Every_answer_carries_the_policy()
    {
        using var browser = server.Browser();
        var answer = await browser.GetAsync("/sign-in", Cancel);
        Assert.Contains("script-src 'self';", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("/sources", "nato-news"), InlineData("/trouble", "Sudden drops"), InlineData("/runs", "Unchanged")]
    public async Task A_page_about_the_crawl_shows_what_there_is(string page, string shows)
    {
        using var browser = await server.AdministratorAsync("page-" + page[1..]);
        Assert.Contains(shows, await browser.GetStringAsync(page, Cancel));
    }

    [Fact]
    public async Task A_setup_link_works_once()
    {
        using var browser = server.Browser();
        var link = $"/setup?link={await server.SetupLinkAsync()}";
        Assert.Contains("15", await (await ReviewServer.SubmitAsync(browser, link, "setup", "grace", "short")).Content.ReadAsStringAsync(Cancel));
        Assert.Equal("/review", Where(await ReviewServer.SubmitAsync(browser, link, "setup", "grace", "a whole sentence, as advised")));
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
        Assert.Equal("/review", Where(await ReviewServer.SubmitAsync(browser, "/sign-in?back=//evil.invalid/", "sign-in", "mary", "a whole sentence, as advised")));
    }

    [Fact]
    public async Task A_post_from_another_site_is_refused()
    {
        using var browser = await server.AdministratorAsync("eve");
        var answer = await browser.PostAsync("/sign-out", new FormUrlEncodedContent([new("x", "y")]), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/review", Cancel)).StatusCode);
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
