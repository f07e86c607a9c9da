using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace PledgeMiner.App.Accounts;

/// <summary>
/// Each sign-in is a session, named by a claim in its cookie. Signing out ends it for its other open pages too, and for whoever kept a copy of
/// the cookie: it is remembered among the account's tokens until the cookie has run out.
/// </summary>
public sealed class Sessions(IDbContextFactory<AccountsContext> contexts, IOptions<IdentityOptions> options, TimeProvider clock)
{
    /// <summary>How long a cookie lasts that nobody uses; none that was ended is ever renewed.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    internal const string Claim = "session";
    internal const string Ended = "ended-session";

    /// <summary>Ends the session of a cookie; the account's others go on.</summary>
    public async Task EndAsync(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(options.Value.ClaimsIdentity.UserIdClaimType) is not { } id || user.FindFirstValue(Claim) is not { } session) return;
        await using var accounts = await contexts.CreateDbContextAsync();
        var (now, until) = (clock.GetUtcNow().ToString("O"), (clock.GetUtcNow() + Lifetime).ToString("O"));
        await accounts.UserTokens.Where(x => x.UserId == id && x.LoginProvider == Ended && string.Compare(x.Value, now) < 0).ExecuteDeleteAsync();
        // Two pages may sign out at once.
        await accounts.Database.ExecuteSqlAsync($"INSERT OR IGNORE INTO AspNetUserTokens (UserId, LoginProvider, Name, Value) VALUES ({id}, {Ended}, {session}, {until})");
    }
}

/// <summary>Gives each sign-in's cookie the name of its session.</summary>
internal sealed class SessionClaims(UserManager<Account> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account, IdentityRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Sessions.Claim, Guid.NewGuid().ToString("N")));
        return identity;
    }
}
