namespace PledgeMiner;

/// <summary>A page out of an archive or on its way into one, with what was known of it there.</summary>
/// <param name="Told">What is known of the page from outside.</param>
/// <param name="Source">The source it came from, where the archive tells.</param>
/// <param name="DocumentId">The document that was read from it, where one was.</param>
/// <param name="Invented">True for a page of the bundled sample: it stays invented wherever it goes.</param>
public sealed record ArchivedPage(Page Page, Particulars Told, string? Source = null, string? DocumentId = null, bool Invented = false);

/// <summary>Remembers pages: what an archive only refers to is looked up here.</summary>
public interface IPageMemory
{
    /// <summary>The page an address gave at a time, else the last one before it, else the first one after it; null where it never gave any.</summary>
    /// <param name="at">Null for the latest.</param>
    Task<Page?> FindPageAsync(Uri address, DateTimeOffset? at, CancellationToken cancel = default);
}
