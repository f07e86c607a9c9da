using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PledgeMiner.App.Accounts;
using PledgeMiner.Recording;

namespace PledgeMiner.Tests.App;

/// <summary>The web program on a real port of loopback and a data folder of its own.</summary>
public sealed class ReviewServer : WebApplicationFactory<Program>
{
    public const string Password = "a whole sentence, as advised";

    private readonly TestFolder _folder = new();
    private int _machines;

    public ReviewServer()
    {
        UseKestrel(0);
        StartServer();
    }

    public Ledger Ledger => Services.GetRequiredService<Ledger>();

    public AuditLog Audit => Services.GetRequiredService<AuditLog>();

    public Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("data", _folder.Path).UseSetting("urls", "http://127.0.0.1:0");

    /// <summary>A browser on a machine of its own, that nobody has signed in with, and that does not follow redirects by itself.</summary>
    public HttpClient Browser(CookieContainer? jar = null)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = jar ?? new() }) { BaseAddress = Address };
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", $"192.0.2.{Interlocked.Increment(ref _machines)}");
        return browser;
    }

    internal async Task<AccountsContext> AccountsAsync() => await Services.GetRequiredService<IDbContextFactory<AccountsContext>>().CreateDbContextAsync();

    public async Task<string> SetupLinkAsync()
    {
        await using var accounts = await AccountsAsync();
        return await SetupLinks.IssueAsync(accounts, TimeProvider.System);
    }

    /// <summary>A browser in which an administrator has just been set up.</summary>
    public async Task<HttpClient> AdministratorAsync(string name = "ada")
    {
        var browser = Browser();
        await SetUpAsync(browser, await SetupLinkAsync(), name);
        return browser;
    }

    /// <summary>A browser in which a colleague has just followed an invitation.</summary>
    public async Task<HttpClient> ColleagueAsync(string name, string role, CookieContainer? jar = null)
    {
        var browser = Browser(jar);
        await using var accounts = await AccountsAsync();
        await SetUpAsync(browser, await SetupLinks.IssueAsync(accounts, TimeProvider.System, name, role, "ada", renews: false), name);
        return browser;
    }

    /// <summary>What the page of people does when this administrator has it open.</summary>
    public async Task<PeopleAnswer> AsAsync(string administrator, Func<People, Task<PeopleAnswer>> act)
    {
        await using var circuit = await Circuit.OpenAsync(this, administrator);
        return await act(circuit.Get<People>());
    }

    /// <summary>Fills the form of a page in and sends it, as a browser does.</summary>
    internal static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string page, string form, string name, string password) =>
        await SubmitAsync(browser, page, form, new() { ["Input.Name"] = name, ["Input.Password"] = password });

    internal static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string page, string form, Dictionary<string, string> fields)
    {
        foreach (var (name, value) in HtmlForm.Hidden(await browser.GetStringAsync(page))) fields.TryAdd(name, value);
        fields["_handler"] = form;
        return await browser.PostAsync(page, new FormUrlEncodedContent(fields));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task SetUpAsync(HttpClient browser, string secret, string name)
    {
        var answer = await SubmitAsync(browser, $"/setup?link={secret}", "setup", name, Password);
        if ((int)answer.StatusCode != 302) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }
}
