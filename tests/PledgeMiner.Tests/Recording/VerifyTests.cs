using System.Text;
using Microsoft.Data.Sqlite;
using PledgeMiner.Recording;

namespace PledgeMiner.Tests.Recording;

public sealed class VerifyTests : IDisposable
{
    private const string Text = "Norway will send two batteries. It rained.";
    private static readonly Source Ministry = new("ministry", new Uri("https://ministry.invalid/"));

    private readonly TestFolder _folder = new();
    private readonly DataFolder _data;
    private readonly Ledger _ledger;

    public VerifyTests()
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
    public async Task What_was_recorded_is_as_recorded()
    {
        await RecordAsync();
        var steps = new List<VerifyProgress>();
        var found = await _ledger.VerifyAsync(new Steps(steps), Cancel);
        Assert.Equal((2, 2, 1, 1), (found.Bodies, found.Pages, found.Documents, found.Commitments));
        Assert.Empty(found.Faults);
        Assert.Equal(new VerifyProgress("commitments", 1, 1), steps[^1]);
    }

    [Theory]
    [InlineData("UPDATE bodies SET Compressed = x'0B028068656C6C6F03', Length = 5 WHERE Length > 0", "body ", "of https://ministry.invalid/a: its bytes have the hash")]
    [InlineData("UPDATE bodies SET Compressed = x'FFFF' WHERE Length > 0", "bodies: ", "does not decompress")]
    [InlineData("UPDATE bodies SET Length = -1 WHERE Length > 0", "body ", "cannot be")]
    [InlineData("DELETE FROM bodies WHERE Length > 0", "page 1 of https://ministry.invalid/a", "is missing")]
    [InlineData("UPDATE pages SET Address = 'nowhere' WHERE Id = 2", "page 2", "no address")]
    [InlineData("UPDATE documents SET Text = Text || '.'", "document ", "its text has the hash")]
    [InlineData("UPDATE documents SET Blocks = '[{\"kind\":\"paragraph\",\"span\":{\"start\":0,\"end\":9999}}]'", "document ", "does not lie in its text")]
    [InlineData("UPDATE documents SET Blocks = 'nonsense'", "documents: ", "cannot be read")]
    [InlineData("UPDATE commitments SET \"End\" = 9999", "commitment ", "does not lie in the text")]
    [InlineData("UPDATE commitments SET \"Start\" = 7", "commitment ", "its id is not that of its place")]
    [InlineData("UPDATE judgements SET Content = replace(Content, '\"end\":31', '\"end\":30')", "commitment ", "is of other words")]
    [InlineData("UPDATE judgements SET Content = 'nonsense'", "commitments: ", "cannot be read")]
    [InlineData("DELETE FROM judgements", "commitment ", "has no judgement")]
    [InlineData("DELETE FROM documents", "page 1", "its document")]
    public async Task Each_change_behind_the_ledgers_back_is_named(string change, string names, string says)
    {
        await RecordAsync();
        await using (var connection = new SqliteConnection($"Data Source={_data.LedgerFile};Foreign Keys=False"))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = change;
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync(Cancel));
        }
        var found = await _ledger.VerifyAsync(cancel: Cancel);
        Assert.Contains(found.Faults, x => x.StartsWith(names, StringComparison.Ordinal) && x.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_are_found_by_source_and_day_and_the_sample_only_by_its_name()
    {
        await RecordAsync();
        await _ledger.RecordAsync(new Source("sample", Ministry.Address, Invented: true), PageOf("c", "Text", 9), new Problem(ProblemKind.NoText, "None."), Cancel);
        Assert.Equal(["a", "b"], await NamesAsync(null, null, null));
        Assert.Equal(["c"], await NamesAsync("sample", null, null));
        Assert.Equal(["b"], await NamesAsync(null, new(2025, 3, 2), null));
        Assert.Equal(["a"], await NamesAsync("ministry", null, new(2025, 3, 1)));
        Assert.Empty(await NamesAsync("nobody", null, null));
    }

    [Fact]
    public async Task The_page_of_a_time_is_the_last_one_before_it()
    {
        foreach (var day in (int[])[1, 3, 5]) await _ledger.RecordAsync(Ministry, PageOf("a", $"Day {day}", day), new Problem(ProblemKind.NoText, "None."), Cancel);
        async Task<string?> AtAsync(int? day) =>
            await _ledger.FindPageAsync(new("https://ministry.invalid/a"), day is { } x ? PageOf("a", "", x).FetchedAt : null, Cancel) is { } page ? Encoding.UTF8.GetString(page.Body) : null;
        Assert.Equal(("Day 5", "Day 3", "Day 3"), (await AtAsync(null), await AtAsync(4), await AtAsync(3)));
        Assert.Null(await _ledger.FindPageAsync(new("https://ministry.invalid/b"), null, Cancel));
    }

    [Fact]
    public async Task Sentences_drawn_from_those_without_a_commitment_are_checked_and_counted_apart()
    {
        using var filled = await FilledLedger.WithAsync(documents: 4, each: 1, nones: 60);
        var found = await filled.Ledger.VerifyAsync(cancel: Cancel);
        Assert.Equal(4, found.Commitments);
        Assert.InRange(found.Nones, 1, 4 * 60);
    }

    private async Task<string[]> NamesAsync(string? source, DateOnly? from, DateOnly? to)
    {
        var names = new List<string>();
        await foreach (var page in _ledger.PagesAsync(source, from, to, Cancel)) names.Add(page.Value!.Page.Address.Segments[^1]);
        return [.. names];
    }

    private async Task RecordAsync()
    {
        var document = new Document(Text, [new(BlockKind.Paragraph, new(0, Text.Length))], "A title", new(2025, 3, 1), "Ministry", "en");
        var deed = new Deed(new(0, 31), 0, 0) { Pledgers = [new("NOR", "Norway", new(0, 6), [])] };
        var judgement = new Judgement(new(Act.Pledge, 0.9), new(Force.Firm, 0.8), [new(Pillar.ArmedForces, 0.7)], ["will send"]);
        await _ledger.RecordAsync(Ministry, PageOf("a", Text, 1), new Mined(document, [], [new(deed, judgement)], "0123456789ab"), Cancel);
        await _ledger.RecordAsync(Ministry, PageOf("b", "", 2), new Problem(ProblemKind.Empty, "It is empty."), Cancel);
    }

    private static Page PageOf(string name, string text, int day) =>
        new(new Uri($"https://ministry.invalid/{name}"), Encoding.UTF8.GetBytes(text), "text/plain", "", new(2025, 3, day, 23, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class Steps(List<VerifyProgress> steps) : IProgress<VerifyProgress>
    {
        public void Report(VerifyProgress value) => steps.Add(value);
    }
}
