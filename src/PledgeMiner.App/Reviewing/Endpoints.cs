using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using PledgeMiner.App.Accounts;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Reviewing;

/// <summary>What the pages link to that is no page of ours.</summary>
internal static class Endpoints
{
    /// <summary>/evidence/ID: a stored page as it was fetched, inert.</summary>
    public static void MapStoredPages(this IEndpointRouteBuilder app) => app.MapGet("/evidence/{id:long}", async (long id, Ledger ledger, HttpContext http) =>
    {
        if (await ledger.PageAsync(id, http.RequestAborted) is not { } stored)
            return Results.Problem($"No page {id} is stored.", statusCode: StatusCodes.Status404NotFound);
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.StoredPagePolicy;
        http.Response.Headers["X-Page-Sha256"] = stored.Page.Hash;
        var type = stored.Page.ContentType ?? TypeOf(stored.Page.Address);
        // Only text is shown; everything else is handed over as a file.
        return type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)
            ? Results.Bytes(stored.Page.Body, type)
            : Results.File(stored.Page.Body, "application/octet-stream", $"page-{id}{Path.GetExtension(stored.Page.Address.AbsolutePath)}");
    });

    public static void MapSignOut(this IEndpointRouteBuilder app) => app.MapPost("/sign-out", async (SignInManager<Account> signIn, IAntiforgery forgery, HttpContext http) =>
    {
        if (!await forgery.IsRequestValidAsync(http)) return Results.Problem("This form was not sent from a page of ours: load the page again.", statusCode: StatusCodes.Status400BadRequest);
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/sign-in");
    });

    private static string TypeOf(Uri address) => Path.GetExtension(address.AbsolutePath).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => "text/html; charset=utf-8",
        ".txt" or ".md" or ".text" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
