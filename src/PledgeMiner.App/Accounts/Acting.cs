using Microsoft.AspNetCore.Components.Authorization;

namespace PledgeMiner.App.Accounts;

/// <summary>Who acts on an open page. To be asked at each act: a hidden button is no defence, since a circuit's messages can be forged.</summary>
public sealed class Acting(AuthenticationStateProvider signed, LiveAccounts accounts, AuditLog audit)
{
    /// <summary>What a page says where the answer was null.</summary>
    public const string Refusal = "Your account may no longer do this: load the page again.";

    /// <returns>Null where the account may not do this now; the attempt is in the audit log.</returns>
    public async Task<Person?> WhoMayAsync(string policy)
    {
        var user = (await signed.GetAuthenticationStateAsync()).User;
        var person = await accounts.FindAsync(user);
        if (person?.May(policy) == true) return person;
        await audit.WriteAsync(user.Identity?.Name ?? AuditLog.Nobody, person?.Role, AuditActs.Refused, policy);
        return null;
    }
}
