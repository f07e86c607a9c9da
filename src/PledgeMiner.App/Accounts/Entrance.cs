using Microsoft.AspNetCore.Identity;

namespace PledgeMiner.App.Accounts;

/// <summary>Lets people in and out, and tells the audit log. It never says whether a name exists.</summary>
public sealed class Entrance(SignInManager<Account> signIn, AuditLog audit)
{
    /// <summary>The same sentence for every refusal, as another would tell who has an account.</summary>
    public const string Refusal = "Name or password is wrong, or this account is locked. After ten wrong passwords it is locked for a quarter of an hour.";

    public async Task<bool> EnterAsync(string name, string password)
    {
        var users = signIn.UserManager;
        if (await users.FindByNameAsync(name) is not { UserName: { } known } account)
        {
            // As long as checking a real one takes.
            users.PasswordHasher.HashPassword(new Account(), password);
            await audit.WriteAsync(AuditLog.Nobody, null, AuditActs.SignInFailed);
            return false;
        }
        var role = (await users.GetRolesAsync(account)).FirstOrDefault();
        var wasLocked = await users.IsLockedOutAsync(account);
        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            if (wasLocked) users.PasswordHasher.HashPassword(account, password);
            await audit.WriteAsync(known, role, result.IsLockedOut && !wasLocked ? AuditActs.LockOut : AuditActs.SignInFailed, known, wasLocked ? "while locked" : null);
            return false;
        }
        await audit.WriteAsync(known, role, AuditActs.SignIn, known);
        await signIn.SignInAsync(account, isPersistent: false);
        return true;
    }

    /// <summary>Ends every session of an account, on every device.</summary>
    public async Task LeaveEverywhereAsync(Account account, Person person)
    {
        await audit.WriteAsync(person, AuditActs.SignOutEverywhere, person.Name);
        await signIn.UserManager.UpdateSecurityStampAsync(account);
        await signIn.SignOutAsync();
    }
}
