using System.Text.Json;

namespace PledgeMiner.Tests.App;

public sealed class MineTests : IDisposable
{
    private const string Text = "Norway will send two Patriot batteries to Ukraine by the end of 2027, provided parliament approves the 1.3 billion euros.\r\n\r\nIt rained \U0001F327 in Oslo.\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Offsets_are_into_the_files_own_text()
    {
        File.WriteAllText(_folder.File("a.txt"), Text);
        File.WriteAllText(_folder.File("a.meta.json"), """{"title": "T", "published": "2025-03-01", "publisher": "P"}""");

        var mined = await MineAsync("", _folder.File("a.txt"));

        Assert.Equal(("T", "2025-03-01", "P"), (mined.GetProperty("title").GetString(), mined.GetProperty("published").GetString(), mined.GetProperty("publisher").GetString()));
        var commitment = Assert.Single(mined.GetProperty("commitments").EnumerateArray());
        Assert.Equal(commitment.GetProperty("text").GetString(), Text[commitment.GetProperty("start").GetInt32()..commitment.GetProperty("end").GetInt32()]);
        Assert.Equal("pledge", commitment.GetProperty("act").GetString());
        Assert.Equal("NOR", commitment.GetProperty("pledgers")[0].GetProperty("code").GetString());
        Assert.Equal(1_300_000_000, commitment.GetProperty("amounts")[0].GetProperty("value").GetDecimal());
        Assert.Equal("parliament", commitment.GetProperty("conditions")[0].GetProperty("kind").GetString());
        Assert.Equal("2027-12-31", commitment.GetProperty("due").GetProperty("to").GetString());
    }

    [Fact]
    public async Task Standard_input_takes_what_the_options_tell()
    {
        var mined = await MineAsync(Text, "-", "--published", "2025-03-01", "--title", "T", "--publisher", "P");
        Assert.Equal(("-", "T"), (mined.GetProperty("source").GetString(), mined.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task The_table_and_the_counts_are_for_people()
    {
        var result = await AppProcess.RunAsync(_folder.Path, Text, "mine", "-", "--stats");
        Assert.Equal(0, result.Code);
        Assert.Contains("NOR", result.Output);
        Assert.Contains("when: by 31 Dec 2027", result.Output);
        Assert.StartsWith("1 documents, 2 sentences", result.Error);
    }

    [Fact]
    public async Task Reading_prints_the_text_with_its_blocks()
    {
        File.WriteAllText(_folder.File("a.html"), "<html><head><title>T</title></head><body><article><h1>T</h1><p>The participants will provide these things to their partner:</p><ul><li>shells and guns for the army of the partner;</li></ul></article></body></html>");
        var result = await AppProcess.RunAsync(_folder.Path, "", "read", _folder.File("a.html"));
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(["title", "paragraph", "item"], json.RootElement.GetProperty("blocks").EnumerateArray().Select(x => x.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Tagging_prints_one_line_a_token()
    {
        var result = await AppProcess.RunAsync(_folder.Path, "Norway will help.", "tag", "-", "--format", "conllu");
        Assert.Contains("\tNorway\tNorway\tPROPN\t", result.Output);
    }

    private async Task<JsonElement> MineAsync(string input, params string[] arguments)
    {
        var result = await AppProcess.RunAsync(_folder.Path, input, ["mine", "--format", "jsonl", .. arguments]);
        Assert.True(result.Code == 0, result.Error);
        return JsonDocument.Parse(result.Output).RootElement;
    }
}
