using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PledgeMiner.Recording;

/// <summary>The ledger in an SQLite file.</summary>
public sealed class SqliteLedgerContext(DbContextOptions<SqliteLedgerContext> options) : LedgerContext(options)
{
    /// <summary>For `dotnet ef migrations add NAME --context SqliteLedgerContext`.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteLedgerContext>
    {
        public SqliteLedgerContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteLedgerContext>().UseSqlite("Data Source=design-time.db").Options);
    }
}
