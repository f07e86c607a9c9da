using System.Text;

namespace PledgeMiner.Tests.App;

/// <summary>Bad input gets one clear sentence and the right exit code, never a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("missing.html", null, "does not exist")]
    [InlineData("empty.html", "", "is empty")]
    [InlineData("blank.txt", "  \n\n ", "white space")]
    [InlineData("picture.html", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "a PNG image")]
    [InlineData("empty.pdf", "", "is empty")]
    [InlineData("damaged.pdf", "%PDF-1.4\nnothing of the kind", "damaged PDF")]
    [InlineData("binary.txt", "\u0001\u0002\0\0\u0003\u0004\0\0\0\u0005", "binary")]
    [InlineData("damaged.docx", "PK\u0003\u0004 word", "ZIP archive")]
    [InlineData("scripts.html", "<html><body><script>let x = 1</script></body></html>", "holds no text")]
    public async Task A_file_that_cannot_be_read(string name, string? content, string says)
    {
        if (content is not null) File.WriteAllBytes(_folder.File(name), Encoding.Latin1.GetBytes(content));
        await IsRefusedAsync(says, "mine", _folder.File(name));
    }

    [Fact]
    public async Task Html_nested_100_000_deep()
    {
        File.WriteAllText(_folder.File("deep.html"), string.Concat(Enumerable.Repeat("<div>", 100_000)) + "text");
        await IsRefusedAsync("nests", "mine", _folder.File("deep.html"));
    }

    [Fact]
    public async Task A_file_of_200_MB()
    {
        using (var large = File.Create(_folder.File("large.txt"))) large.SetLength(200_000_000);
        await IsRefusedAsync("200 MB", "mine", _folder.File("large.txt"));
    }

    [Fact]
    public async Task An_encrypted_pdf() =>
        await IsRefusedAsync("encrypted", "mine", Repository.File("tests", "PledgeMiner.Tests", "Cases", "reading", "encrypted.pdf"));

    [Fact]
    public async Task A_url_that_answers_404()
    {
        await using var site = await LoopbackSite.StartAsync(x => { x.Response.StatusCode = 404; return Task.CompletedTask; });
        File.WriteAllText(_folder.File("settings.json"), """{"PrivateHosts": ["127.0.0.1"]}""");
        await IsRefusedAsync("404", "mine", site.At("/gone").AbsoluteUri);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/"), InlineData("http://169.254.169.254/latest/meta-data"), InlineData("http://[::1]/"), InlineData("http://2130706433/")]
    public async Task A_url_on_a_private_address(string url) => await IsRefusedAsync("private address", "mine", url);

    [Theory]
    [InlineData("not a date", "mine", "-", "--published", "yesterday")]
    [InlineData("'xml'", "mine", "-", "--format", "xml")]
    [InlineData("PATH", "mine")]
    [InlineData("Unrecognized", "undertake")]
    [InlineData("train.jsonl does not exist", "train", "all", "--corpus", "/nowhere")]
    [InlineData("--treebank", "train", "tagger")]
    public async Task Wrong_use(string says, params string[] arguments)
    {
        var result = await AppProcess.RunAsync(_folder.Path, "", arguments);
        Assert.Equal(2, result.Code);
        Assert.Contains(says, result.Error);
        Assert.DoesNotContain("   at ", result.Error);
    }

    [Fact]
    public async Task A_wrong_setting_is_named()
    {
        File.WriteAllText(_folder.File("settings.json"), """{"Schedule": "every night"}""");
        await IsRefusedAsync("Schedule", "serve");
    }

    [Fact]
    public async Task A_bad_file_in_a_folder_leaves_the_good_ones_done()
    {
        Directory.CreateDirectory(_folder.File("pages"));
        File.WriteAllText(_folder.File("pages/a.txt"), "Norway will send two batteries to Ukraine by June.");
        File.WriteAllText(_folder.File("pages/b.txt"), "");
        File.WriteAllText(_folder.File("pages/c.txt"), "It rained all day in Oslo.");
        var result = await AppProcess.RunAsync(_folder.Path, "", "mine", _folder.File("pages"), "--format", "jsonl");
        Assert.Equal(1, result.Code);
        Assert.Equal(2, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("b.txt is empty", result.Error);
    }

    private async Task IsRefusedAsync(string says, params string[] arguments)
    {
        var result = await AppProcess.RunAsync(_folder.Path, "", arguments);
        Assert.Equal(2, result.Code);
        Assert.Equal("", result.Output);
        Assert.Contains(says, Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }
}
