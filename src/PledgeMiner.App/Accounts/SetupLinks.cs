using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PledgeMiner.App.Accounts;

/// <summary>Issues and redeems the one-time links that set accounts up.</summary>
public static class SetupLinks
{
    /// <summary>The console's and a reset's: long enough to be found the next morning.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>An invitation's: sent on a Friday, it works on Monday.</summary>
    private static readonly TimeSpan InvitationLife = TimeSpan.FromHours(72);

    /// <summary>Makes a link that sets up an administrator, for the console; every earlier one of the console ends.</summary>
    /// <returns>The secret that the link carries.</returns>
    public static async Task<string> IssueAsync(AccountsContext accounts, TimeProvider clock)
    {
        await accounts.SetupLinks.Where(x => x.IssuedBy == null).ExecuteDeleteAsync();
        return await AddAsync(accounts, new SetupLink { Role = Roles.Administrator, Renews = true }, clock, Life);
    }

    /// <summary>Makes a link for one account, new or existing; every earlier one for it ends.</summary>
    /// <returns>The secret that the link carries.</returns>
    public static async Task<string> IssueAsync(AccountsContext accounts, TimeProvider clock, string name, string role, string issuedBy, bool renews)
    {
        await EndAsync(accounts, name);
        var link = new SetupLink { Name = name, Role = role, IssuedBy = issuedBy, Renews = renews };
        return await AddAsync(accounts, link, clock, link.Renews ? Life : InvitationLife);
    }

    public static async Task<SetupLink?> FindAsync(AccountsContext accounts, string? secret, TimeProvider clock)
    {
        var (hash, now) = (HashOf(secret ?? ""), clock.GetUtcNow().UtcDateTime);
        return await accounts.SetupLinks.AsNoTracking().FirstOrDefaultAsync(x => x.Hash == hash && x.ExpiresAt > now);
    }

    /// <summary>Ends every link for one account.</summary>
    public static Task<int> EndAsync(AccountsContext accounts, string name) => accounts.SetupLinks.Where(x => x.Name == name).ExecuteDeleteAsync();

    /// <summary>Uses a link up.</summary>
    /// <returns>False where it was used already, even a moment ago.</returns>
    public static async Task<bool> RedeemAsync(AccountsContext accounts, SetupLink link) =>
        await accounts.SetupLinks.Where(x => x.Hash == link.Hash).ExecuteDeleteAsync() == 1;

    private static async Task<string> AddAsync(AccountsContext accounts, SetupLink link, TimeProvider clock, TimeSpan life)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        (link.Hash, link.ExpiresAt) = (HashOf(secret), clock.GetUtcNow().UtcDateTime + life);
        accounts.SetupLinks.Add(link);
        await accounts.SaveChangesAsync();
        return secret;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
