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
        command.SetAction((parsed, cancel) =>
        {
            var reader = Parts.Reader();
            return inputs.EachAsync(parsed, CommandLine.SettingsOf(parsed), async (input, page) =>
            {
                if (!(await reader.ReadAsync(page, input.Told, cancel)).TryGet(out var document, out var problem)) return problem;
                Console.WriteLine(JsonSerializer.Serialize(Json.Of(input.Name, document), Json.Options));
                return null;
            }, cancel);
        });
        return command;
    }
}
