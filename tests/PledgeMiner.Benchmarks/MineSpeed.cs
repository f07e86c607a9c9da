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
        var parts = Best(() => steps.PlusPartsOfSpeech());
        Report("tokenise + parts of speech", tokens, parts, parts);
        Report("tag (everything)", tokens, Best(() => documents.ForEach(x => tagger.Tag(x))), parts);
        Report("mine", tokens, Best(() => documents.ForEach(x => miner.Mine(x))), parts);
        Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
    }

    private static double Best(Action step)
    {
        var best = double.MaxValue;
        for (var pass = 0; pass < Passes; pass++)
        {
            var clock = Stopwatch.StartNew();
            step();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }
        return best;
    }

    private static void Report(string name, int tokens, double seconds, double parts) =>
        Console.WriteLine($"{name,-28} {tokens / seconds,12:N0} tokens/s  {parts / seconds,6:0.00} of tokenise + parts of speech");
}
