using PledgeMiner.Recording;

namespace PledgeMiner.App.Reviewing;

/// <summary>What the pages link to that is no page of ours.</summary>
internal static class Endpoints
{
    /// <summary>/evidence/ID: a stored page, inert; /evidence/ID/bytes: the same as it was fetched, as a file.</summary>
    public static void MapStoredPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/evidence/{id:long}", (long id, Ledger ledger, HttpContext http) => ShowAsync(id, ledger, http, asFile: false));
        app.MapGet("/evidence/{id:long}/bytes", (long id, Ledger ledger, HttpContext http) => ShowAsync(id, ledger, http, asFile: true));
    }

    private static async Task<IResult> ShowAsync(long id, Ledger ledger, HttpContext http, bool asFile)
    {
        if (await ledger.PageAsync(id, http.RequestAborted) is not { } stored)
            return Results.Problem($"No page {id} is stored.", statusCode: StatusCodes.Status404NotFound);
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.StoredPagePolicy;
        http.Response.Headers["X-Page-Sha256"] = stored.Page.Hash;
        return !asFile && InertPage.Of(stored.Page) is { } shown
            ? Results.Bytes(shown.Body, shown.Type)
            : Results.File(stored.Page.Body, "application/octet-stream", $"page-{id}{InertPage.ExtensionOf(stored.Page.Address)}");
    }
}
