using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PledgeMiner.App.Accounts;

/// <summary>Issues and redeems the one-time links that make an administrator.</summary>
public static class SetupLinks
{
    /// <summary>Long enough to be found on the console the next morning.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Makes a link; every earlier one ends.</summary>
    /// <returns>The secret that the link carries.</returns>
    public static async Task<string> IssueAsync(AccountsContext accounts, TimeProvider clock)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await accounts.SetupLinks.ExecuteDeleteAsync();
        accounts.SetupLinks.Add(new SetupLink { Hash = HashOf(secret), ExpiresAt = clock.GetUtcNow().UtcDateTime + Life });
        await accounts.SaveChangesAsync();
        return secret;
    }

    public static Task<bool> IsValidAsync(AccountsContext accounts, string? secret, TimeProvider clock)
    {
        var (hash, now) = (HashOf(secret ?? ""), clock.GetUtcNow().UtcDateTime);
        return accounts.SetupLinks.AnyAsync(x => x.Hash == hash && x.ExpiresAt > now);
    }

    /// <summary>Uses a link up.</summary>
    /// <returns>False where it is unknown, expired, or used already, even a moment ago.</returns>
    public static async Task<bool> RedeemAsync(AccountsContext accounts, string? secret, TimeProvider clock)
    {
        var (hash, now) = (HashOf(secret ?? ""), clock.GetUtcNow().UtcDateTime);
        return await accounts.SetupLinks.Where(x => x.Hash == hash && x.ExpiresAt > now).ExecuteDeleteAsync() == 1;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
