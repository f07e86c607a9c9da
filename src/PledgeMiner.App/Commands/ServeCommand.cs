using System.CommandLine;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Commands;

/// <summary>`serve`, and the program without arguments: the review pages, the nightly crawl, and the sample on the first start.</summary>
internal static class ServeCommand
{
    public static readonly Option<string?> Urls = new("--urls") { Description = "Where to serve; default http://127.0.0.1:5080.", HelpName = "URL" };

    public static Command Build()
    {
        var command = new Command("serve", "Serve the review pages and crawl every night; the default.");
        command.Options.Add(Urls);
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>Switches that ASP.NET Core's own tools start a web program with.</summary>
    public static readonly IReadOnlyList<Option<string?>> HostOptions =
        [.. "environment contentRoot applicationName".Split(' ').Select(x => new Option<string?>($"--{x}") { Hidden = true })];

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = CommandLine.SettingsOf(parsed);
        settings.Urls = parsed.GetValue(Urls) ?? settings.Urls;
        var (folder, refusal) = DataFolder.Open(settings.Data);
        if (folder is null)
        {
            await Console.Error.WriteLineAsync(refusal);
            return CommandLine.WrongUse;
        }
        using (folder)
        {
            await using var app = await WebHost.BuildAsync(settings, folder);
            await app.RunAsync(cancel);
        }
        return CommandLine.Done;
    }
}
