using FsCheck.Xunit;
using PledgeMiner.Tagging;

namespace PledgeMiner.Tests.Tagging;

public class TaggerTests
{
    public static TheoryData<string> Paragraphs() =>
        [.. File.ReadAllText(Shared.Case("sentences.txt")).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(x => string.Join('\n', x.Split('\n').Where(y => !y.StartsWith("# ", StringComparison.Ordinal))).Trim())];

    [Theory]
    [MemberData(nameof(Paragraphs))]
    public void Ends_sentences_where_a_reader_does(string lines)
    {
        var document = Shared.DocumentOf(lines.Replace('\n', ' '));
        Assert.Equal(lines.Split('\n'), Shared.Tagger.Tag(document).Select(x => x.Span.Of(document.Text)));
    }

    [Fact]
    public void Tags_a_plain_sentence()
    {
        var document = Shared.DocumentOf("Anna Berg has sent three letters to Oslo.");
        var sentence = Assert.Single(Shared.Tagger.Tag(document));
        Assert.Equal(
            [PartOfSpeech.Propn, PartOfSpeech.Propn, PartOfSpeech.Aux, PartOfSpeech.Verb, PartOfSpeech.Num, PartOfSpeech.Noun, PartOfSpeech.Adp, PartOfSpeech.Propn, PartOfSpeech.Punct],
            sentence.Tokens.Select(x => x.Pos));
        Assert.Equal(["Anna", "Berg", "have", "send", "three", "letter", "to", "Oslo", "."], sentence.Tokens.Select(x => x.Lemma));
        Assert.Equal([("Anna Berg", EntityKind.Person), ("Oslo", EntityKind.Location)], sentence.Entities.Select(x => (x.Span.Of(document.Text), x.Kind)));
    }

    [Fact]
    public void Splitting_first_and_tagging_after_is_tagging_at_once()
    {
        var tagger = new EntityTagger(Shared.Tagger);
        foreach (var document in LabelledDocument.Load(Repository.File("corpora", "pledges", "dev.jsonl")).Take(20).Select(Miner.DocumentOf))
        {
            var (whole, split) = (tagger.Tag(document), tagger.Split(document));
            var tagged = tagger.Tag(document, split, [.. split.Select(_ => true)]);
            Assert.Equal(whole.Select(x => (x.Span, x.Block)), split.Select(x => (x.Span, x.Block)));
            Assert.Equal(whole.SelectMany(x => x.Tokens), tagged.SelectMany(x => x.Tokens));
            Assert.Equal(whole.SelectMany(x => x.Entities), tagged.SelectMany(x => x.Entities));
        }
    }

    [Fact]
    public void A_sentence_that_is_not_wanted_keeps_its_actors_alone()
    {
        var document = Shared.DocumentOf("France gave three tanks on 5 May 2025. Norway gave two.");
        var tagger = new EntityTagger(Shared.Tagger);
        var sentences = tagger.Tag(document, tagger.Split(document), [false, true]);
        Assert.Equal(["FRA"], sentences[0].Entities.Where(x => x.Kind is not EntityKind.Equipment).Select(x => x.Code));
        Assert.Equal(PartOfSpeech.X, sentences[0].Tokens[0].Pos);
        Assert.Equal(PartOfSpeech.Verb, sentences[1].Tokens[1].Pos);
    }

    [Fact]
    public void No_sentence_crosses_a_block()
    {
        const string text = "A heading without a stop\n\nThe text below it";
        var document = new Document(text, [new(BlockKind.Heading, new(0, 24)), new(BlockKind.Paragraph, new(26, text.Length))], null, null, null, "en");
        Assert.Equal([0, 1], Shared.Tagger.Tag(document).Select(x => x.Block));
    }

    [Property(MaxTest = 300)]
    public void Offsets_never_drift(string? given)
    {
        var document = Shared.DocumentOf(given ?? "");
        var at = 0;
        foreach (var sentence in Shared.Tagger.Tag(document))
        {
            Assert.Equal(sentence.Tokens[0].Start, sentence.Span.Start);
            Assert.Equal(sentence.Tokens[^1].End, sentence.Span.End);
            foreach (var token in sentence.Tokens)
            {
                Assert.True(document.Text.AsSpan(at, token.Start - at).IsWhiteSpace());
                at = token.End;
            }
            Assert.All(sentence.Entities, x => Assert.True(sentence.Span.Contains(x.Span)));
        }
        Assert.True(document.Text.AsSpan(at).IsWhiteSpace());
    }

    [Fact]
    public void A_sentence_costs_little_memory_beyond_its_results()
    {
        var document = Shared.DocumentOf(string.Join(' ', Enumerable.Repeat("The council of ministers will meet in Riga on Tuesday to discuss the budget.", 500)));
        Shared.Tagger.Tag(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sentences = Shared.Tagger.Tag(document);
        var spent = GC.GetAllocatedBytesForCurrentThread() - before;
        // A result: the sentence, its tokens (24 bytes each), its entities (under 160 bytes each), and the two lists' heads.
        var results = sentences.Sum(x => 160 + (24 * x.Tokens.Count) + (160 * x.Entities.Count));
        Assert.InRange((spent - results) / sentences.Count, long.MinValue, 1024);
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("Anna ")]
    [InlineData("A. ")]
    [InlineData("( ")]
    public void A_long_line_without_sentences_takes_no_longer_than_its_length(string piece)
    {
        var document = Shared.DocumentOf(string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(Shared.Tagger.Tag(document));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"2 MB took {clock.Elapsed}");
    }

    [Fact]
    public async Task Threads_share_it()
    {
        var document = Shared.DocumentOf(string.Join(' ', Enumerable.Repeat("Erik Holm left Bergen. He didn't say why.", 50)));
        var expected = Shape(Shared.Tagger.Tag(document));
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Shape(Shared.Tagger.Tag(document)))));
        Assert.All(runs, x => Assert.Equal(expected, x));
    }

    private static string Shape(IReadOnlyList<Sentence> sentences) =>
        string.Join('\n', sentences.Select(x => string.Join(' ', x.Tokens) + " | " + string.Join(' ', x.Entities)));
}
