using System.Diagnostics;
using System.Text.Json;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using PledgeMiner.App.Jobs;
using PledgeMiner.Tests.App;

namespace PledgeMiner.Tests.Jobs;

/// <summary>A source's job in the running program's own scheduler.</summary>
public sealed class CrawlJobTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_failed_for_a_moment_is_done_within_seconds()
    {
        using var pages = new TestFolder();
        await File.WriteAllTextAsync(pages.File("page.txt"), "Norway will send two batteries to Ukraine.", Cancel);
        await using var server = new ReviewServer();
        var (file, storage) = (server.Services.GetRequiredService<SourceFile>(), server.Services.GetRequiredService<JobStorage>());
        await File.WriteAllTextAsync(file.Path, "[ half written", Cancel);
        server.Services.GetRequiredService<IBackgroundJobClient>().Enqueue<CrawlJob>(x => x.RunAsync("deposit", CancellationToken.None));
        await UntilAsync(() => Task.FromResult(storage.GetMonitoringApi().ScheduledCount() > 0));

        await File.WriteAllTextAsync(file.Path, $$"""[{"name": "deposit", "kind": "folder", "address": {{JsonSerializer.Serialize(pages.Path)}}}]""", Cancel);
        var waited = Stopwatch.StartNew();
        await UntilAsync(() => server.Ledger.HasFinishedRunAsync("deposit", Cancel));
        // The scheduler's own first pause would be 15 s and more.
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(14));
    }

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        while (!await done()) await Task.Delay(20, Cancel);
    }
}
