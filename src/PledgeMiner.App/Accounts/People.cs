using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace PledgeMiner.App.Accounts;

/// <summary>An account as the page of people lists it.</summary>
/// <param name="Locked">By an administrator.</param>
/// <param name="LockedOutUntil">After wrong passwords.</param>
public sealed record Member(string Name, string Role, bool Locked, DateTimeOffset? LockedOutUntil);

/// <summary>An invitation that nobody has used yet.</summary>
public sealed record Invitation(string Name, string Role, string IssuedBy, DateTime ExpiresAt);

/// <summary>What came of an act: a refusal in one sentence, or null; and the secret of a link where one was made.</summary>
public sealed record PeopleAnswer(string? Refusal = null, string? Secret = null)
{
    public static readonly PeopleAnswer Done = new();
}

/// <summary>What administrators do with accounts. Each act asks anew who may act, and is audited in the transaction that does it.</summary>
public sealed class People(Acting acting, IServiceScopeFactory scopes, LiveAccounts live, AuditLog audit, TimeProvider clock)
{
    private const string Unknown = "There is no account of this name any more: load the page again.";

    public Task<PeopleAnswer> InviteAsync(string name, string role) => ActAsync(async (users, accounts, by) =>
    {
        if (!Roles.All.Contains(role)) return new("This role does not exist: choose one from the list.");
        if (!AccountErrors.IsName(name)) return new(AccountErrors.NameRule);
        if (await users.FindByNameAsync(name) is not null) return new("This name has an account already: give its holder a reset link instead.");
        audit.Add(accounts, by.Name, by.Role, AuditActs.Invite, name, role);
        return new(Secret: await SetupLinks.IssueAsync(accounts, clock, name, role, by.Name, renews: false));
    });

    public Task<PeopleAnswer> WithdrawAsync(string name) => ActAsync(async (_, accounts, by) =>
    {
        audit.Add(accounts, by.Name, by.Role, AuditActs.Withdraw, name);
        return await SetupLinks.EndAsync(accounts, name) > 0 ? PeopleAnswer.Done : new("This invitation was used or withdrawn already.");
    });

    public Task<PeopleAnswer> ResetLinkAsync(string name) => ActAsync(async (users, accounts, by) =>
    {
        if (await users.FindByNameAsync(name) is not { UserName: { } known } account) return new(Unknown);
        audit.Add(accounts, by.Name, by.Role, AuditActs.ResetLink, known);
        return new(Secret: await SetupLinks.IssueAsync(accounts, clock, known, (await users.GetRolesAsync(account)).FirstOrDefault() ?? Roles.Reader, by.Name, renews: true));
    });

    public Task<PeopleAnswer> SetRoleAsync(string name, string role) => ActAsync(async (users, accounts, by) =>
    {
        if (!Roles.All.Contains(role)) return new("This role does not exist: choose one from the list.");
        if (await users.FindByNameAsync(name) is not { } account) return new(Unknown);
        var before = await users.GetRolesAsync(account);
        if (role != Roles.Administrator && await IsLastAdministratorAsync(users, account)) return new(LastAdministrator);
        audit.Add(accounts, by.Name, by.Role, AuditActs.Role, account.UserName, $"{string.Join(", ", before)} -> {role}");
        await GiveRoleAsync(users, account, role);
        await EndSessionsAsync(users, accounts, account);
        return PeopleAnswer.Done;
    });

    public Task<PeopleAnswer> LockAsync(string name) => ActAsync(async (users, accounts, by) =>
    {
        if (await users.FindByNameAsync(name) is not { } account) return new(Unknown);
        if (await IsLastAdministratorAsync(users, account)) return new(LastAdministrator);
        audit.Add(accounts, by.Name, by.Role, AuditActs.Lock, account.UserName);
        Check(await users.SetLockoutEnabledAsync(account, true));
        Check(await users.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue));
        await EndSessionsAsync(users, accounts, account);
        return PeopleAnswer.Done;
    });

    /// <summary>Ends a lock, and a lock-out after wrong passwords.</summary>
    public Task<PeopleAnswer> UnlockAsync(string name) => ActAsync(async (users, accounts, by) =>
    {
        if (await users.FindByNameAsync(name) is not { } account) return new(Unknown);
        audit.Add(accounts, by.Name, by.Role, AuditActs.Unlock, account.UserName);
        Check(await users.SetLockoutEndDateAsync(account, null));
        Check(await users.ResetAccessFailedCountAsync(account));
        return PeopleAnswer.Done;
    });

    /// <returns>Everybody, and the invitations that are open; nothing for who may not see them.</returns>
    public async Task<(IReadOnlyList<Member> Members, IReadOnlyList<Invitation> Invitations)> ListAsync()
    {
        if (await acting.WhoMayAsync(Policies.ManagePeople) is null) return ([], []);
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsContext>();
        var now = clock.GetUtcNow();
        var rows = await accounts.Users.OrderBy(x => x.NormalizedUserName).Select(x => new
        {
            x.UserName,
            x.LockoutEnd,
            Role = accounts.UserRoles.Where(r => r.UserId == x.Id).Join(accounts.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name).FirstOrDefault(),
        }).ToListAsync();
        var invitations = await accounts.SetupLinks.Where(x => x.Name != null && !x.Renews && x.ExpiresAt > now.UtcDateTime)
            .OrderBy(x => x.Name).Select(x => new Invitation(x.Name!, x.Role, x.IssuedBy!, x.ExpiresAt)).ToListAsync();
        return ([.. rows.Select(x => new Member(x.UserName!, x.Role ?? "none", live.IsLocked(x.LockoutEnd), x.LockoutEnd > now ? x.LockoutEnd : null))], invitations);
    }

    /// <summary>Gives an account this role and no other.</summary>
    internal static async Task GiveRoleAsync(UserManager<Account> users, Account account, string role)
    {
        Check(await users.RemoveFromRolesAsync(account, await users.GetRolesAsync(account)));
        Check(await users.AddToRoleAsync(account, role));
    }

    private const string LastAdministrator = "This is the only administrator who can sign in: make somebody else one first.";

    private async Task<PeopleAnswer> ActAsync(Func<UserManager<Account>, AccountsContext, Person, Task<PeopleAnswer>> act)
    {
        if (await acting.WhoMayAsync(Policies.ManagePeople) is not { } by) return new(Acting.Refusal);
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsContext>();
        // Takes the database's write lock at once: of two administrators who lock each other, the second is refused.
        await using var transaction = await accounts.Database.BeginTransactionAsync();
        var answer = await act(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), accounts, by);
        if (answer.Refusal is not null) return answer;
        await accounts.SaveChangesAsync();
        await transaction.CommitAsync();
        return answer;
    }

    private async Task<bool> IsLastAdministratorAsync(UserManager<Account> users, Account account) =>
        (await users.GetUsersInRoleAsync(Roles.Administrator)).Where(x => !live.IsLocked(x.LockoutEnd)).ToList() is [var only] && only.Id == account.Id;

    /// <summary>A new stamp ends cookies and circuits; the links that the account has issued end with them.</summary>
    private static async Task EndSessionsAsync(UserManager<Account> users, AccountsContext accounts, Account account)
    {
        Check(await users.UpdateSecurityStampAsync(account));
        await accounts.SetupLinks.Where(x => x.IssuedBy == account.UserName).ExecuteDeleteAsync();
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(x => x.Description)));
    }
}
