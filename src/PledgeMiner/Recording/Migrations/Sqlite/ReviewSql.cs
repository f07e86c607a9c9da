using Microsoft.EntityFrameworkCore.Migrations;

namespace PledgeMiner.Recording.Migrations.Sqlite;

/// <summary>The part of the migration Review that no tool writes: the full-text index, and labels for rows that are there already.</summary>
internal static class ReviewSql
{
    public static void Up(MigrationBuilder migration)
    {
        // The words stand in the documents; the index holds none of its own.
        migration.Sql("CREATE VIRTUAL TABLE quotes USING fts5(quote, title, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')");
        migration.Sql("CREATE TRIGGER commitments_leave_quotes AFTER DELETE ON commitments BEGIN DELETE FROM quotes WHERE rowid = old.Number; END");
        migration.Sql("UPDATE commitments SET Origin = 'found', State = 'automatic', Act = 'none', Open = 1, Wanted = 1");
        migration.Sql("UPDATE verdicts SET Capacity = 'opinion'");
    }

    public static void Down(MigrationBuilder migration)
    {
        migration.Sql("DROP TRIGGER commitments_leave_quotes");
        migration.Sql("DROP TABLE quotes");
    }
}
