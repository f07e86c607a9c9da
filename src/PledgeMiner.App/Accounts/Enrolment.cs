using Microsoft.AspNetCore.Identity;

namespace PledgeMiner.App.Accounts;

/// <summary>What came of a set-up link: the account, or what stands in the way.</summary>
public sealed record Enrolled(Account? Account, IReadOnlyList<string> Refusals);

/// <summary>Turns a one-time link into an account with a password: a colleague's, a forgotten one's, or from the console an administrator's.</summary>
public sealed class Enrolment(AccountsContext accounts, UserManager<Account> users, AuditLog audit, TimeProvider clock)
{
    public Task<SetupLink?> FindAsync(string? secret) => SetupLinks.FindAsync(accounts, secret, clock);

    /// <returns>No account and no refusal where the link was used a moment ago.</returns>
    public async Task<Enrolled> RedeemAsync(SetupLink link, string chosenName, string password)
    {
        // The link, the account and its role change together or not at all.
        await using var transaction = await accounts.Database.BeginTransactionAsync();
        if (!await SetupLinks.RedeemAsync(accounts, link)) return new(null, []);
        var name = link.Name ?? chosenName.Trim();
        if (!AccountErrors.IsName(name)) return new(null, [AccountErrors.NameRule]);
        var account = await users.FindByNameAsync(name);
        var isNew = account is null;
        if (!isNew && !link.Renews) return new(null, ["Somebody has taken this name meanwhile: ask for another invitation."]);
        var result = account is null ? await users.CreateAsync(account = new Account { UserName = name }, password) : await RenewAsync(account, password, link);
        if (!result.Succeeded) return new(null, [.. result.Errors.Select(x => x.Description)]);
        if (isNew || link.Name is null) await People.GiveRoleAsync(users, account, link.Role);
        await SetupLinks.EndAsync(accounts, name);
        audit.Add(accounts, name, (await users.GetRolesAsync(account)).First(), isNew ? AuditActs.Joined : AuditActs.Password, name, $"by a link of {link.IssuedBy ?? AuditLog.Console}");
        await accounts.SaveChangesAsync();
        await transaction.CommitAsync();
        return new(account, []);
    }

    private async Task<IdentityResult> RenewAsync(Account account, string password, SetupLink link)
    {
        // Who runs the machine may let a locked administrator in again; a reset link does not undo a lock, only failed tries.
        if (link.Name is null) await users.SetLockoutEndDateAsync(account, null);
        await users.ResetAccessFailedCountAsync(account);
        return await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), password);
    }
}
