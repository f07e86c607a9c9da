using System.CommandLine;
using System.Text.Json;

namespace PledgeMiner.App.Commands;

/// <summary>`read`: pages to readable text with blocks.</summary>
internal static class ReadCommand
{
    public static Command Build()
    {
        var command = new Command("read", "Print the readable text of pages with its blocks, one JSON object a line.");
        var inputs = new Inputs(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var reader = Parts.Reader();
            await using var output = Console.OpenStandardOutput();
            return await inputs.EachAsync(parsed, CommandLine.SettingsOf(parsed), async (input, page) =>
            {
                if (!(await reader.ReadAsync(page, input.Told, cancel)).TryGet(out var document, out var problem)) return problem;
                // Written as it is made: a document's text may have millions of characters.
                await JsonSerializer.SerializeAsync(output, Json.Of(input.Name, document), Json.Options, cancel);
                output.WriteByte((byte)'\n');
                return null;
            }, cancel);
        });
        return command;
    }
}
