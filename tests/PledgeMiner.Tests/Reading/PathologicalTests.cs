using System.Diagnostics;

namespace PledgeMiner.Tests.Reading;

/// <summary>Files made to break a reader: the program answers each, in time, and in less than 1 GiB of memory.</summary>
public sealed class PathologicalTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_file_is_read_or_refused()
    {
        var names = new List<string>();
        foreach (var (name, body) in PathologicalHtml.All().Concat(PathologicalFiles.All()))
        {
            names.Add(name);
            await File.WriteAllBytesAsync(_folder.File(name), body, TestContext.Current.CancellationToken);
        }
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PledgeMiner.App.dll"), "read", .. names.Select(_folder.File), "--data", _folder.File("data")])
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var (answered, memory) = (0, 0L);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is not null)
        {
            answered++;
            process.Refresh();
            memory = process.HasExited ? memory : Math.Max(memory, process.PeakWorkingSet64);
        }
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var refusals = (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain(refusals, x => x.Contains("Unhandled", StringComparison.Ordinal) || x.StartsWith("   at ", StringComparison.Ordinal) || x.Contains("Out of memory", StringComparison.Ordinal));
        Assert.Equal(names.Count, answered + refusals.Length);
        Assert.True(memory < 1 << 30, $"It took {memory >> 20} MB.");
        Assert.True(process.ExitCode is 0 or 1);
    }
}
