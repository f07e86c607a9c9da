using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using PledgeMiner.Measuring;
using Spectre.Console;

namespace PledgeMiner.App.Commands;

/// <summary>`evaluate`: the models' figures on labelled documents, where they err, and the floors they may not fall below.</summary>
internal static class EvaluateCommand
{
    /// <summary>Of a kind of mistake so many are shown.</summary>
    private const int MistakesOfKind = 8;

    private static readonly Option<string> Gold = new("--gold") { Description = "The labelled documents to measure on.", HelpName = "FILE", DefaultValueFactory = _ => "corpora/pledges/test.jsonl" };
    private static readonly Option<string?> Per = new("--per") { Description = "Cut the figures by pillar, genre or act." };
    private static readonly Option<bool> Errors = new("--errors") { Description = "List the worst mistakes by kind." };
    private static readonly Option<string> Format = new("--format") { Description = "table, or json.", DefaultValueFactory = _ => "table" };
    private static readonly Option<string?> FloorsFile = new("--floors") { Description = "Compare with the figures pinned in FILE; exit code 1 where one has fallen.", HelpName = "FILE" };
    private static readonly Option<bool> Update = new("--update") { Description = "Pin the figures measured now; refused where one would fall." };
    private static readonly Option<bool> AllowLower = new("--allow-lower") { Description = "With --update: pin them even where one falls." };

    public static Command Build()
    {
        Per.AcceptOnlyFromAmong("pillar", "genre", "act");
        Format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("evaluate", "Measure the models on labelled documents.") { Gold, Per, Errors, Format, FloorsFile, Update, AllowLower };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancel)
    {
        var file = parsed.GetValue(Gold)!;
        if (!File.Exists(file)) throw new InvalidDataException($"{file} does not exist: name the labelled documents with --gold FILE.");
        var miner = Parts.Miner(CommandLine.SettingsOf(parsed));
        var evaluation = new Evaluation();
        foreach (var document in LabelledDocument.Load(file))
        {
            cancel.ThrowIfCancellationRequested();
            evaluation.Add(document, miner.Mine(Miner.DocumentOf(document)).Commitments);
        }
        var figures = parsed.GetValue(Per) is { } per ? evaluation.By(Enum.Parse<Cut>(per, ignoreCase: true)) : evaluation.Main();
        if (parsed.GetValue(Format) == "json") Console.WriteLine(JsonSerializer.Serialize(figures.Select(x => new { x.Name, value = Math.Round(x.Value, 4), low = x.Interval?.Low, high = x.Interval?.High, x.Support }), Json.Options));
        else Print(figures, $"{evaluation.Documents} documents of {file}, models {miner.ModelVersion}");
        if (parsed.GetValue(Errors)) Print(Mistake.Of(evaluation.Sentences));
        return parsed.GetValue(FloorsFile) is { } floors ? Compare(parsed, floors, Floors.Of(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), evaluation.Main())) : CommandLine.Done;
    }

    private static int Compare(ParseResult parsed, string file, Floors now)
    {
        var broken = File.Exists(file) ? Floors.Load(file).Broken(now) : [];
        foreach (var x in broken) Console.Error.WriteLine(x);
        if (!parsed.GetValue(Update)) return broken.Count == 0 ? CommandLine.Done : CommandLine.Refused;
        if (broken.Count > 0 && !parsed.GetValue(AllowLower))
        {
            Console.Error.WriteLine($"{file} is left as it is: a floor would fall. If that is meant, say --allow-lower.");
            return CommandLine.Refused;
        }
        now.Save(file);
        Console.WriteLine($"wrote {file}");
        return CommandLine.Done;
    }

    private static void Print(IReadOnlyList<Figure> figures, string title)
    {
        var table = new Table().Title(Markup.Escape(title)).Border(TableBorder.Simple).AddColumn("figure");
        foreach (var column in (string[])["value", "95% of draws", "cases"]) table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var x in figures) table.AddRow(Markup.Escape(x.Name), $"{x.Value:0.000}", x.Interval is { } i ? $"{i.Low:0.000} to {i.High:0.000}" : "", $"{x.Support}");
        AnsiConsole.Write(table);
    }

    private static void Print(IEnumerable<IGrouping<string, Mistake>> mistakes)
    {
        foreach (var kind in mistakes)
        {
            Console.WriteLine($"\n{kind.Key}: {kind.Count()}");
            foreach (var x in kind.Take(MistakesOfKind))
                Console.WriteLine($"  {x.Document} ({x.Confidence:0.00}) {x.Expected} / {x.Found}: {x.Text.ReplaceLineEndings(" ")}");
        }
    }
}
