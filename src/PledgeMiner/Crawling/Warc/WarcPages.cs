using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace PledgeMiner.Crawling.Warc;

/// <summary>The pages of a web archive, each as the server gave it, with its original address, date and headers.</summary>
/// <param name="memory">Where pages are looked up that the archive only refers to.</param>
/// <param name="limit">Larger pages are refused.</param>
public sealed class WarcPages(string file, IPageMemory memory, int limit)
{
    /// <summary>Payloads remembered for the records that only refer to them; each takes about 300 bytes.</summary>
    private const int Payloads = 100_000;

    private static readonly string[] NoPages = ["image/", "video/", "audio/", "font/", "text/css", "text/dns", "text/javascript", "application/javascript", "application/x-javascript", "application/json"];

    private readonly Dictionary<string, (Uri Address, DateTimeOffset At)> _payloads = [];

    /// <summary>Records that are no page: requests, redirects, pictures and the like.</summary>
    public int PassedOver { get; private set; }

    /// <summary>The pages in order; what cannot be had is a problem that says where.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async IAsyncEnumerable<Outcome<ArchivedPage>> ReadAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var reader = new WarcReader(file, limit + HttpResponse.HeadBytes);
        (string? Id, ArchivedPage Page)? last = null;
        foreach (var outcome in reader.Records())
        {
            cancel.ThrowIfCancellationRequested();
            // Our own archives say in a record of its own, behind the page, what was known of it.
            if (outcome.Value is { Type: "metadata" } about && last is { } of && about.Fields["WARC-Refers-To"] is { } id && id == of.Id)
            {
                last = (null, With(of.Page, about));
                PassedOver++;
                continue;
            }
            if (last is { } ready) yield return ready.Page;
            last = null;
            if (!outcome.TryGet(out var record, out var problem))
            {
                yield return problem;
            }
            else if (!MayHoldPage(record.Fields))
            {
                PassedOver++;
            }
            else if (await PageOfAsync(record, cancel) is not { } page)
            {
                PassedOver++;
            }
            else if (page.TryGet(out var value, out var missing))
            {
                last = (record.Id, value);
            }
            else
            {
                yield return missing with { Message = $"{record.Where}: {missing.Message}; it is passed over." };
            }
        }
        if (last is { } end) yield return end.Page;
    }

    /// <summary>By its type alone.</summary>
    internal static bool MayHoldPage(WarcFields fields) => fields["WARC-Type"]?.ToLowerInvariant() is "response" or "resource" or "revisit";

    /// <returns>Null where the record is whole and well but no page.</returns>
    private async Task<Outcome<ArchivedPage>?> PageOfAsync(WarcRecord record, CancellationToken cancel)
    {
        if (record.Target is not { } address) return new Problem(ProblemKind.Damaged, "it does not say of which address it is");
        if (address.Scheme is not ("http" or "https" or "file") || address.AbsolutePath == "/robots.txt") return null;
        if (record.Fields["WARC-Segment-Number"] is not null) return new Problem(ProblemKind.UnsupportedFormat, "it is one of several segments, which are not put together");
        var response = HttpResponse.Parse(record.Block);
        if ((record.DateIn("WARC-Date") ?? DateOf(response)) is not { } at) return new Problem(ProblemKind.Damaged, "it has no date");
        if (record.Type == "revisit") return await RevisitAsync(record, address, at, response, cancel);
        if (record.Type == "resource") return Resource(record, address, at);
        if (response is null) return new Problem(ProblemKind.Damaged, "it does not begin with an HTTP status line and headers");
        // 206 is a part of a page, and other numbers bring a page about something else.
        if (response.Status is < 200 or > 203 || IsNoPage(response.Headers["Content-Type"])) return null;
        var outcome = HttpBody.Decode(response.Body, response.Headers, limit, record.IsTruncated);
        if (!outcome.TryGet(out var body, out var problem)) return (Outcome<ArchivedPage>)problem;
        if (record.Fields["WARC-Payload-Digest"] is { } digest && _payloads.Count < Payloads) _payloads[digest] = (address, at);
        return (Outcome<ArchivedPage>)new ArchivedPage(new Page(address, body, response.Headers["Content-Type"], response.HeaderText, at), Particulars.None);
    }

    private static Outcome<ArchivedPage>? Resource(WarcRecord record, Uri address, DateTimeOffset at)
    {
        var type = record.Fields["Content-Type"];
        if (IsNoPage(type)) return null;
        return (Outcome<ArchivedPage>)new ArchivedPage(new Page(address, record.Block, type, "", at), Particulars.None);
    }

    /// <summary>A record that only says that a page was the same as one before.</summary>
    private async Task<Outcome<ArchivedPage>?> RevisitAsync(WarcRecord record, Uri address, DateTimeOffset at, HttpResponse? response, CancellationToken cancel)
    {
        var (first, when) = record.Fields["WARC-Payload-Digest"] is { } digest && _payloads.TryGetValue(digest, out var known) ? known
            : (record.AddressIn("WARC-Refers-To-Target-URI") ?? address, record.DateIn("WARC-Refers-To-Date") ?? (DateTimeOffset?)at);
        if (await memory.FindPageAsync(first, when, cancel) is not { } page)
            return new Problem(ProblemKind.NotFound, $"it only refers to {first.AbsoluteUri}, which is not in the ledger: ingest the archive that holds that first");
        return (Outcome<ArchivedPage>)new ArchivedPage(page with { Address = address, FetchedAt = at, Headers = response is { Status: 200 } ? response.HeaderText : page.Headers }, Particulars.None);
    }

    private static ArchivedPage With(ArchivedPage page, WarcRecord about)
    {
        var fields = WarcFields.Parse(Encoding.UTF8.GetString(about.Block));
        DateOnly? published = DateOnly.TryParseExact(fields["published"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        return page with
        {
            Told = new(fields["title"], published, fields["publisher"]),
            Source = fields["source"],
            DocumentId = fields["document"],
            Invented = fields["invented"] == "true",
        };
    }

    private static bool IsNoPage(string? type) => NoPages.Any(x => type?.StartsWith(x, StringComparison.OrdinalIgnoreCase) == true);

    private static DateTimeOffset? DateOf(HttpResponse? response) =>
        DateTimeOffset.TryParse(response?.Headers["Date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;
}
