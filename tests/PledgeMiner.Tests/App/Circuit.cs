using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PledgeMiner.App.Accounts;

namespace PledgeMiner.Tests.App;

/// <summary>The services of an open page, signed in as somebody was when it was opened: what a forged message would reach.</summary>
internal sealed class Circuit : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;

    private Circuit(AsyncServiceScope scope) => _scope = scope;

    public static async Task<Circuit> OpenAsync(ReviewServer server, string name)
    {
        var scope = server.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        var user = await signIn.CreateUserPrincipalAsync((await signIn.UserManager.FindByNameAsync(name))!);
        ((IHostEnvironmentAuthenticationStateProvider)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>()).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        return new(scope);
    }

    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
