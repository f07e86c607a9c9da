using System.CommandLine;
using PledgeMiner.Reading;

namespace PledgeMiner.App.Commands;

/// <summary>The hidden command that the reader starts as a child process for each PDF.</summary>
internal static class PdfTextCommand
{
    public static Command Build()
    {
        var command = new Command(Parts.PdfCommand, "Read a PDF from standard input; used by the other commands.") { Hidden = true };
        command.SetAction(_ =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            PdfExtraction.Run(input, output);
            return CommandLine.Done;
        });
        return command;
    }
}
