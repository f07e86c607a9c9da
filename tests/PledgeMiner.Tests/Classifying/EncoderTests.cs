using PledgeMiner.Classifying;
using PledgeMiner.Reading;
using PledgeMiner.Tagging;

namespace PledgeMiner.Tests.Classifying;

public sealed class EncoderTests : IDisposable
{
    private static readonly EntityTagger Tagger = new(PledgeMiner.Tagging.Tagger.Load(Repository.File("models", "tagger-en")));
    private static readonly string Folder = Repository.File("models", "encoder-en");
    private static readonly string[] Vocabulary = File.ReadAllLines(Path.Combine(Folder, "vocab.txt"));

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Støre’s F-16s", "store ' s f - 16 ##s")]
    [InlineData("“1,500 soldiers” — Élysée", "\" 1 , 500 soldiers \" - ely ##see")]
    public void Words_are_cut_into_known_pieces(string text, string pieces) => Assert.Equal(pieces, Spell(WordPieces.Load(Path.Combine(Folder, "vocab.txt")).Of(text)));

    [Fact]
    public void A_sentence_is_read_after_the_words_that_introduce_it()
    {
        var context = ContextOf("Norway will send:\n- two guns;\n- one tank.", "Aid");
        var inputs = new EncoderInputs(context, WordPieces.Load(Path.Combine(Folder, "vocab.txt")));
        var last = inputs.Of(context.Sentences.Count - 1);
        Assert.Equal("[CLS] - one tank . [SEP] aid [SEP] norway will send : [SEP] - two guns ; [SEP]", Spell(last.Ids));
        Assert.Equal(6, last.Own);
        Assert.Equal("[CLS] norway will send : [SEP] aid [SEP] [SEP]", Spell(inputs.Of(0).Ids));
    }

    [Fact]
    public void Acts_are_told_apart()
    {
        var context = ContextOf("Norway will send two NASAMS batteries to Ukraine this spring. It rained. Italy has ruled out sending soldiers to the country, the minister said on Monday.", null);
        var encoder = Encoder.Load(Folder);
        var inputs = encoder.InputsOf(context);
        var read = Enumerable.Range(0, 3).Select(i => encoder.Read(inputs.Of(i))).ToList();
        Assert.All(read, x => Assert.Equal(1, x.Acts.Sum(y => Math.Exp(y)), 3));
        Assert.Equal(["pledge", "none", "refusal"], read.Select(x => Labels.All<Act>()[Array.IndexOf(x.Acts, x.Acts.Max())].Code()));
    }

    [Fact]
    public void A_missing_or_damaged_file_is_named()
    {
        Assert.Contains("encoder.onnx is missing", Assert.Throws<InvalidDataException>(() => Encoder.Load(_folder.Path)).Message);
        File.WriteAllText(_folder.File("encoder.onnx"), "no model");
        File.Copy(Path.Combine(Folder, "vocab.txt"), _folder.File("vocab.txt"));
        Assert.Contains("is damaged", Assert.Throws<InvalidDataException>(() => Encoder.Load(_folder.Path)).Message);
    }

    private static DocumentContext ContextOf(string text, string? title)
    {
        var document = new Document(text, PlainTextReader.BlocksOf(text), title, new(2025, 3, 1), null, "en");
        return new(document, Tagger.Tag(document));
    }

    private static string Spell(IEnumerable<int> ids) => string.Join(' ', ids.Select(x => Vocabulary[x]));
}
