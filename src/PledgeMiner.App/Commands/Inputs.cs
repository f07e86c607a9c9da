using System.CommandLine;
using PledgeMiner.Crawling;
using PledgeMiner.Reading;

namespace PledgeMiner.App.Commands;

/// <summary>A page named on the command line, or why it could not be had.</summary>
/// <param name="Name">The path or address as it is shown.</param>
internal sealed record Input(string Name, Outcome<Page> Page, Particulars Told);

/// <summary>Files, folders, addresses and standard input as pages: what `mine` and `read` take.</summary>
internal sealed class Inputs
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files (.html, .txt, .pdf, .docx), folders of them, URLs, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<DateOnly?> _published = DateOption.Build("--published", "Date of publication, for text that does not tell: 2025-03-01.");
    private readonly Option<string?> _title = new("--title") { Description = "Title, for text that has none.", HelpName = "TEXT" };
    private readonly Option<string?> _publisher = new("--publisher") { Description = "Who publishes it.", HelpName = "TEXT" };

    public Inputs(Command command)
    {
        command.Arguments.Add(_paths);
        command.Options.Add(_published);
        command.Options.Add(_title);
        command.Options.Add(_publisher);
    }

    /// <summary>Takes the inputs one after the other and counts what was done and refused.</summary>
    /// <param name="work">What to do with a page; a problem it returns is told to the user.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> EachAsync(ParseResult parsed, Settings settings, Func<Input, Page, Task<Problem?>> work, CancellationToken cancel)
    {
        var (done, refused) = (0, 0);
        await foreach (var input in PagesAsync(parsed, settings, cancel))
        {
            var problem = input.Page.TryGet(out var page, out var missing) ? await work(input, page) : missing;
            if (problem is null) { done++; continue; }
            refused++;
            await Console.Error.WriteLineAsync(problem.Message);
        }
        return refused == 0 ? CommandLine.Done : done > 0 ? CommandLine.Refused : CommandLine.WrongUse;
    }

    private async IAsyncEnumerable<Input> PagesAsync(ParseResult parsed, Settings settings, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var told = new Particulars(parsed.GetValue(_title), parsed.GetValue(_published), parsed.GetValue(_publisher));
        using var fetcher = new Fetcher(settings.Crawling);
        foreach (var path in parsed.GetValue(_paths)!)
        {
            if (path == "-")
            {
                yield return new("-", await StandardInputAsync(cancel), told);
            }
            else if (path.Contains("://", StringComparison.Ordinal))
            {
                yield return Uri.TryCreate(path, UriKind.Absolute, out var address)
                    ? new(path, await fetcher.FetchAsync(address, cancel), told)
                    : new(path, new Problem(ProblemKind.UnsupportedScheme, $"{path} is not a web address: write it as https://example.org/page."), told);
            }
            else if (Directory.Exists(path))
            {
                var files = PageFiles.In(path).ToList();
                if (files.Count == 0) yield return new(path, new Problem(ProblemKind.Empty, $"The folder {path} holds no .html, .txt, .pdf or .docx file."), told);
                foreach (var file in files) yield return await FileAsync(file, told, cancel);
            }
            else
            {
                yield return await FileAsync(path, told, cancel);
            }
        }
    }

    private static async Task<Input> FileAsync(string file, Particulars told, CancellationToken cancel)
    {
        try
        {
            return new(file, await PageFiles.ReadAsync(file, ReadingLimits.PageBytes, cancel), told.Or(PageFiles.ParticularsOf(file)));
        }
        catch (InvalidDataException e)
        {
            return new(file, new Problem(ProblemKind.Damaged, e.Message), told);
        }
    }

    internal static async Task<Outcome<Page>> StandardInputAsync(CancellationToken cancel)
    {
        await using var input = Console.OpenStandardInput();
        using var body = new MemoryStream();
        await input.CopyToAsync(body, cancel);
        return new Page(new Uri("file:///standard-input"), body.ToArray(), null, "", DateTimeOffset.UtcNow);
    }
}
