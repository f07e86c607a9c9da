using System.Security.Cryptography;

namespace PledgeMiner;

/// <summary>Bytes as fetched, with where and when they came from: the evidence everything later points back to.</summary>
/// <param name="Address">Where the page was found; a file's page has a file address.</param>
/// <param name="Body">The bytes as they came, after transfer decoding and before any other change.</param>
/// <param name="ContentType">The media type as declared, or null where nothing was.</param>
/// <param name="Headers">The status line and the response headers, one "Name: value" a line; empty for a file.</param>
public sealed record Page(Uri Address, byte[] Body, string? ContentType, string Headers, DateTimeOffset FetchedAt)
{
    private string? _hash;

    /// <summary>SHA-256 of the body, 64 lower-case hexadecimal digits.</summary>
    public string Hash => _hash ??= Convert.ToHexStringLower(SHA256.HashData(Body));

    /// <summary>The values of a response header, in their order.</summary>
    public IEnumerable<string> HeaderValues(string name) =>
        Headers.Split('\n').Where(x => x.Length > name.Length && x[name.Length] == ':' && x.StartsWith(name, StringComparison.OrdinalIgnoreCase)).Select(x => x[(name.Length + 1)..].Trim());

    /// <summary>A response header's first value, or null.</summary>
    public string? Header(string name) => HeaderValues(name).FirstOrDefault();

    /// <summary>What to ask with the next time.</summary>
    public Validators Validators => new(Header("ETag"), Header("Last-Modified"));
}

/// <summary>What the reader of a page is told about it from outside: it wins over what the page says of itself.</summary>
public sealed record Particulars(string? Title = null, DateOnly? Published = null, string? Publisher = null)
{
    public static readonly Particulars None = new();

    /// <summary>These particulars, and the other's where these say nothing.</summary>
    public Particulars Or(Particulars other) =>
        new(Title ?? other.Title, Published ?? other.Published, Publisher ?? other.Publisher);
}
