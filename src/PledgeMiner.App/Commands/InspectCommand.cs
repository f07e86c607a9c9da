using System.CommandLine;
using System.Text.Json;
using PledgeMiner.Crawling;

namespace PledgeMiner.App.Commands;

/// <summary>`inspect`: how the crawler reads robots.txt, feeds, sitemaps and addresses, to tell why a page was fetched or not.</summary>
internal static class InspectCommand
{
    public static Command Build() => new("inspect", "Show how the crawler reads robots.txt, feeds, sitemaps and addresses.") { RobotsCommand(), FeedCommand(), SitemapCommand(), UrlCommand() };

    private static Command RobotsCommand()
    {
        var agent = new Option<string>("--agent") { Description = "The crawler's name; default ours.", HelpName = "NAME", DefaultValueFactory = _ => Robots.Agent };
        var urls = new Option<string[]>("--url") { Description = "An address as it is requested, percent-encoded; may be repeated, - reads them from standard input.", HelpName = "URL", AllowMultipleArgumentsPerToken = true, Required = true };
        var command = new Command("robots", "Tell which addresses a robots.txt allows and which line decides.") { agent, urls };
        return OfFile(command, new PlainInput(command, hasLinks: false), (parsed, page) =>
        {
            var robots = Robots.Parse(page.Body, parsed.GetValue(agent)!);
            foreach (var url in Lines(parsed.GetValue(urls)!))
            {
                var rule = robots.DecisiveFor(Robots.PathOf(url));
                Print(new { url, allowed = rule?.Allow ?? true, line = rule?.Line, rule = rule?.Pattern, crawlDelay = robots.CrawlDelay?.TotalSeconds, robots.Sitemaps });
            }
            return null;
        });
    }

    private static Command FeedCommand() => OfLinks("feed", "Print the entries of a feed.", (address, page) =>
    {
        if (Feed.Read(page.Body, page.ContentType, address) is not { } feed) return Problem(page, "feed", "RSS, Atom or JSON Feed");
        foreach (var x in feed.Entries) Print(new { x.Title, x.Link, date = x.Published, x.Updated, x.Guid, feed = new { feed.Title, feed.Link, date = feed.Updated } });
        return null;
    });

    private static Command SitemapCommand() => OfLinks("sitemap", "Print what a sitemap lists.", (address, page) =>
    {
        if (Sitemap.Read(page.Body, page.ContentType, address) is not { } sitemap) return Problem(page, "sitemap", "urlset, sitemapindex, a feed or lines of addresses");
        foreach (var (kind, listed) in sitemap.Sitemaps.Select(x => ("sitemap", x)).Concat(sitemap.Pages.Select(x => ("page", x))))
            Print(new { kind, location = listed.Location, modified = listed.Modified, title = listed.Title, published = listed.Published });
        return null;
    });

    private static Command UrlCommand()
    {
        var urls = new Argument<string[]>("URL") { Description = "Addresses, or - for standard input, one a line.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("url", "Print the normal form of addresses and whether they would be fetched.") { urls };
        command.SetAction(parsed =>
        {
            var (allowed, refused) = (CommandLine.SettingsOf(parsed).PrivateHosts, false);
            foreach (var url in Lines(parsed.GetValue(urls)!))
            {
                var problem = UrlNormal.TryParse(url, out var normal) ? PrivateHosts.Check(normal, allowed)
                    : new Problem(ProblemKind.UnsupportedScheme, $"{url} is not the address of a web page: write it as https://example.org/page.");
                refused |= problem is not null;
                Print(new { url, normal = normal?.AbsoluteUri, @public = problem is null, reason = problem?.Kind.ToString(), message = problem?.Message });
            }
            return refused ? CommandLine.Refused : CommandLine.Done;
        });
        return command;
    }

    private static Command OfLinks(string name, string description, Func<Uri?, Page, Problem?> work)
    {
        var command = new Command(name, description);
        var input = new PlainInput(command, hasLinks: true);
        return OfFile(command, input, (parsed, page) => work(input.AddressOf(parsed, page), page));
    }

    /// <param name="work">Prints; returns what is wrong with the file.</param>
    private static Command OfFile(Command command, PlainInput input, Func<ParseResult, Page, Problem?> work)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            var problem = (await input.ReadAsync(parsed, cancel)).TryGet(out var page, out var missing) ? work(parsed, page) : missing;
            if (problem is null) return CommandLine.Done;
            await Console.Error.WriteLineAsync(problem.Message);
            return CommandLine.WrongUse;
        });
        return command;
    }

    private static IEnumerable<string> Lines(string[] given) =>
        given.SelectMany(x => x == "-" ? StandardInput() : [x]);

    private static IEnumerable<string> StandardInput()
    {
        while (Console.In.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return line;
        }
    }

    private static Problem Problem(Page page, string what, string expected) => new(ProblemKind.UnsupportedFormat, $"{page.Address} is no {what}: give one that is {expected}.");

    private static void Print(object line) => Console.WriteLine(JsonSerializer.Serialize(line, Json.Options));
}
