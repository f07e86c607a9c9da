using Microsoft.Net.Http.Headers;
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
        // Only text is shown; everything else is handed over as a file.
        return ShownAs(stored.Page.ContentType ?? TypeOf(stored.Page.Address)) is { } type
            ? Results.Bytes(stored.Page.Body, type)
            : Results.File(stored.Page.Body, "application/octet-stream", $"page-{id}{ExtensionOf(stored.Page.Address)}");
    });

    /// <summary>The type in words of ours: what a site declared is not repeated to a browser as it came.</summary>
    private static string? ShownAs(string declared)
    {
        if (!MediaTypeHeaderValue.TryParse(declared, out var parsed) || parsed.MediaType.Value?.ToLowerInvariant() is not (("text/html" or "text/plain") and var type)) return null;
        return parsed.Encoding is { } encoding ? $"{type}; charset={encoding.WebName}" : type;
    }

    /// <summary>An ending that starts no program when the file is opened.</summary>
    private static string ExtensionOf(Uri address) => Path.GetExtension(address.AbsolutePath).ToLowerInvariant() is (".pdf" or ".docx" or ".txt") and var known ? known : ".bin";

    private static string TypeOf(Uri address) => Path.GetExtension(address.AbsolutePath).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => "text/html; charset=utf-8",
        ".txt" or ".md" or ".text" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
