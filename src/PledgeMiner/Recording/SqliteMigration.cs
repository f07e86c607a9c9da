using Microsoft.EntityFrameworkCore;

namespace PledgeMiner.Recording;

/// <summary>Brings an SQLite database up to date, also after a migration that was killed.</summary>
public static class SqliteMigration
{
    /// <summary>
    /// The caller holds the data folder's file lock, so a row in the migrations lock table can only be what a killed
    /// process left behind; Migrate() would wait for it for ever.
    /// </summary>
    public static void Run(DbContext context)
    {
        context.Database.OpenConnection();
        context.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL");
        context.Database.ExecuteSqlRaw("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        context.Database.Migrate();
    }
}
