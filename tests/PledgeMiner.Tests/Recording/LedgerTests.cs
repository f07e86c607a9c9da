using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PledgeMiner.Recording;

namespace PledgeMiner.Tests.Recording;

public sealed class LedgerTests : IDisposable
{
    private const string Text = "Norway will send two batteries. It rained.";
    private static readonly Source Ministry = new("ministry", new Uri("https://ministry.invalid/"));

    private readonly TestFolder _folder = new();
    private readonly DataFolder _data;
    private readonly Ledger _ledger;

    public LedgerTests()
    {
        _data = DataFolder.Open(_folder.Path).Folder!;
        _ledger = Ledger.Open(_data);
    }

    public void Dispose()
    {
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_same_page_twice_changes_nothing()
    {
        Assert.True(await _ledger.RecordAsync(Ministry, PageOf(Text), MinedFrom(Text), Cancel));
        Assert.False(await _ledger.RecordAsync(Ministry, PageOf(Text), MinedFrom(Text), Cancel));

        Assert.Single((await ListAsync()).Rows);
        Assert.Equal(new Tally(1, 0, 0, 0, 0), await _ledger.TallyAsync(Cancel));
    }

    [Fact]
    public async Task A_stored_page_comes_back_with_its_bytes_and_its_problem()
    {
        var page = PageOf("");
        await _ledger.RecordAsync(Ministry, page, new Problem(ProblemKind.Empty, "It is empty."), Cancel);

        var stored = await _ledger.PageAsync(1, Cancel);

        Assert.Equal(page.Hash, stored!.Page.Hash);
        Assert.Equal(new Problem(ProblemKind.Empty, "It is empty."), stored.Problem);
    }

    [Fact]
    public async Task A_commitment_comes_back_as_it_went_in()
    {
        await _ledger.RecordAsync(Ministry, PageOf(Text), MinedFrom(Text), Cancel);

        var item = await NextAsync();

        Assert.Equal("Norway will send two batteries.", item!.Commitment.Deed.Span.Of(item.Document.Text));
        Assert.Equal(new Measure(2, "battery"), Assert.Single(item.Commitment.Deed.Quantities).Value);
        Assert.Equal(Act.Pledge, item.Commitment.Judgement.Act.Label);
        Assert.Null(item.Verdict);
    }

    [Fact]
    public async Task A_verdict_takes_a_commitment_off_the_queue_and_its_withdrawal_puts_it_back()
    {
        await _ledger.RecordAsync(Ministry, PageOf(Text), MinedFrom(Text), Cancel);
        var id = (await NextAsync())!.Id;
        var accept = new Verdict(Decision.Accept, false, "ada", DateTimeOffset.UnixEpoch);

        await _ledger.DecideAsync(id, accept, Guid.NewGuid(), 0, Cancel);
        Assert.Null(await NextAsync());
        Assert.Equal(accept, (await _ledger.FindAsync(id, null, Cancel))!.Verdict);

        await _ledger.DecideAsync(id, accept with { Withdrawn = true }, Guid.NewGuid(), 1, Cancel);
        Assert.Equal(id, (await NextAsync())!.Id);
        Assert.Null((await _ledger.FindAsync(id, null, Cancel))!.Verdict);
    }

    [Fact]
    public async Task A_repeated_request_records_one_verdict()
    {
        await _ledger.RecordAsync(Ministry, PageOf(Text), MinedFrom(Text), Cancel);
        var id = (await NextAsync())!.Id;
        var request = Guid.NewGuid();

        var first = await _ledger.DecideAsync(id, new(Decision.Accept, false, "ada", DateTimeOffset.UnixEpoch), request, 0, Cancel);
        var again = await _ledger.DecideAsync(id, new(Decision.Reject, false, "ada", DateTimeOffset.UnixEpoch), request, 0, Cancel);

        Assert.Equal(new Decided(ReviewState.Accepted, 1), first.Value);
        Assert.Equal(first.Value, again.Value);
        Assert.Equal(new Tally(0, 0, 0, 1, 0), await _ledger.TallyAsync(Cancel));
        var nothing = await _ledger.DecideAsync("nothing", new(Decision.Accept, false, "ada", DateTimeOffset.UnixEpoch), Guid.NewGuid(), 0, Cancel);
        Assert.Equal(ProblemKind.NotFound, nothing.Problem!.Kind);
    }

    [Fact]
    public async Task Removing_a_source_leaves_what_others_carry()
    {
        var sample = new Source("sample", new Uri("https://sample.invalid/"), Invented: true);
        await _ledger.RecordAsync(sample, PageOf(Text, "https://sample.invalid/1"), MinedFrom(Text), Cancel);
        await _ledger.RecordAsync(Ministry, PageOf(Text), MinedFrom(Text), Cancel);
        await _ledger.RecordAsync(sample, PageOf(Text + "!", "https://sample.invalid/2"), MinedFrom(Text + "!"), Cancel);

        Assert.Equal(2, await _ledger.RemoveAsync("sample", Cancel));

        var left = Assert.Single((await ListAsync()).Rows);
        Assert.False(left.Invented);
    }

    [Fact]
    public async Task A_run_counts_as_finished_only_once_it_is()
    {
        await using var worker = LedgerWorker.Start(_ledger);
        var frontier = new Frontier(worker);
        var run = (await frontier.BeginAsync(Ministry, Cancel))!.Value;
        Assert.False(await _ledger.HasFinishedRunAsync("ministry", Cancel));

        await frontier.RefusedAsync((await frontier.NextAsync(run, Ministry, Cancel))!, new Problem(ProblemKind.NotFound, "It is gone."), passing: false, Cancel);
        await frontier.EndAsync(run, Cancel);

        Assert.True(await _ledger.HasFinishedRunAsync("ministry", Cancel));
        var finished = Assert.Single(await _ledger.RunsAsync(5, Cancel));
        Assert.Equal((1, 0, 1, 0), (finished.Seen, finished.New, finished.Refused, finished.Commitments));
    }

    [Fact]
    public void A_second_process_on_the_same_folder_is_told_so()
    {
        var (second, refusal) = DataFolder.Open(_folder.Path);
        Assert.Null(second);
        Assert.Contains("--data", refusal);
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_does_not_hold_up_the_next_start()
    {
        await using (var connection = new SqliteConnection($"Data Source={_data.LedgerFile}"))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """;
            await command.ExecuteNonQueryAsync(Cancel);
        }
        Assert.Equal(new Tally(0, 0, 0, 0, 0), await Ledger.Open(_data).TallyAsync(Cancel));
    }

    [Fact]
    public async Task A_ledger_from_before_the_lists_had_columns_is_described_when_it_is_opened()
    {
        await _ledger.RecordAsync(Ministry, PageOf(Text), MinedFrom(Text), Cancel);
        var item = (await NextAsync())!;
        await _ledger.DecideAsync(item.Id, new(Decision.Accept, false, "ada", DateTimeOffset.UnixEpoch), Guid.NewGuid(), 0, Cancel);
        var options = new DbContextOptionsBuilder<SqliteLedgerContext>().UseSqlite($"Data Source={_data.LedgerFile}").Options;
        await using (var context = new SqliteLedgerContext(options)) await context.GetService<IMigrator>().MigrateAsync("Initial", Cancel);

        using var again = Ledger.Open(_data);

        Assert.Equal(new Tally(0, 0, 0, 1, 0), await again.TallyAsync(Cancel));
        var found = Assert.Single((await again.ListAsync(new() { Text = "batteries", Pledger = "NOR", Source = "ministry" }, CommitmentSort.Found, 0, 10, Cancel)).Rows);
        Assert.Equal((item.Id, ReviewState.Accepted), (found.Id, found.State));
    }

    private Task<ReviewItem?> NextAsync() => _ledger.ClaimAsync("ada", new Worklist(QueueOrder.Newest, CommitmentFilter.All), [], Cancel);

    private Task<Listing<CommitmentSummary>> ListAsync() => _ledger.ListAsync(CommitmentFilter.All, CommitmentSort.Found, 0, 10, Cancel);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Page PageOf(string text, string address = "https://ministry.invalid/a") =>
        new(new Uri(address), Encoding.UTF8.GetBytes(text), "text/plain", "", DateTimeOffset.UnixEpoch);

    private static Mined MinedFrom(string text)
    {
        var document = new Document(text, [new(BlockKind.Paragraph, new(0, text.Length))], "A title", new(2025, 3, 1), "Ministry", "en");
        var deed = new Deed(new(0, text.IndexOf('.', StringComparison.Ordinal) + 1), 0, 0)
        {
            Pledgers = [new("NOR", "Norway", new(0, 6), [])],
            Quantities = [new(new(2, "battery"), new(17, 30))],
        };
        var judgement = new Judgement(new(Act.Pledge, 0.9), new(Force.Firm, 0.8), [new(Pillar.ArmedForces, 0.7)], ["will send"]);
        return new Mined(document, [], [new(deed, judgement)], "0123456789ab");
    }
}
