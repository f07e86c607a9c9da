namespace PledgeMiner.App;

/// <summary>
/// Refuses what another site makes a browser send: every request that changes something, and every connection of an open page.
/// The forms' tokens stand behind it.
/// </summary>
internal static class SameOrigin
{
    public static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsSafe(context.Request) || IsOurs(context.Request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("This was sent from a page of another site: open PledgeMiner itself and try again.", context.RequestAborted);
    });

    /// <summary>A WebSocket begins with a GET that no browser keeps to its own site.</summary>
    private static bool IsSafe(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) && !request.Path.StartsWithSegments("/_blazor");

    /// <summary>Browsers say where a request comes from, and no page can make them lie; a request that says nothing comes from no browser.</summary>
    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(Authority(request), StringComparison.OrdinalIgnoreCase));
    }

    private static string Authority(HttpRequest request) => new Uri($"{request.Scheme}://{request.Host}").Authority;
}
