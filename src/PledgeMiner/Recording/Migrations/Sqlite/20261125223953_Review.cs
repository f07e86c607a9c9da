using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PledgeMiner.Recording.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Review : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_commitments_FoundAt",
                table: "commitments");

            migrationBuilder.AddColumn<string>(
                name: "Annotation",
                table: "verdicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AsksSecond",
                table: "verdicts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "Batch",
                table: "verdicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Capacity",
                table: "verdicts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Corrected",
                table: "verdicts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "FullyReadBy",
                table: "documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Nones",
                table: "documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Act",
                table: "commitments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "ActScore",
                table: "commitments",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<string>(
                name: "Beneficiaries",
                table: "commitments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Conditions",
                table: "commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Corrected",
                table: "commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "commitments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Draw",
                table: "commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "FirstBy",
                table: "commitments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Force",
                table: "commitments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Instruments",
                table: "commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Invented",
                table: "commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Number",
                table: "commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Open",
                table: "commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "commitments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Pillars",
                table: "commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Pledgers",
                table: "commitments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Published",
                table: "commitments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "commitments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "commitments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Wanted",
                table: "commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Worth",
                table: "commitments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "comments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommitmentId = table.Column<string>(type: "TEXT", nullable: false),
                    Analyst = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_comments_commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "full_readings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentId = table.Column<string>(type: "TEXT", nullable: false),
                    Analyst = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_full_readings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_full_readings_documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    CommitmentId = table.Column<string>(type: "TEXT", nullable: false),
                    Analyst = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leases", x => x.CommitmentId);
                    table.ForeignKey(
                        name: "FK_leases_commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_verdicts_Analyst_Id",
                table: "verdicts",
                columns: new[] { "Analyst", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_verdicts_Batch",
                table: "verdicts",
                column: "Batch");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Act_State",
                table: "commitments",
                columns: new[] { "Act", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_DecidedAt_Act",
                table: "commitments",
                columns: new[] { "DecidedAt", "Act" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_FoundAt_Act",
                table: "commitments",
                columns: new[] { "FoundAt", "Act" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Number",
                table: "commitments",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Open_Origin_ActScore",
                table: "commitments",
                columns: new[] { "Open", "Origin", "ActScore" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Open_Origin_Draw",
                table: "commitments",
                columns: new[] { "Open", "Origin", "Draw" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Open_Origin_FoundAt",
                table: "commitments",
                columns: new[] { "Open", "Origin", "FoundAt" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Open_Origin_Worth",
                table: "commitments",
                columns: new[] { "Open", "Origin", "Worth" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Published_Number",
                table: "commitments",
                columns: new[] { "Published", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_State",
                table: "commitments",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_comments_CommitmentId",
                table: "comments",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_full_readings_DocumentId",
                table: "full_readings",
                column: "DocumentId");

            ReviewSql.Up(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            ReviewSql.Down(migrationBuilder);

            migrationBuilder.DropTable(
                name: "comments");

            migrationBuilder.DropTable(
                name: "full_readings");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropIndex(
                name: "IX_verdicts_Analyst_Id",
                table: "verdicts");

            migrationBuilder.DropIndex(
                name: "IX_verdicts_Batch",
                table: "verdicts");

            migrationBuilder.DropIndex(
                name: "IX_commitments_Act_State",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "IX_commitments_DecidedAt_Act",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "IX_commitments_FoundAt_Act",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "IX_commitments_Number",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "IX_commitments_Open_Origin_ActScore",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "IX_commitments_Open_Origin_Draw",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "IX_commitments_Open_Origin_FoundAt",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "IX_commitments_Open_Origin_Worth",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "IX_commitments_Published_Number",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "IX_commitments_State",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Annotation",
                table: "verdicts");

            migrationBuilder.DropColumn(
                name: "AsksSecond",
                table: "verdicts");

            migrationBuilder.DropColumn(
                name: "Batch",
                table: "verdicts");

            migrationBuilder.DropColumn(
                name: "Capacity",
                table: "verdicts");

            migrationBuilder.DropColumn(
                name: "Corrected",
                table: "verdicts");

            migrationBuilder.DropColumn(
                name: "FullyReadBy",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "Nones",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "Act",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "ActScore",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Beneficiaries",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Conditions",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Corrected",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Draw",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "FirstBy",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Force",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Instruments",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Invented",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Open",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Pillars",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Pledgers",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Published",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "State",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Wanted",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Worth",
                table: "commitments");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_FoundAt",
                table: "commitments",
                column: "FoundAt");
        }
    }
}
