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
    public static void Add(IServiceCollection services, string dataFolder)
    {
        services.AddDbContextFactory<AccountsContext>(x => x.UseSqlite($"Data Source={AccountsContext.FileIn(dataFolder)}"));
        services.AddIdentityCore<Account>(x =>
        {
            // PasswordRules is the one home of what a password must be.
            x.Password = new PasswordOptions { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            x.Lockout.MaxFailedAccessAttempts = 10;
            x.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddRoles<IdentityRole>().AddEntityFrameworkStores<AccountsContext>().AddSignInManager().AddDefaultTokenProviders()
            .AddPasswordValidator<PasswordRules>().AddErrorDescriber<AccountErrors>().AddClaimsPrincipalFactory<SessionClaims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(x => x.ApplicationCookie!.Configure(c =>
        {
            c.LoginPath = "/sign-in";
            c.ReturnUrlParameter = "back";
            c.Cookie.Name = "pledgeminer";
            c.Cookie.HttpOnly = true;
            c.Cookie.SameSite = SameSiteMode.Strict;
            // Over http only loopback is served.
            c.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            c.ExpireTimeSpan = Sessions.Lifetime;
            c.Events.OnValidatePrincipal = Refusals.ValidateAsync;
            c.Events.OnRedirectToLogin = Refusals.SignInAsync;
            c.Events.OnRedirectToAccessDenied = Refusals.DenyAsync;
        }));
        services.AddAntiforgery(x =>
        {
            x.Cookie.Name = "pledgeminer.form";
            x.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // OWASP's figure for PBKDF2 with SHA-512; the framework's own is 100,000.
        services.Configure<PasswordHasherOptions>(x => x.IterationCount = 210_000);
        var rights = services.AddAuthorizationBuilder().SetFallbackPolicy(Policy(Policies.Browse));
        foreach (var policy in Policies.RolesThatMay.Keys) rights.AddPolicy(policy, Policy(policy));
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        services.AddSingleton<LiveAccounts>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<AuditLog>();
        services.AddScoped<Acting>();
        services.AddScoped<People>();
        services.AddScoped<Enrolment>();
        services.AddScoped<Entrance>();
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

    /// <summary>Prints a link that sets up an administrator, also while the program runs.</summary>
    /// <exception cref="InvalidDataException">There are no accounts yet, or they are of an earlier version.</exception>
    public static async Task ResetAsync(string dataFolder, string baseAddress, CancellationToken cancel)
    {
        var file = AccountsContext.FileIn(dataFolder);
        if (!File.Exists(file)) throw new InvalidDataException($"{file} does not exist: start the app once, it prints the first link itself.");
        await using var accounts = new AccountsContext(AccountsContext.Options(file));
        if ((await accounts.Database.GetPendingMigrationsAsync(cancel)).Any()) throw new InvalidDataException($"{file} is of an earlier version: start the app once, it brings it up to date.");
        await AnnounceAsync(accounts, baseAddress);
    }

    /// <summary>Prints a fresh one-time link to the console, where only who runs the program sees it.</summary>
    private static async Task AnnounceAsync(AccountsContext accounts, string baseAddress)
    {
        accounts.Audit.Add(new AuditRow { At = DateTime.UtcNow, Who = AuditLog.Console, What = AuditActs.Invite, Detail = Roles.Administrator });
        var secret = await SetupLinks.IssueAsync(accounts, TimeProvider.System);
        Console.WriteLine();
        Console.WriteLine("Create the administrator with this link; it works once, within 24 hours:");
        Console.WriteLine($"  {baseAddress.TrimEnd('/')}/setup?link={secret}");
        Console.WriteLine();
    }

    private static AuthorizationPolicy Policy(string name) => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new Right(name)).Build();
}
