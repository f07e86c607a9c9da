using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PledgeMiner.App.Accounts;

namespace PledgeMiner.Tests.App.Accounts;

/// <summary>Inviting, promoting, locking: through the services of an open page, and seen by browsers.</summary>
public sealed class PeopleTests(ReviewServer server) : IClassFixture<ReviewServer>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (await server.AdministratorAsync()).Dispose();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_invitation_makes_one_account_with_its_role_once()
    {
        var answer = await server.AsAsync("ada", x => x.InviteAsync("grace", Roles.Reader));
        using var browser = server.Browser();
        var link = $"/setup?link={answer.Secret}";
        // A name sent along counts for nothing: the invitation says whose account it is.
        Assert.Equal(HttpStatusCode.Redirect, (await ReviewServer.SubmitAsync(browser, link, "setup", "somebody", ReviewServer.Password)).StatusCode);
        using var late = server.Browser();
        Assert.Contains("was used", await late.GetStringAsync(link, Cancel));
        await using var circuit = await Circuit.OpenAsync(server, "grace");
        Assert.NotNull(await circuit.Get<Acting>().WhoMayAsync(Policies.Browse));
        Assert.Null(await circuit.Get<Acting>().WhoMayAsync(Policies.Decide));
        Assert.Contains("has an account", (await server.AsAsync("ada", x => x.InviteAsync("Grace", Roles.Administrator))).Refusal);
    }

    [Fact]
    public async Task Two_who_use_a_link_at_once_make_one_account()
    {
        var secret = (await server.AsAsync("ada", x => x.InviteAsync("twin", Roles.Reader))).Secret;
        var browsers = Enumerable.Range(0, 6).Select(_ => server.Browser()).ToList();
        var answers = await Task.WhenAll(browsers.Select(x => ReviewServer.SubmitAsync(x, $"/setup?link={secret}", "setup", "", ReviewServer.Password).ContinueWith(t => t.IsCompletedSuccessfully && t.Result.StatusCode == HttpStatusCode.Redirect, TaskScheduler.Default)));
        Assert.Single(answers, true);
        browsers.ForEach(x => x.Dispose());
    }

    [Fact]
    public async Task An_invitation_expires_and_can_be_withdrawn()
    {
        await using var accounts = await server.AccountsAsync();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var secret = await SetupLinks.IssueAsync(accounts, clock, "late", Roles.Analyst, "ada", renews: false);
        clock.Advance(TimeSpan.FromHours(71));
        Assert.NotNull(await SetupLinks.FindAsync(accounts, secret, clock));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await SetupLinks.FindAsync(accounts, secret, clock));
        Assert.Null((await server.AsAsync("ada", x => x.WithdrawAsync("late"))).Refusal);
        Assert.False(await accounts.SetupLinks.AnyAsync(x => x.Name == "late", Cancel));
        Assert.DoesNotContain(secret, string.Join(' ', await accounts.SetupLinks.Select(x => x.Hash).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task An_invitation_never_takes_an_account_over()
    {
        var secret = (await server.AsAsync("ada", x => x.InviteAsync("mallory", Roles.Administrator))).Secret;
        using var first = await server.ColleagueAsync("Mallory", Roles.Reader);
        using var second = server.Browser();
        var answer = await ReviewServer.SubmitAsync(second, $"/setup?link={secret}", "setup", "", "another sentence, as advised");
        Assert.Contains("taken this name", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/commitments", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_reset_link_gives_another_password_and_ends_the_old_sessions()
    {
        using var browser = await server.ColleagueAsync("rosa", Roles.Analyst);
        var secret = (await server.AsAsync("ada", x => x.ResetLinkAsync("rosa"))).Secret;
        using var other = server.Browser();
        await ReviewServer.SubmitAsync(other, $"/setup?link={secret}", "setup", "", "another sentence, as advised");
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/commitments", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/commitments", Cancel)).StatusCode);
        Assert.Contains("is wrong", await (await ReviewServer.SubmitAsync(browser, "/sign-in", "sign-in", "rosa", ReviewServer.Password)).Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_locked_account_is_out_at_once_and_stays_out()
    {
        using var browser = await server.ColleagueAsync("lock", Roles.Analyst);
        Assert.Null((await server.AsAsync("ada", x => x.LockAsync("lock"))).Refusal);
        Assert.Contains("/sign-in", (await browser.GetAsync("/commitments", Cancel)).Headers.Location!.OriginalString);
        Assert.Contains("is locked", await (await ReviewServer.SubmitAsync(browser, "/sign-in", "sign-in", "lock", ReviewServer.Password)).Content.ReadAsStringAsync(Cancel));
        var secret = (await server.AsAsync("ada", x => x.ResetLinkAsync("lock"))).Secret;
        await ReviewServer.SubmitAsync(browser, $"/setup?link={secret}", "setup", "", ReviewServer.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/commitments", Cancel)).StatusCode);
        Assert.Null((await server.AsAsync("ada", x => x.UnlockAsync("lock"))).Refusal);
        Assert.Equal(HttpStatusCode.Redirect, (await ReviewServer.SubmitAsync(browser, "/sign-in", "sign-in", "lock", ReviewServer.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/commitments", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_locked_or_demoted()
    {
        await using var own = new ReviewServer();
        (await own.AdministratorAsync("only")).Dispose();
        Assert.Contains("only administrator", (await own.AsAsync("only", x => x.LockAsync("only"))).Refusal);
        Assert.Contains("only administrator", (await own.AsAsync("only", x => x.SetRoleAsync("only", Roles.Reader))).Refusal);
        (await own.ColleagueAsync("other", Roles.Administrator)).Dispose();
        await using var left = await Circuit.OpenAsync(own, "only");
        await using var right = await Circuit.OpenAsync(own, "other");
        var answers = await Task.WhenAll(left.Get<People>().SetRoleAsync("other", Roles.Reader), right.Get<People>().SetRoleAsync("only", Roles.Reader));
        Assert.Single(answers, x => x.Refusal is null);
    }

    [Fact]
    public async Task Who_is_demoted_takes_their_open_invitations_along()
    {
        (await server.ColleagueAsync("temp", Roles.Administrator)).Dispose();
        var secret = (await server.AsAsync("temp", x => x.InviteAsync("backdoor", Roles.Administrator))).Secret;
        await server.AsAsync("ada", x => x.SetRoleAsync("temp", Roles.Reader));
        using var browser = server.Browser();
        Assert.Contains("was used", await browser.GetStringAsync($"/setup?link={secret}", Cancel));
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_out_without_telling_who_exists()
    {
        await using var own = new ReviewServer();
        using var inside = await own.AdministratorAsync("target");
        using var browser = own.Browser();
        string? last = null;
        for (var i = 0; i < 11; i++) last = await RefusalAsync(browser, "target");
        Assert.Equal(await RefusalAsync(browser, "nobody"), last);
        Assert.Equal(HttpStatusCode.OK, (await ReviewServer.SubmitAsync(browser, "/sign-in", "sign-in", "target", ReviewServer.Password)).StatusCode);
        // Else anybody could throw a colleague out by mistyping.
        Assert.Equal(HttpStatusCode.OK, (await inside.GetAsync("/commitments", Cancel)).StatusCode);
        Assert.Contains(await own.Audit.ListAsync(new(), null, 100, Cancel), x => x is { What: AuditActs.LockOut, Who: "target" });
    }

    [Fact]
    public async Task One_changes_ones_own_password_and_signs_out_everywhere()
    {
        using var browser = await server.ColleagueAsync("vera", Roles.Reader);
        using var elsewhere = server.Browser();
        await ReviewServer.SubmitAsync(elsewhere, "/sign-in", "sign-in", "vera", ReviewServer.Password);
        async Task<string> ChangeAsync(string current, string password) =>
            await (await ReviewServer.SubmitAsync(browser, "/account", "password", new() { ["Input.Current"] = current, ["Input.Password"] = password })).Content.ReadAsStringAsync(Cancel);

        Assert.Contains("is wrong", await ChangeAsync("not the sentence at all", "another sentence, as advised"));
        Assert.Contains("needs 15", await ChangeAsync(ReviewServer.Password, "short"));
        Assert.Contains("was changed", await ChangeAsync(ReviewServer.Password, "another sentence, as advised"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/commitments", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/commitments", Cancel)).StatusCode);

        await ReviewServer.SubmitAsync(elsewhere, "/sign-in", "sign-in", "vera", "another sentence, as advised");
        await ReviewServer.SubmitAsync(browser, "/account", "everywhere", []);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/commitments", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/commitments", Cancel)).StatusCode);
    }

    private static async Task<string> RefusalAsync(HttpClient browser, string name)
    {
        var answer = await ReviewServer.SubmitAsync(browser, "/sign-in", "sign-in", name, "not the sentence at all");
        return HtmlForm.Alert(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
