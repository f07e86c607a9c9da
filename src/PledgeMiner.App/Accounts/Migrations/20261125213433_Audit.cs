using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PledgeMiner.App.Accounts.Migrations
{
    /// <inheritdoc />
    public partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Links of before carry no role; the program prints a new one where it is needed.
            migrationBuilder.Sql("DELETE FROM \"SetupLinks\"");

            migrationBuilder.AddColumn<string>(
                name: "IssuedBy",
                table: "SetupLinks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "SetupLinks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Renews",
                table: "SetupLinks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Role",
                table: "SetupLinks",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: true),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: true),
                    Detail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                table: "Audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Who",
                table: "Audit",
                column: "Who");

            // Append-only. The third trigger is for INSERT OR REPLACE, which deletes without the deletion's trigger.
            foreach (var (name, act) in new[] { ("AuditKeepsUpdated", "UPDATE"), ("AuditKeepsDeleted", "DELETE") })
                migrationBuilder.Sql($"CREATE TRIGGER \"{name}\" BEFORE {act} ON \"Audit\" BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END");
            migrationBuilder.Sql("CREATE TRIGGER \"AuditKeepsReplaced\" BEFORE INSERT ON \"Audit\" WHEN EXISTS (SELECT 1 FROM \"Audit\" WHERE \"Id\" = NEW.\"Id\") BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropColumn(
                name: "IssuedBy",
                table: "SetupLinks");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "SetupLinks");

            migrationBuilder.DropColumn(
                name: "Renews",
                table: "SetupLinks");

            migrationBuilder.DropColumn(
                name: "Role",
                table: "SetupLinks");
        }
    }
}
