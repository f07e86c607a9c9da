using System.Globalization;
using System.Text.RegularExpressions;

namespace PledgeMiner.Crawling.Warc;

/// <summary>A record of a web archive: its fields and its block, whole.</summary>
/// <param name="Where">The file and the place in it, for messages.</param>
internal sealed partial record WarcRecord(string Where, WarcFields Fields, byte[] Block)
{
    public string Type => Fields["WARC-Type"]?.ToLowerInvariant() ?? "";

    public string? Id => Fields["WARC-Record-ID"];

    /// <summary>Whether the crawler that wrote it says that it cut the block short.</summary>
    public bool IsTruncated => Fields["WARC-Truncated"] is not null;

    public Uri? Target => AddressIn("WARC-Target-URI");

    /// <summary>Some writers put the address between angle brackets, as the grammar of WARC 1.0 says and its text does not.</summary>
    public Uri? AddressIn(string field) =>
        Uri.TryCreate(Fields[field]?.TrimStart('<').TrimEnd('>'), UriKind.Absolute, out var address) ? address : null;

    /// <summary>A date as WARC has them: down to the second, since 1.1 also coarser or finer.</summary>
    public DateTimeOffset? DateIn(string field)
    {
        if (Fields[field] is not { } text) return null;
        // More digits than a tick has are cut off.
        text = Fraction().Replace(text, "$1");
        return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;
    }

    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyyMMddHHmmss"];

    [GeneratedRegex(@"(\.\d{7})\d+")]
    private static partial Regex Fraction();
}
