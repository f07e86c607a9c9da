using System.IO.Compression;
using System.Text;

namespace PledgeMiner.Tests.Reading;

/// <summary>PDF and Word files made to break a reader.</summary>
internal static class PathologicalFiles
{
    private const string Types = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private const string Relations = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""";

    private const string Head = """<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""";

    public static IEnumerable<(string Name, byte[] Body)> All() => Docx().Concat(Pdf());

    private static IEnumerable<(string, byte[])> Docx()
    {
        yield return ("bomb.docx", Zip(Head + new string(' ', 300_000_000)));
        yield return ("entities.docx", Zip("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + Head[21..] + "<w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"));
        yield return ("external.docx", Zip("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + Head[21..] + "<w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"));
        foreach (var tag in (string[])["w:p", "w:tbl", "w:tr", "w:tc", "w:r", "w:t", "w:body", "x"])
        {
            yield return ($"deep-{tag[^1]}{tag.Length}.docx", Zip(Head + Repeat($"<{tag}>", 200_000) + "x" + Repeat($"</{tag}>", 200_000) + "</w:body></w:document>"));
            yield return ($"unclosed-{tag[^1]}{tag.Length}.docx", Zip(Head + Repeat($"<{tag}>x", 200_000)));
        }
        yield return ("cells.docx", Zip(Head + "<w:tbl><w:tr>" + Repeat("<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>", 300_000) + "</w:tr></w:tbl></w:body></w:document>"));
        yield return ("paragraphs.docx", Zip(Head + Repeat("<w:p><w:r><w:t>word</w:t></w:r></w:p>", 500_000) + "</w:body></w:document>"));
        yield return ("empty-document.docx", Zip(""));
        yield return ("not-xml.docx", Zip("no XML at all"));
        yield return ("cut.docx", Zip(Head + "<w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>")[..^40]);
        yield return ("no-relations.docx", Zip(Head + "</w:body></w:document>", relations: "<a/>"));
        yield return ("entries.docx", Entries(20_000));
        yield return ("attributes.docx", Zip(Head + "<w:p " + string.Concat(Enumerable.Range(0, 200_000).Select(x => $"a{x}=\"1\" ")) + "/></w:body></w:document>"));
    }

    private static IEnumerable<(string, byte[])> Pdf()
    {
        var plain = Encoding.Latin1.GetString(File.ReadAllBytes(Repository.File("tests", "PledgeMiner.Tests", "Cases", "reading", "plain.pdf")));
        yield return ("cut.pdf", Bytes(plain[..(plain.Length / 2)]));
        yield return ("no-header-end.pdf", Bytes("%PDF-"));
        yield return ("arrays.pdf", Bytes("%PDF-1.4\n1 0 obj\n" + Repeat("[", 500_000)));
        yield return ("dictionaries.pdf", Bytes("%PDF-1.4\n1 0 obj\n" + Repeat("<</A ", 500_000)));
        yield return ("strings.pdf", Bytes("%PDF-1.4\n1 0 obj\n" + Repeat("(", 1_000_000)));
        yield return ("objects.pdf", Bytes("%PDF-1.4\n" + string.Concat(Enumerable.Range(1, 100_000).Select(x => $"{x} 0 obj\n<<>>\nendobj\n"))));
        yield return ("kids-itself.pdf", Bytes("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        yield return ("count-huge.pdf", Bytes("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 2147483647>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        yield return ("length-wrong.pdf", Bytes(plain.Replace("/Length ", "/Length 99999", StringComparison.Ordinal)));
        yield return ("xref-loop.pdf", Bytes("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF"));
        yield return ("flate-bomb.pdf", Bomb(plain));
        yield return ("zeros.pdf", [.. Encoding.ASCII.GetBytes("%PDF-1.7\n"), .. new byte[5_000_000]]);
    }

    /// <summary>A page whose content unpacks to 400 MB.</summary>
    private static byte[] Bomb(string plain)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var chunk = Encoding.ASCII.GetBytes(Repeat("q Q ", 250_000));
            for (var i = 0; i < 400; i++) deflate.Write(chunk);
        }
        return [.. Bytes(plain[..plain.IndexOf("1 0 obj", StringComparison.Ordinal)]),
            .. Bytes($"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Filter/FlateDecode/Length {packed.Length}>>\nstream\n"),
            .. packed.ToArray(), .. Bytes("\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF")];
    }

    private static byte[] Zip(string document, string relations = Relations) => Archive(archive =>
    {
        Put(archive, "[Content_Types].xml", Types);
        Put(archive, "_rels/.rels", relations);
        Put(archive, "word/document.xml", document);
    });

    private static byte[] Entries(int count) => Archive(archive =>
    {
        Put(archive, "word/document.xml", Head);
        for (var i = 0; i < count; i++) Put(archive, $"word/{i}.xml", "<a/>");
    });

    private static byte[] Archive(Action<ZipArchive> fill)
    {
        using var body = new MemoryStream();
        using (var archive = new ZipArchive(body, ZipArchiveMode.Create, leaveOpen: true)) fill(archive);
        return body.ToArray();
    }

    private static void Put(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open());
        writer.Write(text);
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
