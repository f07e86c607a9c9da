using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PledgeMiner.App.Accounts;

namespace PledgeMiner.Tests.App.Accounts;

/// <summary>The audit log takes in, keeps and gives out.</summary>
public sealed class AuditTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    private static readonly Person Analyst = new("grace", Roles.Analyst);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE \"Audit\" SET \"Who\" = 'somebody else'")]
    [InlineData("DELETE FROM \"Audit\"")]
    [InlineData("INSERT OR REPLACE INTO \"Audit\" (\"Id\", \"At\", \"Who\", \"What\") VALUES (1, '2026-01-01', 'somebody else', 'nothing')")]
    [InlineData("REPLACE INTO \"Audit\" (\"Id\", \"At\", \"Who\", \"What\") SELECT MAX(\"Id\"), '2026-01-01', 'somebody else', 'nothing' FROM \"Audit\"")]
    [InlineData("INSERT INTO \"Audit\" (\"Id\", \"At\", \"Who\", \"What\") VALUES (1, '2026-01-01', 'x', 'y') ON CONFLICT (\"Id\") DO UPDATE SET \"Who\" = 'somebody else'")]
    public async Task The_database_changes_and_drops_no_line(string sql)
    {
        await server.Audit.WriteAsync(Analyst, "accepted", "c1", cancel: Cancel);
        await using var accounts = await server.AccountsAsync();
        var before = await accounts.Audit.AsNoTracking().OrderBy(x => x.Id).Take(1).SingleAsync(Cancel);
        var refusal = await Assert.ThrowsAsync<SqliteException>(() => accounts.Database.ExecuteSqlRawAsync(sql, Cancel));
        Assert.Contains("append-only", refusal.Message);
        Assert.Equal(JsonSerializer.Serialize(before), JsonSerializer.Serialize(await accounts.Audit.AsNoTracking().SingleAsync(x => x.Id == before.Id, Cancel)));
    }

    [Fact]
    public async Task Every_administrative_act_is_in_it()
    {
        await using var own = new ReviewServer();
        using var admin = await own.AdministratorAsync();
        (await own.ColleagueAsync("bob", Roles.Reader)).Dispose();
        foreach (var act in new Func<People, Task<PeopleAnswer>>[] { x => x.InviteAsync("eve", Roles.Analyst), x => x.WithdrawAsync("eve"), x => x.SetRoleAsync("bob", Roles.Analyst), x => x.LockAsync("bob"), x => x.UnlockAsync("bob"), x => x.ResetLinkAsync("bob") })
            Assert.Null((await own.AsAsync("ada", act)).Refusal);
        using var browser = own.Browser();
        await ReviewServer.SubmitAsync(browser, "/sign-in", "sign-in", "bob", "not the sentence at all");
        await ReviewServer.SubmitAsync(browser, "/sign-in", "sign-in", "a password typed into the wrong field", "x");
        await ReviewServer.SubmitAsync(browser, "/sign-in", "sign-in", "bob", ReviewServer.Password);
        await ReviewServer.SubmitAsync(browser, "/account", "password", new() { ["Input.Current"] = ReviewServer.Password, ["Input.Password"] = "another sentence, as advised" });
        await browser.GetAsync("/people", Cancel);
        await ReviewServer.SubmitAsync(browser, "/account", "everywhere", []);

        var lines = (await own.Audit.ListAsync(new(), null, 100, Cancel)).Reverse().Select(x => $"{x.Who}/{x.Role}/{x.What}/{x.Subject}/{x.Detail}").ToList();

        Assert.Equal([
            "(console)//invite//administrator", "ada/administrator/joined/ada/by a link of (console)", "bob/reader/joined/bob/by a link of ada",
            "ada/administrator/invite/eve/analyst", "ada/administrator/invite withdrawn/eve/", "ada/administrator/role changed/bob/reader -> analyst",
            "ada/administrator/lock/bob/", "ada/administrator/unlock/bob/", "ada/administrator/reset link/bob/", "bob/analyst/sign-in failed/bob/",
            "(nobody)//sign-in failed//", "bob/analyst/sign-in/bob/", "bob/analyst/password changed/bob/", "bob/analyst/refused//people/", "bob/analyst/sign-out everywhere/bob/"], lines);
        Assert.DoesNotContain("typed into", string.Join('\n', lines));
    }

    [Fact]
    public async Task It_is_filtered_by_person_and_day()
    {
        await using var accounts = await server.AccountsAsync();
        foreach (var (at, who) in ((string, string)[])[("2020-01-01T23:59:59Z", "old"), ("2020-01-02T00:00:00Z", "old"), ("2020-01-02T23:59:59Z", "old"), ("2020-01-03T00:00:00Z", "old"), ("2020-01-02T12:00:00Z", "other")])
            accounts.Audit.Add(new AuditRow { At = DateTimeOffset.Parse(at).UtcDateTime, Who = who, What = "accepted" });
        await accounts.SaveChangesAsync(Cancel);
        var day = new DateOnly(2020, 1, 2);
        Assert.Equal(2, (await server.Audit.ListAsync(new("old", day, day), null, 100, Cancel)).Count);
        Assert.Equal(3, (await server.Audit.ListAsync(new("old", null, day), null, 100, Cancel)).Count);
        Assert.Equal(3, (await server.Audit.ListAsync(new(null, day, day), null, 100, Cancel)).Count);
        Assert.Equal(4, (await server.Audit.ListAsync(new("old", DateOnly.MinValue, DateOnly.MaxValue), null, 100, Cancel)).Count);
        Assert.Empty(await server.Audit.ListAsync(new("' OR 1=1 --"), null, 100, Cancel));
    }

    [Fact]
    public async Task It_is_exported_as_csv_and_json_lines()
    {
        using var browser = await server.AdministratorAsync("clerk");
        var detail = "=HYPERLINK(\"https://evil.invalid\",\"a\"), and\na second line";
        await server.Audit.WriteAsync(new Person("exporter", Roles.Analyst), "rejected", "c,2", detail, Cancel);

        var csv = await browser.GetAsync($"{AccountEndpoints.Export}?format=csv&who=exporter", Cancel);
        Assert.Equal("attachment", csv.Content.Headers.ContentDisposition!.DispositionType);
        var text = await csv.Content.ReadAsStringAsync(Cancel);
        Assert.StartsWith("id,at,who,role,what,subject,detail\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith(",\"exporter\",\"analyst\",\"rejected\",\"c,2\",\"'=HYPERLINK(\"\"https://evil.invalid\"\",\"\"a\"\"), and\na second line\"\r\n", text, StringComparison.Ordinal);

        var line = Assert.Single((await browser.GetStringAsync($"{AccountEndpoints.Export}?format=jsonl&who=exporter", Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(detail, JsonDocument.Parse(line).RootElement.GetProperty("detail").GetString());
        Assert.EndsWith("Z", JsonDocument.Parse(line).RootElement.GetProperty("at").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"{AccountEndpoints.Export}?format=xml", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"{AccountEndpoints.Export}?format=csv&from=yesterday", Cancel)).StatusCode);
        Assert.Contains(await server.Audit.ListAsync(new("clerk"), null, 10, Cancel), x => x.What == AuditActs.Export);
    }

    [Theory]
    [InlineData("=1+1"), InlineData("+1"), InlineData("-1"), InlineData("@SUM(A1)"), InlineData("\t=1"), InlineData("\r=1"), InlineData(" =1"), InlineData("\"=1"), InlineData("＝1")]
    public void A_cell_never_is_a_formula(string text) => Assert.StartsWith("\"'", AuditExport.Cell(text), StringComparison.Ordinal);

    [Fact]
    public async Task The_page_shows_it()
    {
        using var browser = await server.AdministratorAsync("viewer");
        await server.Audit.WriteAsync(new Person("shown", Roles.Analyst), "accepted", "<script>alert(1)</script>", cancel: Cancel);
        var html = await browser.GetStringAsync("/audit?who=shown", Cancel);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html);
        Assert.DoesNotContain("<script>alert", html);
    }
}
