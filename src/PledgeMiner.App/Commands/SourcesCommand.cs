using System.CommandLine;
using PledgeMiner.App.Jobs;
using PledgeMiner.Crawling;

namespace PledgeMiner.App.Commands;

/// <summary>`sources`: what is crawled. Works while the app runs, which reads the file anew every minute.</summary>
internal static class SourcesCommand
{
    public static Command Build() => new("sources", "List, add, test, pause and resume sources.")
    {
        ListCommand(), AddCommand(), TestCommand(), PauseCommand("pause", "Crawl a source no more until it is resumed.", true),
        PauseCommand("resume", "Crawl a paused source again.", false),
    };

    private static Command ListCommand()
    {
        var list = new Command("list", "Print the sources, one a line.");
        list.SetAction(parsed =>
        {
            var settings = CommandLine.SettingsOf(parsed);
            foreach (var source in new SourceFile(settings).Load())
            {
                var schedule = source.ScheduleBy(settings);
                Console.WriteLine($"{source.Name}\t{source.Kind.Code()}\ttier {source.Tier}\t{schedule.Cron} {schedule.TimeZone}\t{source.Waits(settings) ?? "ready"}\t{source.Address}");
            }
            return CommandLine.Done;
        });
        return list;
    }

    private static Command AddCommand()
    {
        var (name, address) = (new Argument<string>("NAME") { Description = "Small letters, digits and hyphens." }, new Argument<string>("ADDRESS") { Description = "An address on the web, or a path." });
        var kind = new Option<string>("--kind") { Description = "index, feed, sitemap, page, folder or warc.", DefaultValueFactory = _ => "index" };
        kind.AcceptOnlyFromAmong([.. Labels.All<SourceKind>().Select(x => x.Code())]);
        var (schedule, zone) = (new Option<string?>("--schedule") { Description = "A cron expression; default the setting Schedule.", HelpName = "CRON" }, new Option<string?>("--zone") { Description = "The schedule's time zone; default the setting TimeZone.", HelpName = "NAME" });
        var missed = new Option<string>("--missed") { Description = "What becomes of a missed run: run-now, skip or next-window.", DefaultValueFactory = _ => "run-now" };
        missed.AcceptOnlyFromAmong([.. Labels.All<MissedRun>().Select(x => x.Code())]);
        var tier = new Option<int>("--tier") { Description = "1 the body that decides, 2 established newsrooms, 3 all others.", DefaultValueFactory = _ => 3 };
        var depth = new Option<int>("--depth") { Description = "How many links away from its list a page may be.", DefaultValueFactory = _ => 1 };
        var pages = new Option<int>("--pages") { Description = "Most pages in a run.", DefaultValueFactory = _ => 200 };
        var (include, exclude) = (new Option<string[]>("--include") { Description = "Follow only paths like this: /news/*", HelpName = "PATTERN", DefaultValueFactory = _ => [] }, new Option<string[]>("--exclude") { Description = "Leave paths like this.", HelpName = "PATTERN", DefaultValueFactory = _ => [] });
        var add = new Command("add", "Add a source to sources.json.") { name, address, kind, schedule, zone, missed, tier, depth, pages, include, exclude };
        add.SetAction(parsed =>
        {
            var asKind = Labels.All<SourceKind>().First(x => x.Code() == parsed.GetValue(kind));
            var asMissed = Labels.All<MissedRun>().First(x => x.Code() == parsed.GetValue(missed));
            var isPath = asKind is SourceKind.Folder or SourceKind.Warc;
            var written = parsed.GetValue(address)!;
            if (isPath && !Path.Exists(written)) throw new InvalidDataException($"{written} does not exist: correct the path.");
            new SourceFile(CommandLine.SettingsOf(parsed)).Add(new SourceSetting
            {
                Name = parsed.GetValue(name)!,
                Address = isPath ? Path.GetFullPath(written) : written,
                Kind = asKind,
                Schedule = parsed.GetValue(schedule),
                TimeZone = parsed.GetValue(zone),
                Missed = asMissed,
                Tier = parsed.GetValue(tier),
                Depth = parsed.GetValue(depth),
                Pages = parsed.GetValue(pages),
                Include = parsed.GetValue(include)!,
                Exclude = parsed.GetValue(exclude)!,
            });
            return CommandLine.Done;
        });
        return add;
    }

    private static Command TestCommand()
    {
        var name = new Argument<string>("NAME");
        var test = new Command("test", "Ask for a source's list and its first page, and say what would be crawled; records nothing.") { name };
        test.SetAction(async (parsed, cancel) =>
        {
            var settings = CommandLine.SettingsOf(parsed);
            var source = new SourceFile(settings).Find(parsed.GetValue(name)!).ToSource();
            using var crawler = new Crawler(settings.Crawling, new MemoryHosts());
            var report = await new SourceTest(crawler, Parts.Reader()).RunAsync(source, cancel);
            foreach (var line in report.Lines) Console.WriteLine(line);
            if (report.Problem is null) return CommandLine.Done;
            await Console.Error.WriteLineAsync(report.Problem.Message);
            return CommandLine.Refused;
        });
        return test;
    }

    private static Command PauseCommand(string verb, string says, bool paused)
    {
        var name = new Argument<string>("NAME");
        var command = new Command(verb, says) { name };
        command.SetAction(parsed =>
        {
            new SourceFile(CommandLine.SettingsOf(parsed)).Pause(parsed.GetValue(name)!, paused);
            return CommandLine.Done;
        });
        return command;
    }
}
