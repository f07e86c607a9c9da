using System.Diagnostics;
using PledgeMiner.Classifying;
using PledgeMiner.Detecting;
using PledgeMiner.Reading;
using PledgeMiner.Tagging;

namespace PledgeMiner.Benchmarks;

/// <summary>What mining costs beside tagging: labelled documents (the corpus' test part, in which every third sentence commits, or a file), warm, on one thread, each step's best pass of one run.</summary>
internal static class MineSpeed
{
    private const int Passes = 60;

    public static void Run(string? file)
    {
        var models = Path.GetDirectoryName(TaggerText.ModelFolder())!;
        var corpus = file ?? Path.Combine(Path.GetDirectoryName(models)!, "corpora", "pledges", "test.jsonl");
        var documents = LabelledDocument.Load(corpus).Select(Miner.DocumentOf).ToList();
        var steps = new TaggerSteps(TaggerText.ModelFolder(), string.Join("\n\n", documents.Select(x => x.Text)));
        var tagger = new EntityTagger(Tagger.Load(TaggerText.ModelFolder()));
        var detector = new Detector(tagger.CodeOf);
        var miner = new Miner(new Reader(new PdfChild("unused", [])), tagger, detector, Classifier.Load(Path.Combine(models, "pledges-en"), Path.Combine(models, "textcnn-en")));
        var tokens = documents.Sum(x => tagger.Tag(x).Sum(s => s.Tokens.Count));
        (string Name, Action Run)[] all =
        [
            ("tokenise + parts of speech", () => steps.PlusPartsOfSpeech()),
            ("tag (everything)", () => documents.ForEach(x => tagger.Tag(x))),
            ("mine", () => documents.ForEach(x => miner.Mine(x))),
        ];
        var best = new double[all.Length];
        Array.Fill(best, double.MaxValue);
        // In turns: what else the machine does slows all of them alike.
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var i = 0; i < all.Length; i++)
            {
                var clock = Stopwatch.StartNew();
                all[i].Run();
                best[i] = Math.Min(best[i], clock.Elapsed.TotalSeconds);
            }
        }
        for (var i = 0; i < all.Length; i++) Console.WriteLine($"{all[i].Name,-28} {tokens / best[i],12:N0} tokens/s  {best[0] / best[i],6:0.00} of {all[0].Name}");
        Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
    }
}
