using System.CommandLine;
using PledgeMiner.Measuring;

namespace PledgeMiner.App.Commands;

/// <summary>`corpus`: looks after the labelled documents.</summary>
internal static class CorpusCommand
{
    private static readonly Option<string> Folder = new("--corpus") { Description = "The folder of labelled documents.", HelpName = "DIR", DefaultValueFactory = _ => "corpora/pledges", Recursive = true };

    public static Command Build()
    {
        var check = new Command("check", "Validate spans, codes and parts; one line a fault.");
        check.SetAction(parsed =>
        {
            var corpus = Corpus.Load(parsed.GetValue(Folder)!);
            var faults = CorpusCheck.Of(corpus);
            foreach (var fault in faults) Console.Error.WriteLine(fault);
            Console.WriteLine($"{corpus.Documents.Count()} documents, {faults.Count} faults");
            return faults.Count == 0 ? CommandLine.Done : CommandLine.Refused;
        });
        var stats = new Command("stats", "Print the tables of the datasheet.");
        stats.SetAction(parsed =>
        {
            string In(string name) => Path.Combine(parsed.GetValue(Folder)!, name);
            var blind = File.Exists(In("second.jsonl")) ? (LabelledDocument.Load(In("first.jsonl")), LabelledDocument.Load(In("second.jsonl"))) : ((IReadOnlyList<LabelledDocument>, IReadOnlyList<LabelledDocument>)?)null;
            foreach (var table in CorpusStats.Of(Corpus.Load(parsed.GetValue(Folder)!), blind)) Print(table);
            return CommandLine.Done;
        });
        var command = new Command("corpus", "Check and count the labelled documents.") { check, stats };
        command.Options.Add(Folder);
        return command;
    }

    /// <summary>As a Markdown table, so that the datasheet can take it as it is.</summary>
    private static void Print(StatsTable table)
    {
        Console.WriteLine($"### {table.Title}\n");
        Console.WriteLine($"| {string.Join(" | ", table.Columns)} |");
        Console.WriteLine($"|{string.Concat(table.Columns.Select(_ => " --- |"))}");
        foreach (var row in table.Rows) Console.WriteLine($"| {string.Join(" | ", row)} |");
        Console.WriteLine();
    }
}
