using PledgeMiner.Classifying;
using PledgeMiner.Reading;
using PledgeMiner.Tagging;

namespace PledgeMiner.Tests.Classifying;

public sealed class TextCnnTests : IDisposable
{
    private static readonly Tagger Tagger = Tagger.Load(Repository.File("models", "tagger-en"));
    private static readonly string Folder = Repository.File("models", "textcnn-en");
    private static readonly string[] Vocabulary = File.ReadAllLines(Path.Combine(Folder, "vocab.txt"));
    private static readonly WordPieces Pieces = WordPieces.Load(Path.Combine(Folder, "vocab.txt"));

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Støre’s F-16s", "store ' s f - 16 ##s")]
    [InlineData("“1,500 soldiers” — Élysée", "\" 1 , 500 soldiers \" - ely ##see")]
    public void Words_are_cut_into_known_pieces(string text, string pieces)
    {
        Assert.Equal(pieces, Spell(PiecesOf(text)));
        Assert.Equal(pieces, Spell(PiecesOf(text)));
    }

    private static int[] PiecesOf(string text)
    {
        List<int> pieces = [];
        Pieces.Cut(text, pieces);
        return [.. pieces];
    }

    [Fact]
    public void A_sentence_is_laid_out_with_the_words_that_introduce_it()
    {
        var document = Of("Norway will send:\n- two guns;\n- one tank.", "Aid");
        var sentences = Tagger.Split(document);
        var inputs = new TextCnnInputs(document, sentences, Pieces);
        var last = sentences.Count - 1;
        Assert.Equal("aid", Spell(inputs.Title));
        Assert.Equal("[CLS] - one tank . [SEP]", Spell(inputs.Own(last)));
        Assert.Equal("norway will send :", Spell(inputs.LeadIn(last)));
        Assert.Equal("- two guns ;", Spell(inputs.Before(last)));
        Assert.True(inputs.LeadIn(1).IsEmpty, "what stands right before is told once");
        Assert.True(inputs.Before(0).IsEmpty);
    }

    [Fact]
    public void A_long_sentence_keeps_its_beginning_and_its_marks()
    {
        var document = Of(string.Join(' ', Enumerable.Repeat("guns", 500)), null);
        var own = new TextCnnInputs(document, Tagger.Split(document), Pieces).Own(0);
        Assert.Equal(74, own.Length);
        Assert.Equal("[SEP]", Vocabulary[own[^1]]);
    }

    [Fact]
    public void Acts_are_told_apart()
    {
        var document = Of("Norway will send two NASAMS batteries to Ukraine this spring. It rained. Italy has ruled out sending soldiers to the country, the minister said on Monday.", null);
        var read = TextCnn.Load(Folder).Read(document, Tagger.Split(document));
        Assert.All(read, x => Assert.Equal(1, x.Acts.Sum(y => Math.Exp(y)), 3));
        Assert.Equal(["pledge", "none", "refusal"], read.Select(x => Labels.All<Act>()[Array.IndexOf(x.Acts, x.Acts.Max())].Code()));
        Assert.Equal(Instrument.AirDefence, (Instrument)Array.IndexOf(read[0].Instruments, read[0].Instruments.Max()));
    }

    [Fact]
    public void A_missing_or_damaged_file_is_named()
    {
        Assert.Contains("textcnn.safetensors is missing", Assert.Throws<InvalidDataException>(() => TextCnn.Load(_folder.Path)).Message);
        File.Copy(Path.Combine(Folder, "vocab.txt"), _folder.File("vocab.txt"));
        var whole = File.ReadAllBytes(Path.Combine(Folder, "textcnn.safetensors"));
        foreach (var bytes in (byte[][])["no model"u8.ToArray(), [], whole[..2000], whole[..^100], "\u0002\0\0\0\0\0\0\0{}"u8.ToArray()])
        {
            File.WriteAllBytes(_folder.File("textcnn.safetensors"), bytes);
            Assert.Contains("copy", Assert.Throws<InvalidDataException>(() => TextCnn.Load(_folder.Path)).Message);
        }
    }

    private static Document Of(string text, string? title) => new(text, PlainTextReader.BlocksOf(text), title, new(2025, 3, 1), null, "en");

    private static string Spell(ReadOnlySpan<int> ids)
    {
        var words = new List<string>();
        foreach (var id in ids) words.Add(Vocabulary[id]);
        return string.Join(' ', words);
    }
}
