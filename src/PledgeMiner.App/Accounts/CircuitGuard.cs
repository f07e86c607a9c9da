namespace PledgeMiner.App.Accounts;

/// <summary>
/// Cuts the connection of an open page whose account may no longer browse, at the second look: at the first, the page itself
/// is told by <see cref="LiveAuthenticationState"/> and goes to the sign-in. A client that does not listen is cut off here.
/// </summary>
internal static class CircuitGuard
{
    private const string Hub = "/_blazor";

    public static void Use(IApplicationBuilder app)
    {
        var (accounts, clock) = (app.ApplicationServices.GetRequiredService<LiveAccounts>(), app.ApplicationServices.GetRequiredService<TimeProvider>());
        app.UseWhen(x => x.Request.Path.StartsWithSegments(Hub), branch => branch.Use(async (http, next) =>
        {
            using var timer = new PeriodicTimer(accounts.Interval, clock);
            var running = next(http);
            var warned = false;
            while (await Task.WhenAny(running, timer.WaitForNextTickAsync(CancellationToken.None).AsTask()) != running)
            {
                if ((await accounts.FindAsync(http.User))?.May(Policies.Browse) == true) continue;
                if (warned) http.Abort();
                warned = true;
            }
            await running;
        }));
    }
}
