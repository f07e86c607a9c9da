using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PledgeMiner.Tests.App;

/// <summary>A crawl that is killed again and again loses nothing, doubles nothing, asks for nothing twice but what was in flight, and keeps the host's delay.</summary>
public sealed class KilledCrawlTests : IDisposable
{
    /// <summary>Rounds of killing in CI; PLEDGEMINER_KILL_ROUNDS=200 dotnet test --filter KilledCrawl runs all, on 500 pages.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("PLEDGEMINER_KILL_ROUNDS") ?? "5");

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    private readonly TestFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_it_loses_and_doubles_nothing_and_stays_polite()
    {
        var pages = Rounds * 5 / 2;
        await using var site = await CrawledSite.StartAsync(pages);
        File.WriteAllText(_folder.File("settings.json"), $$"""{"Contact": "mailto:ops@example.org", "PrivateHosts": ["127.0.0.1"], "HostDelay": {{Delay.TotalSeconds.ToString(CultureInfo.InvariantCulture)}}}""");
        File.WriteAllText(_folder.File("sources.json"), $$"""[{"name": "site", "kind": "index", "address": "{{site.Address}}", "pages": {{pages}}}]""");
        var random = new Random(1);
        var (kills, kept) = (0, new HashSet<string>());
        for (var round = 0; round < Rounds; round++)
        {
            site.Drain();
            using var process = AppProcess.Start(_folder.Path, "crawl");
            // Some die before their first request, some after several; the rest of the wait falls into answering, keeping, mining and recording.
            await site.ArrivedAsync(random.Next(0, 6), process, Cancel);
            await Task.Delay(random.Next(0, 80), Cancel);
            if (!process.HasExited) kills++;
            process.Kill();
            await process.WaitForExitAsync(Cancel);
            var now = Kept();
            Assert.True(now.IsSupersetOf(kept));
            kept = now;
        }

        var last = await AppProcess.RunAsync(_folder.Path, "", "crawl");

        Assert.True(last.Code == 0, last.Error);
        Assert.Equal(pages, Kept().Count);
        Assert.Equal(pages, One("SELECT COUNT(*) FROM documents"));
        Assert.Equal(pages, One("SELECT COUNT(*) FROM commitments WHERE \"Origin\" = 'found'"));
        Assert.Equal(pages, One("SELECT COUNT(*) FROM frontier WHERE \"ListOf\" = '' AND \"State\" = 'done'"));
        Assert.Equal(pages, One("SELECT COALESCE(SUM(\"New\"), 0) FROM runs"));
        var fetches = site.Asked.Count(x => x.Path.StartsWith("/news/", StringComparison.Ordinal));
        Assert.InRange(fetches, pages, pages + kills);
        var pauses = site.Asked.Zip(site.Asked.Skip(1), (a, b) => b.At - a.At).ToList();
        Assert.True(pauses.Min() >= Delay, $"Two requests came within {pauses.Min().TotalMilliseconds} ms.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{pages} pages, {kills} kills, {fetches} fetches, shortest pause {pauses.Min().TotalMilliseconds:0} ms of {Delay.TotalMilliseconds:0}");
    }

    /// <summary>The addresses that are stored; a page that is there twice fails the test.</summary>
    private HashSet<string> Kept()
    {
        if (!File.Exists(_folder.File("ledger.db"))) return [];
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'pages'";
        if ((long)command.ExecuteScalar()! == 0) return [];
        command.CommandText = "SELECT \"Address\" FROM pages";
        using var rows = command.ExecuteReader();
        var kept = new HashSet<string>();
        while (rows.Read()) Assert.True(kept.Add(rows.GetString(0)), rows.GetString(0));
        return kept;
    }

    private long One(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_folder.File("ledger.db")}");
        connection.Open();
        return connection;
    }
}
