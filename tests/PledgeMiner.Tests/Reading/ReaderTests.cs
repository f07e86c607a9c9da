using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PledgeMiner.Reading;

namespace PledgeMiner.Tests.Reading;

public class ReaderTests
{
    private const string Filler = "The ministers met in the old hall by the harbour and spoke for most of the afternoon about the winter to come.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headings_lists_tables_and_quotes_survive_and_boilerplate_goes()
    {
        var document = await ReadAsync($"""
            <html lang="en-GB"><head><title>Help agreed | The Post</title><meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2025-03-01T10:00:00Z"><link rel="canonical" href="/help"></head>
            <body><nav><a href="/">Home</a></nav><article><h1>Help agreed</h1><p>{Filler}</p><h2>What was promised</h2><p>The participants will provide:</p><ul><li>artillery shells for the winter;</li><li>two minehunters.</li></ul>
            <table><tr><th>State</th><th>Gift</th></tr><tr><td>Denmark</td><td>19 guns</td></tr></table><blockquote>We stand by our word, all of us, for as long as it takes.</blockquote><p>{Filler}</p></article><footer>Imprint and contact</footer></body></html>
            """);
        Assert.Equal(("Help agreed", new DateOnly(2025, 3, 1), "The Post", "en"), (document.Title, document.Published, document.Publisher, document.Language));
        Assert.Equal("https://post.invalid/help", document.Canonical!.AbsoluteUri);
        Assert.Equal(
            [BlockKind.Title, BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph, BlockKind.Item, BlockKind.Item, BlockKind.Row, BlockKind.Row, BlockKind.Quote, BlockKind.Paragraph],
            document.Blocks.Select(x => x.Kind));
        Assert.Equal("The participants will provide:", document.LeadInOf(4)!.Value.Span.Of(document.Text));
        Assert.Equal("Denmark | 19 guns", document.Blocks[7].Span.Of(document.Text));
    }

    [Theory]
    [InlineData("utf-8", null), InlineData("utf-16", null), InlineData("windows-1252", "text/plain; charset=windows-1252"), InlineData("windows-1252", null)]
    public async Task Text_comes_out_as_it_was_written(string encoding, string? contentType)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var written = Encoding.GetEncoding(encoding);
        byte[] body = [.. written.Preamble, .. written.GetBytes("Élysée “yes”\r\n\r\nNine euros: 9 €.")];
        var document = (await new Reader(null).ReadAsync(new Page(new Uri("https://a.invalid/a.txt"), body, contentType, "", DateTimeOffset.UnixEpoch), Particulars.None, Cancel)).Value!;
        Assert.Equal("Élysée “yes”\r\n\r\nNine euros: 9 €.", document.Text);
        Assert.Equal(["Élysée “yes”", "Nine euros: 9 €."], document.Blocks.Select(x => x.Span.Of(document.Text)));
    }

    /// <summary>Declared, wrongly declared and not declared at all.</summary>
    [Theory]
    [InlineData("windows-1251", "windows-1251", "Министры сказали, что страна получит больше помощи до зимы, и что они уже просили об этом.")]
    [InlineData("windows-1251", null, "Министры сказали, что страна получит больше помощи до зимы, и что они уже просили об этом.")]
    [InlineData("iso-8859-2", "iso-8859-2", "Ministrowie powiedzieli, że kraj otrzyma więcej pomocy przed zimą.")]
    [InlineData("windows-1252", "iso-8859-1", "The minister’s “yes” costs 9 €.")]
    [InlineData("utf-8", "iso-8859-1", "The minister’s “yes” costs 9 €.")]
    [InlineData("utf-16BE", null, "The minister’s “yes” costs 9 € and is given gladly.")]
    [InlineData("shift_jis", null, "大臣たちは、冬の前にもっと多くの支援を送ると述べた。それは町から頼まれたことだった。")]
    public void An_encoding_is_told(string written, string? declared, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal(text, TextDecoding.Decode(Encoding.GetEncoding(written).GetBytes(text), declared));
    }

    [Fact]
    public async Task What_a_database_would_refuse_becomes_a_replacement_of_the_same_length()
    {
        var document = await ReadAsync("", "text/plain", Encoding.UTF8.GetBytes($"One \0 word. {Filler}"));
        Assert.Equal($"One \uFFFD word. {Filler}", document.Text);
    }

    [Fact]
    public async Task A_word_document_keeps_its_kinds()
    {
        using var body = new MemoryStream();
        using (var word = WordprocessingDocument.Create(body, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(
                Styled("Heading1", "Article 1"), Styled(null, "Norway will provide the following."), Styled("ListBullet", "two batteries"),
                new Table(new TableRow(new TableCell(Styled(null, "Norway")), new TableCell(Styled(null, "two"))))));
        }
        var document = await ReadAsync("", null, body.ToArray());
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Item, BlockKind.Row], document.Blocks.Select(x => x.Kind));
    }

    [Fact]
    public async Task What_is_told_from_outside_wins()
    {
        var page = new Page(new Uri("https://post.invalid/a"), Encoding.UTF8.GetBytes($"<html><head><title>Theirs</title></head><body><p>{Filler}</p></body></html>"), "text/html", "", DateTimeOffset.UnixEpoch);
        var read = await new Reader(null).ReadAsync(page, new Particulars("Ours", new(2025, 1, 2)), Cancel);
        Assert.Equal(("Ours", new DateOnly(2025, 1, 2)), (read.Value!.Title, read.Value.Published));
    }

    /// <summary>Every one of 80 real news pages is read, with blocks that are exact and in order.</summary>
    [Fact]
    public async Task Real_pages_are_read_without_a_crash()
    {
        var reader = new Reader(null);
        foreach (var file in Directory.EnumerateFiles(Repository.Shared("pages"), "*.html.gz"))
        {
            using var unpacked = new MemoryStream();
            await using (var gzip = new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress)) await gzip.CopyToAsync(unpacked, Cancel);
            var read = await reader.ReadAsync(new Page(new Uri("https://a.invalid/" + Path.GetFileName(file)), unpacked.ToArray(), "text/html", "", DateTimeOffset.UnixEpoch), Particulars.None, Cancel);
            Assert.True(read.TryGet(out var document, out var problem), problem?.Message);
            var end = 0;
            foreach (var block in document.Blocks)
            {
                Assert.True(block.Span.Start >= end && block.Span.Length > 0, Path.GetFileName(file));
                Assert.True(string.IsNullOrWhiteSpace(document.Text[end..block.Span.Start]));
                end = block.Span.End;
            }
        }
    }

    private static async Task<PledgeMiner.Document> ReadAsync(string html, string? contentType = "text/html", byte[]? body = null) =>
        (await new Reader(null).ReadAsync(new Page(new Uri("https://post.invalid/a"), body ?? Encoding.UTF8.GetBytes(html), contentType, "", DateTimeOffset.UnixEpoch), Particulars.None, Cancel)).Value!;

    private static Paragraph Styled(string? style, string text) =>
        new(new ParagraphProperties(style is null ? [] : [new ParagraphStyleId { Val = style }]), new DocumentFormat.OpenXml.Wordprocessing.Run(new Text(text)));
}
