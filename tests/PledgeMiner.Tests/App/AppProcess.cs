using System.Diagnostics;

namespace PledgeMiner.Tests.App;

/// <summary>The built program as a user runs it: a process of its own, its output and its exit code.</summary>
internal static class AppProcess
{
    public sealed record Result(int Code, string Output, string Error);

    public static Process Start(string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PledgeMiner.App.dll"), .. arguments, "--data", data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        return Process.Start(start)!;
    }

    public static async Task<Result> RunAsync(string data, string input, params string[] arguments)
    {
        using var process = Start(data, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}
