using System.CommandLine;
using System.CommandLine.Parsing;

namespace PledgeMiner.App.Commands;

/// <summary>The commands and the one place where what they refuse becomes a sentence and an exit code.</summary>
public static class CommandLine
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>It ran, but something was refused.</summary>
    public const int Refused = 1;

    /// <summary>Wrong use, or nothing that could be worked on.</summary>
    public const int WrongUse = 2;

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The data folder; default ./data.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static RootCommand Build()
    {
        var root = new RootCommand("PledgeMiner finds who promised what to a country under threat: how firmly, on what condition, by when.");
        root.Options.Add(Data);
        var serve = ServeCommand.Build();
        root.Options.Add(ServeCommand.Urls);
        foreach (var option in ServeCommand.HostOptions) root.Options.Add(option);
        root.SetAction(ServeCommand.RunAsync);
        Command[] commands =
        [
            serve, CrawlCommand.Build(), SourcesCommand.Build(), MineCommand.Build(), ReadCommand.Build(), TagCommand.Build(), TrainCommand.Build(), EvaluateCommand.Build(), CorpusCommand.Build(),
            InspectCommand.Build(), ExportCommand.Build(), IngestCommand.Build(), VerifyCommand.Build(),
            AdminCommand.Build(), PdfTextCommand.Build(),
        ];
        foreach (var command in commands)
            root.Subcommands.Add(command);
        return root;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("See --help.");
            return WrongUse;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return WrongUse;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Refused;
        }
    }

    /// <summary>The settings with what the command line says.</summary>
    /// <exception cref="InvalidDataException">A setting is wrong.</exception>
    internal static Settings SettingsOf(ParseResult parsed) => Settings.Load(parsed.GetValue(Data));
}
