using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace PledgeMiner.App.Accounts;

/// <summary>Which cookies count, and where a request goes that may not go where it wanted: a person's to a page, a program's to a status code.</summary>
internal static class Refusals
{
    public const string DeniedPage = "/denied";

    public static Task SignInAsync(RedirectContext<CookieAuthenticationOptions> context) => AnswerAsync(context, context.RedirectUri, StatusCodes.Status401Unauthorized);

    public static async Task DenyAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var services = context.HttpContext.RequestServices;
        var person = await services.GetRequiredService<LiveAccounts>().FindAsync(context.HttpContext.User, context.HttpContext.RequestAborted);
        await services.GetRequiredService<AuditLog>().WriteAsync(context.HttpContext.User.Identity?.Name ?? AuditLog.Nobody, person?.Role, AuditActs.Refused, context.Request.Path);
        await AnswerAsync(context, DeniedPage, StatusCodes.Status403Forbidden);
    }

    /// <summary>A cookie of an account that was locked or changed since is worth nothing, from the next request on.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var accounts = context.HttpContext.RequestServices.GetRequiredService<LiveAccounts>();
        if (context.Principal is { } user && await accounts.FindAsync(user, context.HttpContext.RequestAborted) is not null) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, string page, int status)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor")) context.Response.Redirect(page);
        else context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
