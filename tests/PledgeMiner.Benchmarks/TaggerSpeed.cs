using System.Diagnostics;

namespace PledgeMiner.Benchmarks;

/// <summary>A short measurement for the side-by-side run: the best of many warm passes over one text.</summary>
internal static class TaggerSpeed
{
    private const int Passes = 40;

    public static void Run(string file)
    {
        var steps = new TaggerSteps(TaggerText.ModelFolder(), File.ReadAllText(file));
        Report("tokenise", steps.Tokenise);
        Report("+ parts of speech", steps.PlusPartsOfSpeech);
        Report("+ lemmas", steps.PlusLemmas);
        Report("+ entities (everything)", steps.PlusEntities);
    }

    private static void Report(string name, Func<int> step)
    {
        var best = double.MaxValue;
        var tokens = 0;
        for (var pass = 0; pass < Passes; pass++)
        {
            var clock = Stopwatch.StartNew();
            tokens = step();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }
        Console.WriteLine($"pledgeminer {name,-24} {tokens / best,12:N0} tokens/s");
    }
}
