using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace PledgeMiner.App.Accounts;

/// <summary>Where a request goes that may not go where it wanted: a person's to a page, a program's to a status code.</summary>
internal static class Refusals
{
    public const string DeniedPage = "/denied";

    public static Task SignInAsync(RedirectContext<CookieAuthenticationOptions> context) => AnswerAsync(context, context.RedirectUri, StatusCodes.Status401Unauthorized);

    public static async Task DenyAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var services = context.HttpContext.RequestServices;
        var person = await services.GetRequiredService<LiveAccounts>().FindAsync(context.HttpContext.User, context.HttpContext.RequestAborted);
        await services.GetRequiredService<AuditLog>().WriteAsync(context.HttpContext.User.Identity?.Name ?? AuditLog.Nobody, person?.Role, AuditActs.Refused, context.Request.Path);
        if (person is not null)
        {
            await AnswerAsync(context, DeniedPage, StatusCodes.Status403Forbidden);
            return;
        }
        // Locked, or changed since the sign-in: the cookie is worth nothing any more.
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
        await AnswerAsync(context, context.Options.LoginPath, StatusCodes.Status401Unauthorized);
    }

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, string page, int status)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor")) context.Response.Redirect(page);
        else context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
