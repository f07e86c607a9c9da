namespace PledgeMiner.Reading;

/// <summary>Turns a page into a document: readable text with its blocks, title, date, publisher and language.</summary>
/// <param name="pdf">How to start the child process that reads PDF, or null where PDF is to be refused.</param>
public sealed class Reader(PdfChild? pdf)
{
    /// <summary>Reads a page in any language.</summary>
    /// <param name="told">What is known of the page from outside; it wins over what the page says of itself.</param>
    /// <returns>The document, or why there is none: empty, too large, too deep, not text, encrypted, damaged, too slow.</returns>
    public async Task<Outcome<Document>> ReadAsync(Page page, Particulars told, CancellationToken cancel = default)
    {
        if (page.Body.Length == 0) return new Problem(ProblemKind.Empty, $"{Name(page)} is empty: there is nothing to read in it.");
        if (page.Body.Length > ReadingLimits.PageBytes) return ReadingLimits.TooLarge(Name(page), page.Body.Length);
        var read = PageFormats.Of(page) switch
        {
            PageFormat.Html => HtmlReader.Read(page),
            PageFormat.PlainText => PlainTextReader.Read(page),
            PageFormat.Docx => DocxReader.Read(page),
            PageFormat.Pdf when pdf is not null => await pdf.ReadAsync(page, cancel),
            PageFormat.Pdf => new Problem(ProblemKind.UnsupportedFormat, $"{Name(page)} is a PDF, which is not read here."),
            PageFormat.Empty => new Problem(ProblemKind.Empty, $"{Name(page)} holds only white space: there is nothing to read in it."),
            _ => new Problem(ProblemKind.NotText, $"{Name(page)} is {PageFormats.Describe(page)}, not a web page, text, PDF or DOCX: save the text itself and try again."),
        };
        if (!read.TryGet(out var draft, out var problem)) return problem;
        var known = told.Or(draft.Particulars);
        return draft.Text.Length == 0
            ? new Problem(ProblemKind.NoText, $"{Name(page)} was read, but it holds no text (a scan, or a page built by scripts): save its text and try again.")
            : new Document(draft.Text, draft.Blocks, known.Title, known.Published, known.Publisher, Languages.Of(draft.Text) ?? draft.Language ?? "en", draft.Canonical, draft.Author);
    }

    /// <summary>Reads a page that is to be mined: one in another language than English is refused, its language named.</summary>
    public async Task<Outcome<Document>> ReadEnglishAsync(Page page, Particulars told, CancellationToken cancel = default) =>
        (await ReadAsync(page, told, cancel)).Then<Document>(x => x.Language == "en" ? x
            : new Problem(ProblemKind.NotEnglish, $"{Name(page)} is in {Languages.NameOf(x.Language)}, and only English can be mined so far: give a page in English."));

    internal static string Name(Page page) => page.Address.IsFile ? Path.GetFileName(page.Address.LocalPath) : page.Address.AbsoluteUri;
}

/// <summary>What reading a page of any format gives before outside knowledge is laid over it.</summary>
internal sealed record Draft(string Text, IReadOnlyList<Block> Blocks, Particulars Particulars, string? Language = null, Uri? Canonical = null, string? Author = null);
