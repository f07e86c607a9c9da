using System.Text.RegularExpressions;
using PledgeMiner.Recording;

namespace PledgeMiner.Tests.App;

/// <summary>The first start, cut off at any moment and begun again, ends with every sample page there once.</summary>
public sealed class FirstStartTests : IDisposable
{
    /// <summary>Rounds of killing in CI; PLEDGEMINER_KILL_ROUNDS=100 dotnet test --filter FirstStart runs many.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("PLEDGEMINER_KILL_ROUNDS") ?? "6");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_it_loses_and_doubles_nothing()
    {
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            var data = _folder.File($"round-{round}");
            // The first start takes some three seconds on two cores; most kills fall into migration and the sample's reading.
            using (var first = AppProcess.Start(data, "serve", "--urls", "http://127.0.0.1:0"))
            {
                await Task.Delay(random.Next(200, 4_000), TestContext.Current.CancellationToken);
                first.Kill();
                await first.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
            using var second = AppProcess.Start(data, "serve", "--urls", "http://127.0.0.1:0");
            await SeeAsync(second, new Regex(@"sample: \d+ pages|sample was read before"));
            second.Kill();
            await second.WaitForExitAsync(TestContext.Current.CancellationToken);
            await CheckAsync(data);
        }
    }

    [Fact]
    public async Task A_second_instance_on_the_same_folder_says_so_and_stops()
    {
        using var first = AppProcess.Start(_folder.Path, "serve", "--urls", "http://127.0.0.1:0");
        await SeeAsync(first, new Regex("Application started"));
        var second = await AppProcess.RunAsync(_folder.Path, "", "serve", "--urls", "http://127.0.0.1:0");
        first.Kill();
        Assert.Equal(2, second.Code);
        Assert.StartsWith("Another PledgeMiner works on", second.Error, StringComparison.Ordinal);
    }

    private static async Task SeeAsync(System.Diagnostics.Process process, Regex sign)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (sign.IsMatch(line)) return;
        }
        Assert.Fail($"The program ended without saying {sign}: {await process.StandardError.ReadToEndAsync()}");
    }

    private static async Task CheckAsync(string data)
    {
        using var folder = DataFolder.Open(data).Folder!;
        var ledger = Ledger.Open(folder);
        Assert.True(await ledger.HasFinishedRunAsync("sample"));
        var addresses = new List<string>();
        for (var id = 1L; await ledger.PageAsync(id) is { } page; id++) addresses.Add(page.Page.Address.AbsoluteUri);
        var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "sample"), "*.html").Count(x => Path.GetFileName(x) != "index.html");
        Assert.Equal(files, addresses.Count);
        Assert.Equal(files, addresses.Distinct().Count());
        Assert.NotEmpty((await ledger.ListAsync(CommitmentFilter.All, CommitmentSort.Found, 0, 10)).Rows);
    }
}
