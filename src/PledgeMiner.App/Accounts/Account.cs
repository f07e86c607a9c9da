using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PledgeMiner.App.Accounts;

/// <summary>Somebody who may sign in.</summary>
public sealed class Account : IdentityUser;

/// <summary>What an account may do.</summary>
public static class Roles
{
    public const string Administrator = "administrator";
    public const string Analyst = "analyst";
    public const string Adjudicator = "adjudicator";

    public static readonly IReadOnlyList<string> All = [Administrator, Analyst, Adjudicator];
}

/// <summary>A one-time link that lets its holder set up an administrator.</summary>
public sealed class SetupLink
{
    /// <summary>SHA-256 of the secret in the link; the secret itself is kept nowhere.</summary>
    public required string Hash { get; set; }
    public DateTime ExpiresAt { get; set; }
}

/// <summary>Accounts, in a database of their own beside the ledger.</summary>
public sealed class AccountsContext(DbContextOptions<AccountsContext> options) : IdentityDbContext<Account>(options)
{
    public DbSet<SetupLink> SetupLinks => Set<SetupLink>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<SetupLink>().ToTable("SetupLinks").HasKey(x => x.Hash);
    }

    /// <summary>For `dotnet ef migrations add NAME --context AccountsContext`.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<AccountsContext>
    {
        public AccountsContext CreateDbContext(string[] args) => new(Options("design-time.db"));
    }

    internal static DbContextOptions<AccountsContext> Options(string file) =>
        new DbContextOptionsBuilder<AccountsContext>().UseSqlite($"Data Source={file}").Options;

    internal static string FileIn(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), "accounts.db");
}
