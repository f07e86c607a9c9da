using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;

namespace PledgeMiner.App.Commands;

/// <summary>`mine`: pages to commitments.</summary>
internal static class MineCommand
{
    public static Command Build()
    {
        var command = new Command("mine", "Find the commitments in pages and print who promises what, how firmly, on what condition, by when.");
        var format = new Option<string>("--format") { Description = "table, or jsonl: one JSON object a document.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl");
        var stats = new Option<bool>("--stats") { Description = "End with counts, seconds and peak memory on standard error." };
        command.Options.Add(format);
        command.Options.Add(stats);
        var inputs = new Inputs(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = CommandLine.SettingsOf(parsed);
            var miner = Parts.Miner(settings);
            var count = new MineStats();
            var code = await inputs.EachAsync(parsed, settings, async (input, page) =>
            {
                if (!(await miner.MineAsync(page, input.Told, cancel)).TryGet(out var mined, out var problem)) return problem;
                count.Add(mined);
                if (parsed.GetValue(format) == "jsonl") Console.WriteLine(JsonSerializer.Serialize(Json.Of(input.Name, mined), Json.Options));
                else CommitmentTable.Print(input.Name, mined);
                return null;
            }, cancel);
            if (parsed.GetValue(stats)) await Console.Error.WriteLineAsync(count.ToString());
            return code;
        });
        return command;
    }

    /// <summary>What `--stats` ends with.</summary>
    private sealed class MineStats
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private int _documents, _sentences, _tokens, _commitments;

        public void Add(Mined mined)
        {
            _documents++;
            _sentences += mined.Sentences.Count;
            _tokens += mined.Sentences.Sum(x => x.Tokens.Count);
            _commitments += mined.Commitments.Count;
        }

        public override string ToString()
        {
            var seconds = _watch.Elapsed.TotalSeconds;
            using var self = Process.GetCurrentProcess();
            return $"{_documents} documents, {_sentences} sentences, {_tokens} tokens, {_commitments} commitments, {seconds:0.00} s, {_documents / seconds:0.0} documents/s, {self.PeakWorkingSet64 >> 20} MB peak memory";
        }
    }
}
