using PledgeMiner.Tagging;

namespace PledgeMiner.Tests.Tagging;

public class TagFormatsTests
{
    [Fact]
    public void Retags_conllu_and_keeps_its_tokens()
    {
        const string given = "# sent_id = 1\n1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tca\tx\tX\tX\tF=1\t0\troot\t_\tSpaceAfter=No\n2\tn't\tx\tX\tX\t_\t1\tdep\t_\t_\n3\twait\tx\tX\tX\t_\t1\tdep\t_\t_\n\n";
        const string expected = "# sent_id = 1\n1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tca\tcan\tAUX\t_\t_\t0\troot\t_\tSpaceAfter=No\n2\tn't\tnot\tPART\t_\t_\t1\tdep\t_\t_\n3\twait\twait\tVERB\t_\t_\t1\tdep\t_\t_\n\n";
        var to = new StringWriter();
        TagFormats.RetagConllu(new StringReader(given), to, Shared.Tagger);
        Assert.Equal(expected, to.ToString());
    }

    [Fact]
    public void Retags_iob2()
    {
        var to = new StringWriter();
        TagFormats.RetagIob2(new StringReader("He\tO\nlives\tO\nin\tO\nNew\tO\nYork\tO\n.\tO\n"), to, Shared.Tagger);
        Assert.Equal("He\tO\nlives\tO\nin\tO\nNew\tB-LOC\nYork\tI-LOC\n.\tO\n\n", to.ToString());
    }

    [Fact]
    public void A_line_with_too_few_columns_is_named()
    {
        var e = Assert.Throws<InvalidDataException>(() => TagFormats.RetagIob2(new StringReader("He\tO\nlives\n"), TextWriter.Null, Shared.Tagger));
        Assert.StartsWith("Line 2 ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_every_format_of_a_document()
    {
        var document = Shared.DocumentOf("Anna can't wait.");
        var sentences = Shared.Tagger.Tag(document);
        var (conllu, iob2, json) = (new StringWriter(), new StringWriter(), new StringWriter());
        TagFormats.WriteConllu(conllu, document, sentences);
        TagFormats.WriteIob2(iob2, document, sentences);
        TagFormats.WriteJson(json, document, sentences);
        Assert.Contains("2\tca\tcan\tAUX\t_\t_\t_\t_\t_\tSpaceAfter=No\n", conllu.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Anna\tB-PER\n", iob2.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"entities\":[{\"start\":0,\"end\":4,\"kind\":\"person\"}]", json.ToString(), StringComparison.Ordinal);
    }
}
