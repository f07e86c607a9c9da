namespace PledgeMiner.Tests;

public class MinHashTests
{
    private static readonly IReadOnlyList<string> Texts =
        [.. new[] { "test", "dev" }.SelectMany(x => LabelledDocument.Load(Repository.File("corpora", "pledges", $"{x}.jsonl"))).Select(x => x.Text)];

    /// <summary>What becomes of an agency's text in the papers that print it.</summary>
    private static readonly Dictionary<string, Func<string, string>> Edits = new()
    {
        ["as it is, in capitals"] = x => x.ToUpperInvariant(),
        ["headline, dateline and credit"] = x => $"Capital weighs its next step as partners meet\n\nREGION, Tuesday (agency)\n\n{x}\n\nAdditional reporting by our staff. All rights are reserved by the owners.",
        ["the last fifth cut off"] = x => x[..(x.Length * 4 / 5)],
        ["every fortieth word changed"] = x => string.Join(' ', x.Split(' ').Select((word, i) => i % 40 == 20 ? "reportedly" : word)),
        ["halves swapped"] = x => x[(x.Length / 2)..] + "\n" + x[..(x.Length / 2)],
        ["headline, a cut and changed words"] = x => "Partners meet again\n\n" + string.Join(' ', x[..(x.Length * 9 / 10)].Split(' ').Select((word, i) => i % 60 == 30 ? "reportedly" : word)),
    };

    public static TheoryData<string> EditNames => [.. Edits.Keys];

    [Theory]
    [MemberData(nameof(EditNames))]
    public void A_copy_is_known_however_it_was_edited(string edit)
    {
        var likeness = Texts.Select(x => MinHash.Of(x).Likeness(MinHash.Of(Edits[edit](x)))).Order().ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{edit}: least {likeness[0]:0.00}, median {likeness[likeness.Count / 2]:0.00} of {likeness.Count}");
        Assert.InRange(likeness[0], MinHash.Copy, 1);
    }

    [Fact]
    public void Different_texts_on_the_same_subjects_are_no_copies()
    {
        var signatures = Texts.Select(MinHash.Of).ToList();
        var pairs = signatures.SelectMany((x, i) => signatures.Skip(i + 1).Select(x.Likeness)).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"most {pairs.Max():0.00} of {pairs.Count}");
        Assert.InRange(pairs.Max(), 0, MinHash.Copy - 0.1);
    }

    [Fact]
    public void Copies_share_a_band_and_different_texts_do_not()
    {
        var bands = Texts.Select(x => MinHash.Of(x).Bands()).ToList();
        var edited = Edits.Values.SelectMany(edit => Texts.Select((x, i) => MinHash.Of(edit(x)).Bands().Intersect(bands[i]).Any())).ToList();
        var shared = bands.SelectMany((x, i) => bands.Skip(i + 1).Select(y => x.Intersect(y).Any())).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{edited.Count(x => x)} of {edited.Count} copies, {shared.Count(x => x)} of {shared.Count} others");
        Assert.All(edited, Assert.True);
        Assert.InRange(shared.Count(x => x), 0, shared.Count / 1000);
    }

    [Fact]
    public void A_signature_is_stored_and_read_back_the_same()
    {
        var signature = MinHash.Of(Texts[0]);
        Assert.Equal(1, MinHash.FromBytes(signature.ToBytes()).Likeness(signature));
        Assert.Throws<InvalidDataException>(() => MinHash.FromBytes(new byte[5]));
        // Pinned: stored signatures must mean the same in every version and on every machine.
        Assert.Equal("2E93", Convert.ToHexString(MinHash.Of("The minister promised two batteries by May.").ToBytes()[..2]));
    }

    [Theory]
    [InlineData(""), InlineData("word"), InlineData("three words only")]
    public void A_short_text_has_a_signature_of_its_own(string text)
    {
        Assert.Equal(1, MinHash.Of(text).Likeness(MinHash.Of(text + " ")));
        Assert.Equal(0, MinHash.Of(text).Likeness(MinHash.Of("quite another text of a few words")));
    }
}
