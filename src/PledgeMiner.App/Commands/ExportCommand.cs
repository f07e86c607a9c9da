using System.CommandLine;
using PledgeMiner.Crawling.Warc;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Commands;

/// <summary>`export`: stored pages as a web archive that other tools read.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Warc = new("--warc") { Description = "The web archive to write; compressed where its name ends in .gz.", HelpName = "FILE", Required = true };
    private static readonly Option<string?> Source = new("--source") { Description = "Only this source's pages; default all but the invented sample's.", HelpName = "NAME" };
    private static readonly Option<DateOnly?> From = DateOption.Build("--from", "Only pages fetched on this day or later, in UTC.");
    private static readonly Option<DateOnly?> To = DateOption.Build("--to", "Only pages fetched on this day or before, in UTC.");

    public static Command Build()
    {
        var command = new Command("export", "Write the stored pages, with their headers and dates, as a WARC 1.1 web archive.") { Warc, Source, From, To };
        command.SetAction((parsed, cancel) => WithLedger.RunAsync(CommandLine.SettingsOf(parsed), make: false, ledger => RunAsync(parsed, ledger, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Ledger ledger, CancellationToken cancel)
    {
        var file = Path.GetFullPath(parsed.GetValue(Warc)!);
        // Half an archive under its final name would be taken for a whole one.
        var partial = file + ".partial";
        var (written, refused) = (0, 0);
        using (var progress = new ProgressLine())
        {
            try
            {
                await using (var stream = File.Create(partial))
                {
                    var writer = new WarcWriter(stream, compress: file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
                    writer.WriteInfo($"PledgeMiner/{typeof(ExportCommand).Assembly.GetName().Version}", Path.GetFileName(file), DateTimeOffset.UtcNow);
                    await foreach (var page in ledger.PagesAsync(parsed.GetValue(Source), parsed.GetValue(From), parsed.GetValue(To), cancel))
                    {
                        if (page.TryGet(out var archived, out var problem))
                        {
                            writer.Write(archived);
                            progress.Show($"{++written} pages written");
                            continue;
                        }
                        refused++;
                        progress.Tell(problem.Message);
                    }
                }
                if (written > 0) File.Move(partial, file, overwrite: true);
            }
            finally
            {
                File.Delete(partial);
            }
        }
        if (written == 0)
        {
            await Console.Error.WriteLineAsync("No stored page is of that source and those days: nothing was written.");
            return CommandLine.WrongUse;
        }
        Console.WriteLine($"{written} pages written to {file}{(refused > 0 ? $", {refused} left out" : "")}");
        return refused > 0 ? CommandLine.Refused : CommandLine.Done;
    }
}
