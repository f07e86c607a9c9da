using PledgeMiner.Crawling;
using PledgeMiner.Reading;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Jobs;

/// <summary>What a test of a source found, for a person.</summary>
/// <param name="Problem">What would keep it from being crawled, or null.</param>
public sealed record SourceReport(IReadOnlyList<string> Lines, Problem? Problem);

/// <summary>Asks for a source's list and its first page as a crawl would, and records nothing.</summary>
public sealed class SourceTest(Crawler crawler, Reader reader)
{
    private const int Shown = 10;

    public async Task<SourceReport> RunAsync(Source source, CancellationToken cancel = default)
    {
        if (source.Folder is not null)
        {
            var delivered = await crawler.DeliverAsync(source, NoMemory.None, cancel).Take(Shown).ToListAsync(cancel);
            if (delivered.Count == 0) return new([], new Problem(ProblemKind.Empty, $"{source.Folder} holds no page: put .html, .txt, .pdf or .docx files there."));
            return await ReadAsync([.. delivered.Select(x => x.Address.AbsoluteUri)], delivered[0].Page, cancel);
        }
        var (lines, next) = (new List<string>(), new Link(source.Address, List: source.Kind != SourceKind.Page));
        // A sitemap of sitemaps leads to its pages by one list more.
        for (var lists = 0; next.List && lists < Frontier.ListLevels; lists++)
        {
            var list = await crawler.VisitAsync(next.Address, Validators.None, list: true, cancel);
            if (list.Page is not { } page) return new(lines, list.Problem);
            var links = Links.Of(source, page, list: true);
            if (links.Count == 0) return new(lines, new Problem(ProblemKind.Empty, $"{next.Address} leads to no page: check the address, the kind {source.Kind.Code()} and the patterns."));
            lines.AddRange(links.Take(Shown).Select(x => x.Address.AbsoluteUri).Prepend($"{links.Count} links, the first:"));
            next = links[0];
        }
        var first = await crawler.VisitAsync(next.Address, Validators.None, cancel: cancel);
        return await ReadAsync(lines, first.Page is { } got ? got : first.Problem!, cancel);
    }

    private async Task<SourceReport> ReadAsync(IReadOnlyList<string> lines, Outcome<Page> page, CancellationToken cancel)
    {
        if (!page.TryGet(out var got, out var missing)) return new(lines, missing);
        return (await reader.ReadAsync(got, Particulars.None, cancel)).TryGet(out var document, out var problem)
            ? new([.. lines, $"{got.Address} reads as \"{document.Title}\", {document.Published?.ToString("yyyy-MM-dd") ?? "no date"}, {document.Text.Length} characters"], null)
            : new(lines, problem);
    }

    /// <summary>A test looks into no ledger: what an archive only refers to is told as missing.</summary>
    private sealed class NoMemory : IPageMemory
    {
        public static readonly NoMemory None = new();

        public Task<Page?> FindPageAsync(Uri address, DateTimeOffset? at, CancellationToken cancel = default) => Task.FromResult<Page?>(null);
    }
}
