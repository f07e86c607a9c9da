using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PledgeMiner.BrowserTests;

/// <summary>The built program serving on a free port of loopback, on a data folder of its own.</summary>
internal sealed partial class RunningApp : IDisposable
{
    private readonly DirectoryInfo _data;
    private readonly Process _process;

    private RunningApp(Process process, DirectoryInfo data) => (_process, _data) = (process, data);

    public required Uri Address { get; init; }

    /// <summary>The one-time link that the console shows.</summary>
    public required Uri SetupLink { get; init; }

    public static async Task<RunningApp> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("pledgeminer-browser-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PledgeMiner.App.dll"), "serve", "--urls", "http://127.0.0.1:0", "--data", data.FullName]) { RedirectStandardOutput = true };
        // With second opinions, which of the first twenty are decided by one person would be chance.
        start.Environment["PLEDGEMINER_SECONDOPINIONS"] = "0";
        var process = Process.Start(start)!;
        string? secret = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Link().Match(line) is { Success: true } link) secret = link.Groups[1].Value;
            if (Listening().Match(line) is not { Success: true } listening) continue;
            // The rest is read and forgotten: a full pipe would stop the program.
            _ = process.StandardOutput.ReadToEndAsync();
            var address = new Uri(listening.Groups[1].Value);
            return new RunningApp(process, data) { Address = address, SetupLink = new Uri(address, $"/setup?link={secret}") };
        }
        throw new InvalidOperationException("The program ended before it listened.");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    [GeneratedRegex(@"/setup\?link=(\w+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();
}
