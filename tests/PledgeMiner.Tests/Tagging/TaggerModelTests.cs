using PledgeMiner.Tagging;
using PledgeMiner.Tagging.Training;

namespace PledgeMiner.Tests.Tagging;

public class TaggerModelTests
{
    [Fact]
    public void A_missing_model_says_what_to_do()
    {
        using var folder = new TestFolder();
        var e = Assert.Throws<InvalidDataException>(() => Tagger.Load(folder.Path));
        Assert.Contains("is missing", e.Message, StringComparison.Ordinal);
        Assert.Contains("train tagger --treebank DIR", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void A_model_cut_short_says_what_to_do(int length)
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder.File("tagger.bin"), File.ReadAllBytes(Path.Combine(Shared.ModelFolder, "tagger.bin"))[..length]);
        var e = Assert.Throws<InvalidDataException>(() => Tagger.Load(folder.Path));
        Assert.Contains("damaged", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_something_else_says_what_to_do()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.File("tagger.bin"), string.Join(' ', Enumerable.Range(0, 5000)));
        Assert.Throws<InvalidDataException>(() => Tagger.Load(folder.Path));
    }

    [Fact]
    public void The_model_is_small() => Assert.InRange(new FileInfo(Path.Combine(Shared.ModelFolder, "tagger.bin")).Length, 1, 15_000_000);

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        using var folder = new TestFolder();
        foreach (var name in (string[])["a", "b"])
        {
            Directory.CreateDirectory(folder.File(name));
            TaggerTrainer.Train(TinyTreebank.Tagged(), TinyTreebank.Named(), _ => { }).Save(Path.Combine(folder.File(name), "tagger.bin"));
        }
        Assert.Equal(File.ReadAllBytes(folder.File("a/tagger.bin")), File.ReadAllBytes(folder.File("b/tagger.bin")));
        Assert.NotEmpty(Tagger.Load(folder.File("a")).Tag(Shared.DocumentOf("The dog sees Anna.")));
    }

    [Fact]
    public void Metrics_on_the_dev_parts_hold()
    {
        var dev = Treebank.ReadConllu(Path.Combine(Shared.Treebanks(), "ewt", "dev.conllu"));
        var (words, right) = (0, 0);
        foreach (var sentence in dev)
        {
            var tokens = Shared.Tagger.Tag(sentence.Text, sentence.Spans).Tokens;
            words += tokens.Count;
            right += tokens.Where((x, i) => x.Pos == PosLabels.PartOf(sentence.Words[i].Label)).Count();
        }
        Assert.InRange(100.0 * right / words, 95.2, 100);
    }
}
