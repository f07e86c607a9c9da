using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PledgeMiner.App;
using PledgeMiner.App.Accounts;

namespace PledgeMiner.Tests.App;

/// <summary>What stands between the program and the rest of the world.</summary>
public sealed partial class DefenceTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    private static readonly string[] Open = ["/sign-in", "/setup", "/health"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> WaysBack =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "accounts", "ways-back.tsv")).Select(x => Regex.Unescape(x).Split('|')).Select(x => (x[0], x[1]))];

    [Fact]
    public async Task Nobody_gets_in_without_signing_in_by_any_route_and_method()
    {
        using var browser = server.Browser();
        var endpoints = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var closed = endpoints.Where(x => x.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(x => PathOf(x)).Append("/no-such-page").Distinct().ToList();
        Holds(closed, ["/review", "/commitments", "/runs", "/people", "/audit", "/audit/export", "/account", "/evidence/1", "/sign-out", "/_blazor", "/_blazor/negotiate", "/jobs/x"]);
        foreach (var path in closed)
        {
            foreach (var method in (string[])["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                using var answer = await browser.SendAsync(request, Cancel);
                if (answer.StatusCode == HttpStatusCode.Redirect) Assert.Contains("/sign-in?", answer.Headers.Location!.OriginalString);
                else Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized, $"{method} {path}: {answer.StatusCode}");
            }
        }
        var open = endpoints.Where(x => x.Metadata.GetMetadata<IAllowAnonymous>() is not null && x.Metadata.All(m => m.GetType().Name != "StaticAssetDescriptor")).Select(PathOf).Where(x => !x.StartsWith("/_framework/", StringComparison.Ordinal));
        Holds(Open, [.. open]);
    }

    [Theory]
    [InlineData("evil.invalid", 400), InlineData("127.0.0.1.evil.invalid", 400), InlineData("localhost.evil.invalid", 400), InlineData("169.254.169.254", 400), InlineData("0.0.0.0", 400)]
    [InlineData("localhost", 200), InlineData("LOCALHOST:99", 200), InlineData("127.0.0.1", 200), InlineData("[::1]", 200)]
    public async Task A_name_that_only_points_here_is_refused(string host, int expected)
    {
        using var browser = server.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { Host = host } };
        Assert.Equal(expected, (int)(await browser.SendAsync(request, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.invalid", 403), InlineData("Origin", "null", 403), InlineData("Origin", "https://127.0.0.1:1", 403), InlineData("Origin", "http://sub.localhost", 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403), InlineData("Sec-Fetch-Site", "same-site", 403), InlineData("Sec-Fetch-Site", "unheard-of", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 302), InlineData("X-Nothing", "x", 302)]
    public async Task A_form_sent_from_another_site_is_refused_even_with_its_token(string header, string value, int expected)
    {
        using var browser = await server.AdministratorAsync("forms");
        var fields = HtmlForm.Hidden(await browser.GetStringAsync("/account", Cancel));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add(header, value);
        Assert.Equal(expected, (int)(await browser.SendAsync(request, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("/sign-in"), InlineData("/setup"), InlineData("/account"), InlineData("/sign-out"), InlineData("/review")]
    public async Task A_form_without_its_token_is_refused(string path)
    {
        using var browser = await server.AdministratorAsync("tokens");
        var answer = await browser.PostAsync(path, new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.Name", "tokens"), new("Input.Password", ReviewServer.Password)]), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/commitments", Cancel)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(WaysBack))]
    public void A_way_back_leads_nowhere_else(string back, string expected) => Assert.Equal(expected, LocalAddress.OrHome(back));

    [Fact]
    public async Task Cookies_are_kept_from_scripts_from_other_sites_and_from_plain_http()
    {
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var page = await browser.GetAsync($"/setup?link={await server.SetupLinkAsync()}", Cancel);
        // The jar gives a secure cookie back over https alone, so the form's is carried by hand.
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        var fields = HtmlForm.Hidden(await page.Content.ReadAsStringAsync(Cancel));
        (fields["_handler"], fields["Input.Name"], fields["Input.Password"]) = ("setup", "cook", ReviewServer.Password);
        using var request = new HttpRequestMessage(HttpMethod.Post, page.RequestMessage!.RequestUri) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        var answer = await browser.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var set in answer.Headers.GetValues("Set-Cookie").Append(cookie))
        {
            var marks = set.Split(';').Skip(1).Select(x => x.Trim().ToLowerInvariant()).ToList();
            Holds(marks, ["secure", "httponly", "samesite=strict"]);
        }
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        await using var own = new ReviewServer();
        using var browser = own.Browser();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i <= RateLimits.FormsPerMinute; i++) answers.Add((await browser.PostAsync("/sign-in", null, Cancel)).StatusCode);
        Assert.All(answers.SkipLast(1), x => Assert.NotEqual(HttpStatusCode.TooManyRequests, x));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("/sign-in"), InlineData("/review"), InlineData("/commitments"), InlineData("/people"), InlineData("/audit"), InlineData("/audit/export?format=csv"), InlineData("/account"), InlineData("/jobs"), InlineData("/evidence/1")]
    public async Task Every_answer_carries_the_policy_and_is_kept_nowhere(string path)
    {
        using var browser = await server.AdministratorAsync("heads");
        var answer = await browser.GetAsync(path, Cancel);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split(';', StringSplitOptions.TrimEntries);
        if (path == "/evidence/1") Assert.Contains("sandbox", policy);
        else Holds(policy, ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'"]);
    }

    [Fact]
    public async Task Scripts_and_styles_may_be_kept()
    {
        using var browser = server.Browser();
        var sheet = Stylesheet().Match(await browser.GetStringAsync("/sign-in", Cancel)).Groups[1].Value;
        Assert.NotEqual(new CacheControlHeaderValue { NoStore = true }, (await browser.GetAsync("/" + sheet, Cancel)).Headers.CacheControl);
    }

    private static void Holds(IEnumerable<string> all, string[] some) => Assert.All(some, x => Assert.Contains(x, all));

    private static string PathOf(RouteEndpoint endpoint) =>
        "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.Trim('/'), x => x.Value.Contains(":long", StringComparison.Ordinal) ? "1" : "x");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("href=\"(app[^\"]*css)\"")]
    private static partial Regex Stylesheet();
}
