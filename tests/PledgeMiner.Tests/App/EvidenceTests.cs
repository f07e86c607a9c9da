using Microsoft.Data.Sqlite;
using PledgeMiner.Tests.Crawling.Warc;

namespace PledgeMiner.Tests.App;

/// <summary>Pages go out of one ledger as a web archive and into another one, and the two hold the same.</summary>
public sealed class EvidenceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_exported_and_ingested_elsewhere_is_the_same()
    {
        File.WriteAllBytes(_folder.File("first.warc"), [.. Archive.Page("a"), .. Archive.Page("b"), .. Archive.Record("resource", "https://a.invalid/c.txt", Archive.Bytes("Latvia will train 300 soldiers of Ukraine.\n"), "text/plain")]);
        var (one, two, archive) = (_folder.File("one"), _folder.File("two"), _folder.File("second.warc.gz"));

        Assert.Equal((0, "3 pages recorded, 0 known before, 0 refused, 0 other records passed over; 3 commitments\n"), await RunAsync(one, "ingest", _folder.File("first.warc")));
        Assert.Equal(0, (await RunAsync(one, "export", "--warc", archive)).Code);
        Assert.Equal((0, "3 pages recorded, 0 known before, 0 refused, 4 other records passed over; 3 commitments\n"), await RunAsync(two, "ingest", archive));
        Assert.Equal((0, "0 pages recorded, 3 known before, 0 refused, 4 other records passed over; 0 commitments\n"), await RunAsync(two, "ingest", archive));
        Assert.Equal(["ingest second.warc.gz|0|3|0", "ingest second.warc.gz|3|0|3"], Rows(two, "SELECT Source, New, Unchanged, Commitments FROM runs WHERE FinishedAt IS NOT NULL AND Seen = 3"));
        // Sentences drawn from those judged none are checked too, and are no commitments.
        var (code, told) = await RunAsync(two, "verify");
        Assert.Equal(0, code);
        Assert.Matches(@"^3 bodies, 3 pages, 3 documents, 3 commitments, \d+ sentences without one checked: all as recorded\n$", told);

        foreach (var rows in (string[])["SELECT Source, Address, BodyHash, ContentType, Headers, FetchedAt, DocumentId FROM pages", "SELECT * FROM documents", "SELECT CommitmentId, ModelVersion, Content FROM judgements"])
            Assert.Equal(Rows(one, rows), Rows(two, rows));
    }

    [Fact]
    public async Task A_run_over_an_archive_counts_what_it_refused()
    {
        File.WriteAllBytes(_folder.File("a.warc"), [.. Archive.Page("a"), .. Archive.Record("resource", "https://a.invalid/b.txt", Archive.Bytes("Die Ministerin sagte am Dienstag, dass die Regierung im nächsten Jahr weitere Hilfe schicken werde, wenn das Parlament zustimmt.\n"), "text/plain"), .. Archive.Bytes("WARC/1.0\r\nnonsense")]);
        var result = await AppProcess.RunAsync(_folder.Path, "", "ingest", _folder.File("a.warc"));
        Assert.Equal(1, result.Code);
        Assert.Equal(["ingest a.warc|3|1|2"], Rows(_folder.Path, "SELECT Source, Seen, New, Refused FROM runs WHERE FinishedAt IS NOT NULL AND Bytes > 0"));
        Assert.Equal(["2"], Rows(_folder.Path, "SELECT sum(Count) FROM refusals"));
    }

    [Fact]
    public async Task A_changed_text_is_found_and_named()
    {
        File.WriteAllBytes(_folder.File("a.warc"), Archive.Page("a"));
        await RunAsync(_folder.Path, "ingest", _folder.File("a.warc"));
        Rows(_folder.Path, "UPDATE documents SET Text = replace(Text, 'two', 'ten') RETURNING 1");
        var result = await AppProcess.RunAsync(_folder.Path, "", "verify");
        Assert.Equal(1, result.Code);
        Assert.Matches(@"^1 bodies, 1 pages, 1 documents, 1 commitments, \d+ sentences without one checked: 1 wrong\n$", result.Output);
        Assert.StartsWith("document ", result.Error);
    }

    [Fact]
    public async Task A_ledger_file_that_is_none_is_told_in_a_sentence()
    {
        File.WriteAllText(_folder.File("ledger.db"), new string('x', 5000));
        var result = await AppProcess.RunAsync(_folder.Path, "", "verify");
        Assert.Equal(1, result.Code);
        Assert.Contains("cannot be read", Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("does not exist", "verify")]
    [InlineData("does not exist", "export", "--warc", "x.warc.gz")]
    [InlineData("does not exist", "ingest", "nothing.warc")]
    [InlineData("--warc", "export")]
    [InlineData("not a date", "export", "--warc", "x.warc", "--from", "spring")]
    public async Task Wrong_use(string says, params string[] arguments)
    {
        var result = await AppProcess.RunAsync(_folder.File("none"), "", arguments);
        Assert.Equal(2, result.Code);
        Assert.Contains(says, result.Error);
        Assert.DoesNotContain("   at ", result.Error);
    }

    private static async Task<(int Code, string Output)> RunAsync(string data, params string[] arguments)
    {
        var result = await AppProcess.RunAsync(data, "", arguments);
        Assert.Equal("", result.Error);
        return (result.Code, result.Output);
    }

    private static List<string> Rows(string data, string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "ledger.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(x => reader.GetValue(x))));
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
