using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PledgeMiner.App.Accounts;
using PledgeMiner.Recording;

namespace PledgeMiner.Tests.App;

/// <summary>The web program on a data folder of its own.</summary>
public sealed class ReviewServer : WebApplicationFactory<Program>
{
    private readonly TestFolder _folder = new();

    public Ledger Ledger => Services.GetRequiredService<Ledger>();

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("data", _folder.Path);

    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public async Task<string> SetupLinkAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await SetupLinks.IssueAsync(scope.ServiceProvider.GetRequiredService<AccountsContext>(), TimeProvider.System);
    }

    /// <summary>A browser in which an administrator has just been set up.</summary>
    public async Task<HttpClient> AdministratorAsync(string name = "ada")
    {
        var browser = Browser();
        var answer = await SubmitAsync(browser, $"/setup?link={await SetupLinkAsync()}", "setup", name, "a whole sentence, as advised");
        if ((int)answer.StatusCode != 302) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        return browser;
    }

    /// <summary>Fills the form of a page in and sends it, as a browser does.</summary>
    internal static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string page, string form, string name, string password)
    {
        var html = await browser.GetStringAsync(page);
        var fields = HtmlForm.Hidden(html);
        fields["_handler"] = form;
        fields["Input.Name"] = name;
        fields["Input.Password"] = password;
        return await browser.PostAsync(page, new FormUrlEncodedContent(fields));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
