using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using PledgeMiner.App;
using PledgeMiner.App.Accounts;

namespace PledgeMiner.Tests.App.Accounts;

/// <summary>Who may do what, over HTTP and on a page that was opened before the role was taken away.</summary>
public sealed class RightsTests(ReviewServer server) : IClassFixture<ReviewServer>, IAsyncLifetime
{
    private static readonly string[] ForAdministrators = ["/people", "/audit", AccountEndpoints.Export + "?format=csv", WebHost.Dashboard, WebHost.Dashboard + "/recurring"];

    public static TheoryData<string> Others => [.. Roles.All.Where(x => x != Roles.Administrator)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (await server.AdministratorAsync()).Dispose();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("reader", "browse")]
    [InlineData("analyst", "browse decide")]
    [InlineData("adjudicator", "browse decide settle")]
    [InlineData("researcher", "browse export")]
    [InlineData("administrator", "browse decide settle export manage-people manage-sources manage-jobs")]
    public async Task A_role_may(string role, string policies)
    {
        (await server.ColleagueAsync($"may-{role}", role)).Dispose();
        await using var circuit = await Circuit.OpenAsync(server, $"may-{role}");
        var may = new List<string>();
        foreach (var policy in Policies.RolesThatMay.Keys)
        {
            if (await circuit.Get<Acting>().WhoMayAsync(policy) is not null) may.Add(policy);
        }
        Assert.Equal(policies.Split(' '), may);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Administrators_pages_are_closed_to(string role)
    {
        using var browser = await server.ColleagueAsync($"http-{role}", role);
        foreach (var page in ForAdministrators)
        {
            var answer = await browser.GetAsync(page, Cancel);
            Assert.Equal((HttpStatusCode.Redirect, Refusals.DeniedPage), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Refusals.DeniedPage, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync($"{WebHost.Dashboard}/recurring/trigger", new FormUrlEncodedContent([new("jobs[]", "crawl-x")]), Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_dashboard_is_open_to_administrators_and_changes_nothing()
    {
        using var browser = await server.AdministratorAsync("root");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(WebHost.Dashboard, Cancel)).StatusCode);
        var answer = await browser.PostAsync($"{WebHost.Dashboard}/recurring/trigger", new FormUrlEncodedContent([new("jobs[]", "crawl-x")]), Cancel);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Administrators_acts_are_closed_to_the_circuit_of(string role)
    {
        (await server.ColleagueAsync($"circuit-{role}", role)).Dispose();
        await AllRefusedAsync($"circuit-{role}", () => Task.CompletedTask);
    }

    [Fact]
    public async Task An_open_page_of_who_was_administrator_can_do_nothing_more()
    {
        (await server.ColleagueAsync("former", Roles.Administrator)).Dispose();
        await AllRefusedAsync("former", () => server.AsAsync("ada", x => x.SetRoleAsync("former", Roles.Analyst)));
        (await server.ColleagueAsync("locked", Roles.Administrator)).Dispose();
        await AllRefusedAsync("locked", () => server.AsAsync("ada", x => x.LockAsync("locked")));
    }

    [Fact]
    public async Task An_open_page_of_who_was_analyst_can_decide_nothing_more()
    {
        (await server.ColleagueAsync("analyst", Roles.Analyst)).Dispose();
        await using var circuit = await Circuit.OpenAsync(server, "analyst");
        Assert.Equal(new Person("analyst", Roles.Analyst), await circuit.Get<Acting>().WhoMayAsync(Policies.Decide));
        await server.AsAsync("ada", x => x.SetRoleAsync("analyst", Roles.Reader));
        Assert.Null(await circuit.Get<Acting>().WhoMayAsync(Policies.Decide));
        Assert.Contains(await server.Audit.ListAsync(new("analyst"), null, 10, Cancel), x => x is { What: AuditActs.Refused, Subject: Policies.Decide });
    }

    [Fact]
    public void Every_page_says_who_may_open_it() =>
        Assert.All(typeof(WebHost).Assembly.GetTypes().Where(x => x.GetCustomAttributes(typeof(RouteAttribute), false).Length > 0),
            x => Assert.True(x.GetCustomAttributes(true).Any(a => a is IAllowAnonymous or AuthorizeAttribute { Policy: not null }), x.Name));

    private async Task AllRefusedAsync(string name, Func<Task> before)
    {
        await using var circuit = await Circuit.OpenAsync(server, name);
        await before();
        var people = circuit.Get<People>();
        foreach (var answer in new[]
        {
            await people.InviteAsync("friend", Roles.Administrator), await people.SetRoleAsync(name, Roles.Administrator), await people.LockAsync("ada"),
            await people.UnlockAsync(name), await people.ResetLinkAsync("ada"), await people.WithdrawAsync("friend"),
        }) Assert.Equal(new PeopleAnswer(Acting.Refusal), answer);
        Assert.Empty((await people.ListAsync()).Members);
    }
}
