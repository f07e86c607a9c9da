using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Accounts;

/// <summary>Sign-in: its services, and what has to be in place before the first request.</summary>
internal static class AccountServices
{
    /// <summary>NIST SP 800-63B-4, 3.1.1.2: length is what counts for a password that stands alone, not its mixture.</summary>
    private const int PasswordLength = 15;

    public static void Add(IServiceCollection services, string dataFolder)
    {
        services.AddDbContext<AccountsContext>(x => x.UseSqlite($"Data Source={AccountsContext.FileIn(dataFolder)}"));
        services.AddIdentityCore<Account>(x =>
        {
            x.Password.RequiredLength = PasswordLength;
            x.Password.RequireDigit = x.Password.RequireLowercase = x.Password.RequireUppercase = x.Password.RequireNonAlphanumeric = false;
            x.Lockout.MaxFailedAccessAttempts = 10;
            x.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddRoles<IdentityRole>().AddEntityFrameworkStores<AccountsContext>().AddSignInManager().AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(x => x.ApplicationCookie!.Configure(c =>
        {
            c.LoginPath = "/sign-in";
            c.AccessDeniedPath = "/sign-in";
            c.ReturnUrlParameter = "back";
            c.Cookie.Name = "pledgeminer";
            c.Cookie.SameSite = SameSiteMode.Strict;
            c.ExpireTimeSpan = TimeSpan.FromHours(12);
        }));
        services.Configure<SecurityStampValidatorOptions>(x => x.ValidationInterval = TimeSpan.FromSeconds(30));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Roles.Administrator, x => x.RequireRole(Roles.Administrator));
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, LiveAuthenticationState>();
        services.AddDataProtection().SetApplicationName("PledgeMiner").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(Path.GetFullPath(dataFolder), "keys")));
    }

    /// <summary>Brings the database up to date and prints a one-time link while there is no administrator.</summary>
    public static async Task PrepareAsync(IServiceProvider services, string baseAddress)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsContext>();
        SqliteMigration.Run(accounts);
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>();
        foreach (var role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role)) await roles.CreateAsync(new IdentityRole(role));
        }
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if ((await people.GetUsersInRoleAsync(Roles.Administrator)).Count == 0)
            await AnnounceAsync(accounts, baseAddress);
    }

    /// <summary>Prints a fresh one-time link to the console, where only who runs the program sees it.</summary>
    public static async Task AnnounceAsync(AccountsContext accounts, string baseAddress)
    {
        var secret = await SetupLinks.IssueAsync(accounts, TimeProvider.System);
        Console.WriteLine();
        Console.WriteLine("Create the administrator with this link; it works once, within 24 hours:");
        Console.WriteLine($"  {baseAddress.TrimEnd('/')}/setup?link={secret}");
        Console.WriteLine();
    }
}
