using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using MudBlazor.Services;
using PledgeMiner.App.Accounts;
using PledgeMiner.App.Jobs;
using PledgeMiner.App.Reviewing;
using PledgeMiner.Recording;
using Serilog;

namespace PledgeMiner.App;

/// <summary>The web program: its services, its pages and its jobs, wired on one screen.</summary>
internal static class WebHost
{
    public const string Dashboard = "/jobs";

    public static async Task<WebApplication> BuildAsync(Settings settings, DataFolder folder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Urls).UseStaticWebAssets();
        builder.Services.AddSerilog(x => x.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning).MinimumLevel.Override("Microsoft.Hosting.Lifetime", Serilog.Events.LogEventLevel.Information)
            // The keys are guarded by the data folder's permissions; the framework would rather have a certificate.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", Serilog.Events.LogEventLevel.Error)
            .MinimumLevel.Override("Hangfire", Serilog.Events.LogEventLevel.Warning)
            .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}"));
        AddParts(builder.Services, settings, folder);
        AccountServices.Add(builder.Services, settings.Data);
        RateLimits.Add(builder.Services);
        // A name that an attacker's domain points here under (DNS rebinding) is none of ours.
        builder.Services.Configure<HostFilteringOptions>(x => x.AllowedHosts = settings.AllowedHosts);
        // Believed from loopback alone, where the proxy that speaks TLS runs.
        builder.Services.Configure<ForwardedHeadersOptions>(x => (x.ForwardedHeaders, x.AllowedHosts) = (ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, settings.AllowedHosts));
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
        builder.Services.AddHealthChecks();
        // Named here, as the library's own choice is whatever was last set in the process: of two instances in one, either might run the other's jobs.
        builder.Services.AddSingleton<JobStorage>(_ => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) }));
        builder.Services.AddSingleton<JobActivator, AspNetCoreJobActivator>();
        builder.Services.AddHangfire((services, x) => x.UseStorage(services.GetRequiredService<JobStorage>()).UseRecommendedSerializerSettings());
        // In memory a look at what is due costs next to nothing; the library's own interval of 15 s would keep a first visitor waiting after a failure that passes.
        builder.Services.AddHangfireServer(x => (x.WorkerCount, x.SchedulePollingInterval) = (Crawls.Workers, TimeSpan.FromSeconds(1)));

        var app = builder.Build();
        await AccountServices.PrepareAsync(app.Services, settings.Urls.Split(';')[0]);
        app.UseForwardedHeaders();
        app.UseHsts();
        SecurityHeaders.Use(app);
        SameOrigin.Use(app);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        CircuitGuard.Use(app);
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
        // Our own policy forbids framing altogether; the framework's would be a second, weaker one.
        app.MapRazorComponents<Shell>().AddInteractiveServerRenderMode(x => x.ContentSecurityFrameAncestorsPolicy = null);
        app.MapStoredPages();
        app.MapAccounts();
        // Read-only: jobs are begun by the schedule, not by a click that another site might borrow.
        app.MapHangfireDashboardWithAuthorizationPolicy(Policies.ManageJobs, Dashboard, new DashboardOptions { IsReadOnlyFunc = _ => true });
        app.Services.GetRequiredService<Schedules>().Start();
        return app;
    }

    private static void AddParts(IServiceCollection services, Settings settings, DataFolder folder)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Ledger.Open(folder, secondOpinions: settings.SecondOpinions));
        services.AddScoped<Desk>();
        // Loaded at once: a missing model is to be told at the start, not in the night.
        services.AddSingleton(Parts.Miner(settings));
        Crawls.Add(services, settings);
        services.AddSingleton<CrawlJob>();
        services.AddSingleton<Schedules>();
    }
}
