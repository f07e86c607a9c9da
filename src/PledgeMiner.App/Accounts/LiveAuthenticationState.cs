using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace PledgeMiner.App.Accounts;

/// <summary>Ends an open page's session soon after its account was locked, given another role or a new password, or another page signed out.</summary>
internal sealed class LiveAuthenticationState(ILoggerFactory loggers, LiveAccounts accounts) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => accounts.Interval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancel) =>
        await accounts.FindAsync(state.User, cancel) is not null;
}
