using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PledgeMiner.App.Accounts;

/// <summary>Accounts and the audit log, in a database of their own beside the ledger.</summary>
public sealed class AccountsContext(DbContextOptions<AccountsContext> options) : IdentityDbContext<Account>(options)
{
    public DbSet<SetupLink> SetupLinks => Set<SetupLink>();

    /// <summary>Append-only: triggers in the database refuse updates and deletions.</summary>
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<SetupLink>().ToTable("SetupLinks").HasKey(x => x.Hash);
        builder.Entity<AuditRow>(x =>
        {
            x.ToTable("Audit").HasKey(row => row.Id);
            x.HasIndex(row => row.Who);
            x.HasIndex(row => row.At);
        });
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
