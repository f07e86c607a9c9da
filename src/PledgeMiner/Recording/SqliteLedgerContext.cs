using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>The ledger in an SQLite file.</summary>
public sealed class SqliteLedgerContext(DbContextOptions<SqliteLedgerContext> options) : LedgerContext(options)
{
    internal override IQueryable<CommitmentRow> Matching(string text)
    {
        var query = FullTextQuery.Of(text);
        // Nothing but punctuation was typed: the search knows no words to look for.
        if (query.Length == 0) return Commitments.Where(x => false);
        return Commitments.FromSql($"SELECT * FROM commitments WHERE Number IN (SELECT rowid FROM quotes WHERE quotes MATCH {query})");
    }

    internal override Task IndexAsync(long number, string quote, string? title, CancellationToken cancel) =>
        Database.ExecuteSqlAsync($"INSERT INTO quotes(rowid, quote, title) VALUES ({number}, {quote}, {title})", cancel);

    /// <summary>For `dotnet ef migrations add NAME --context SqliteLedgerContext`.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteLedgerContext>
    {
        public SqliteLedgerContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteLedgerContext>().UseSqlite("Data Source=design-time.db").Options);
    }
}
