using System.CommandLine;
using PledgeMiner.Crawling;

namespace PledgeMiner.App.Commands;

/// <summary>One file or address whose bytes a command looks at as they are.</summary>
internal sealed class PlainInput
{
    /// <summary>sitemaps.org: no sitemap is larger.</summary>
    private const int MostBytes = 52_428_800;

    private readonly Argument<string> _path = new("FILE") { Description = "A file, a URL, or - for standard input." };

    private readonly Option<Uri?> _address = new("--address")
    {
        Description = "Where a file was found: its relative links refer to it.",
        HelpName = "URL",
        CustomParser = x =>
        {
            if (Uri.TryCreate(x.Tokens[0].Value, UriKind.Absolute, out var address)) return address;
            x.AddError($"'{x.Tokens[0].Value}' is not a web address: write it as https://example.org/feed.xml.");
            return null;
        },
    };

    public PlainInput(Command command, bool hasLinks)
    {
        command.Arguments.Add(_path);
        if (hasLinks) command.Options.Add(_address);
    }

    /// <summary>Where the bytes were found on the web, if that is known.</summary>
    public Uri? AddressOf(ParseResult parsed, Page page) => parsed.GetValue(_address) ?? (page.Address.IsFile ? null : page.Address);

    public async Task<Outcome<Page>> ReadAsync(ParseResult parsed, CancellationToken cancel)
    {
        var path = parsed.GetValue(_path)!;
        if (path == "-") return await Inputs.StandardInputAsync(cancel);
        if (!path.Contains("://", StringComparison.Ordinal)) return await PageFiles.ReadAsync(path, MostBytes, cancel);
        if (!Uri.TryCreate(path, UriKind.Absolute, out var address))
            return new Problem(ProblemKind.UnsupportedScheme, $"{path} is not a web address: write it as https://example.org/robots.txt.");
        using var fetcher = new Fetcher(CommandLine.SettingsOf(parsed).Crawling with { PageBytes = MostBytes });
        return await fetcher.FetchAsync(address, cancel);
    }
}
