using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PledgeMiner.App;
using PledgeMiner.App.Accounts;
using PledgeMiner.Recording;

namespace PledgeMiner.BrowserTests;

/// <summary>The program inside the test's own process, so that a test can put pages into its ledger; served on a free port of loopback.</summary>
internal sealed class HostedApp : IAsyncDisposable
{
    private const string Password = "a whole sentence, as advised";

    private readonly WebApplication _app;
    private readonly DataFolder _folder;

    private HostedApp(WebApplication app, DataFolder folder) => (_app, _folder) = (app, folder);

    public Ledger Ledger => _app.Services.GetRequiredService<Ledger>();

    public IFrontier Frontier => _app.Services.GetRequiredService<IFrontier>();

    public LiveAccounts Accounts => _app.Services.GetRequiredService<LiveAccounts>();

    public AuditLog Audit => _app.Services.GetRequiredService<AuditLog>();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<HostedApp> StartAsync(Action<Settings>? adjust = null)
    {
        // A busy machine takes its time.
        Assertions.SetDefaultExpectTimeout(30_000);
        var settings = new Settings { Data = Directory.CreateTempSubdirectory("pledgeminer-browser-").FullName, Urls = "http://127.0.0.1:0" };
        adjust?.Invoke(settings);
        var folder = DataFolder.Open(settings.Data).Folder!;
        var app = await WebHost.BuildAsync(settings, folder);
        await app.StartAsync();
        return new(app, folder);
    }

    /// <summary>Meddles with the ledger's database, as no code of the program does.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder.LedgerFile}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public string At(string path) => new Uri(Address, path).AbsoluteUri;

    /// <summary>A browser in which somebody new has just set their password: a colleague with this role, or the first administrator.</summary>
    public async Task<IPage> JoinAsync(IBrowser browser, string name, string role, ColorScheme colours = ColorScheme.Light)
    {
        await using var accounts = await _app.Services.GetRequiredService<IDbContextFactory<AccountsContext>>().CreateDbContextAsync();
        var secret = await SetupLinks.IssueAsync(accounts, TimeProvider.System, name, role, "ada", renews: false);
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 860 }, ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce, BaseURL = Address.AbsoluteUri });
        var page = await context.NewPageAsync();
        await EnterAsync(page, At($"/setup?link={secret}"));
        return page;
    }

    /// <summary>Follows a set-up link and chooses the password.</summary>
    public static async Task EnterAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up and sign in" }).ClickAsync();
        await page.WaitForURLAsync(x => !x.Contains("/setup", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        // Waits for the jobs, since one that still writes would leave files behind; browsers are to be closed before.
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder.Path, recursive: true);
    }
}
