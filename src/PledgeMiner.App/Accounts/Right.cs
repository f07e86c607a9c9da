using Microsoft.AspNetCore.Authorization;

namespace PledgeMiner.App.Accounts;

/// <summary>Asks that the account behind a cookie or circuit may do something now.</summary>
internal sealed record Right(string Policy) : IAuthorizationRequirement;

/// <summary>Answers from the accounts' database alone; what roles a cookie claims counts for nothing.</summary>
internal sealed class RightHandler(LiveAccounts accounts) : AuthorizationHandler<Right>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Right requirement)
    {
        if ((await accounts.FindAsync(context.User))?.May(requirement.Policy) == true) context.Succeed(requirement);
    }
}
