using System.Collections.Concurrent;
using System.CommandLine;
using PledgeMiner.App.Jobs;
using PledgeMiner.Recording;
using Serilog;

namespace PledgeMiner.App.Commands;

/// <summary>`crawl`: sources now, without the web pages.</summary>
internal static class CrawlCommand
{
    public static Command Build()
    {
        var names = new Argument<string[]>("SOURCE") { Description = "Names of sources; without any, all that are not paused.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("crawl", "Crawl sources now and record what is found; one line a source.") { names };
        command.SetAction((parsed, cancel) => RunAsync(CommandLine.SettingsOf(parsed), parsed.GetValue(names)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(Settings settings, string[] names, CancellationToken cancel)
    {
        var chosen = Choose(settings, names);
        var (folder, refusal) = DataFolder.Open(settings.Data);
        if (folder is null) throw new InvalidDataException(refusal);
        using (folder)
        {
            await using var services = Services(settings, folder);
            var crawl = services.GetRequiredService<CrawlRun>();
            var runs = new ConcurrentBag<Run>();
            await Parallel.ForEachAsync(chosen, new ParallelOptions { MaxDegreeOfParallelism = Crawls.Workers, CancellationToken = cancel }, async (source, token) =>
            {
                // This process alone holds the folder, so that no other can be crawling the source.
                var run = (await crawl.RunAsync(source.ToSource(), token))!;
                runs.Add(run);
                Console.WriteLine(Line(run));
            });
            return runs.All(x => x.Refused == 0) ? CommandLine.Done : CommandLine.Refused;
        }
    }

    private static List<SourceSetting> Choose(Settings settings, string[] names)
    {
        var file = new SourceFile(settings);
        if (names.Length == 0)
        {
            var ready = file.Load().Where(x => x.Waits(settings) is null).ToList();
            return ready.Count > 0 ? ready : throw new InvalidDataException($"No source is ready: all are paused or wait for the setting Contact; see `sources list` and {file.Path}.");
        }
        var chosen = names.Distinct().Select(file.Find).ToList();
        if (chosen.Find(x => x.Waits(settings) is not null) is not { } waiting) return chosen;
        throw new InvalidDataException(waiting.Paused
            ? $"The source '{waiting.Name}' is paused: `sources resume {waiting.Name}` lets it be crawled."
            : $"The source '{waiting.Name}' is on the web, and no site is crawled before its owner can reach you: set Contact, for instance PLEDGEMINER_CONTACT=mailto:you@example.org.");
    }

    private static ServiceProvider Services(Settings settings, DataFolder folder)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Ledger.Open(folder));
        services.AddSingleton(Parts.Miner(settings));
        services.AddLogging(x => x.AddSerilog(new LoggerConfiguration().MinimumLevel.Warning()
            .WriteTo.Console(outputTemplate: "{Message:lj}{NewLine}{Exception}", standardErrorFromLevel: Serilog.Events.LogEventLevel.Verbose).CreateLogger(), dispose: true));
        Crawls.Add(services, settings);
        return services.BuildServiceProvider();
    }

    /// <summary>"ministry: 12 pages, 3 new, 1 changed, 6 unchanged, 2 refused (http-status 1, no-text 1), 5 commitments, 34 s".</summary>
    private static string Line(Run run)
    {
        var reasons = string.Join(", ", run.Refusals.OrderByDescending(x => x.Value).Select(x => $"{x.Key.Code()} {x.Value}"));
        return $"{run.Source}: {run.Seen} pages, {run.New} new, {run.Changed} changed, {run.Unchanged} unchanged, {run.Refused} refused{(reasons.Length > 0 ? $" ({reasons})" : "")}, {run.Commitments} commitments, {run.Seconds:0} s";
    }
}
