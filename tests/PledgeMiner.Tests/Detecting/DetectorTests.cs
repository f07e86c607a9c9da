using System.Text.Json;
using PledgeMiner.Detecting;
using PledgeMiner.Reading;
using PledgeMiner.Tagging;

namespace PledgeMiner.Tests.Detecting;

public class DetectorTests
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private static readonly EntityTagger Tagger = new(PledgeMiner.Tagging.Tagger.Load(Repository.File("models", "tagger-en")));

    /// <summary>A sentence with what is to be read from it; a slot that is left out is not looked at.</summary>
    public sealed record Case(string Text, string? Publisher, string[]? Pledgers, string[]? Beneficiaries, string[]? Conditions, string[]? Instruments, decimal[]? Amounts, string? Speaker, DateOnly? Due, DateOnly? DueFrom, string[]? Quantities, string[]? NotInstruments, bool NoDue);

    public static TheoryData<string> Cases => [.. File.ReadLines(Repository.File("tests", "PledgeMiner.Tests", "Cases", "detecting", "slots.jsonl"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_slots_of_a_deed_are_read_from_its_words(string line)
    {
        var expected = JsonSerializer.Deserialize<Case>(line, Json)!;
        var document = new Document(expected.Text, PlainTextReader.BlocksOf(expected.Text), null, new(2025, 3, 1), expected.Publisher, "en");
        var deed = Assert.Single(new Detector(Tagger.CodeOf).Detect(document, Tagger.Tag(document)));

        if (expected.Pledgers is { } pledgers) Assert.Equal(pledgers, deed.Pledgers.Select(x => x.Resolved.Count > 0 ? $"{x.Code}={string.Join(',', x.Resolved)}" : x.Code));
        if (expected.Beneficiaries is { } beneficiaries) Assert.Equal(beneficiaries, deed.Beneficiaries.Select(x => x.Value));
        if (expected.Conditions is { } conditions) Assert.Equal(conditions, deed.Conditions.Select(x => x.Value.Code()));
        if (expected.Instruments is { } instruments) Assert.Subset(deed.Instruments.Select(x => x.Value.Code()).ToHashSet(), instruments.ToHashSet());
        if (expected.Amounts is { } amounts) Assert.Equal(amounts, deed.Amounts.Select(x => x.Value.Value));
        if (expected.Speaker is { } speaker) Assert.Equal(speaker, deed.Speaker?.Code);
        if (expected.Quantities is { } quantities) Assert.Equal(quantities, deed.Quantities.Select(x => $"{x.Value.Number} {x.Value.Unit}"));
        if (expected.NotInstruments is { } others) Assert.DoesNotContain(deed.Instruments, x => others.Contains(x.Value.Code()));
        if (expected.NoDue) Assert.Null(deed.Due);
        if (expected.Due is { } due) Assert.Equal(due, deed.Due?.Value.To);
        if (expected.DueFrom is { } from) Assert.Equal(from, deed.Due?.Value.From);
    }

    [Fact]
    public void Every_sentence_has_a_deed_whether_or_not_it_commits_anybody()
    {
        const string Text = "It rained in Oslo. Nobody spoke.";
        var document = new Document(Text, PlainTextReader.BlocksOf(Text), null, null, null, "en");
        Assert.Equal(["It rained in Oslo.", "Nobody spoke."], new Detector(Tagger.CodeOf).Detect(document, Tagger.Tag(document)).Select(x => x.Span.Of(Text)));
    }

    [Fact]
    public void Of_conditions_without_end_no_more_are_looked_at_than_anybody_writes()
    {
        var text = "Norway will send ten boats " + string.Concat(Enumerable.Repeat("if a ceasefire holds and parliament agrees ", 1000));
        var document = new Document(text, PlainTextReader.BlocksOf(text), null, null, null, "en");
        Assert.InRange(Assert.Single(new Detector(Tagger.CodeOf).Detect(document, Tagger.Tag(document))).Provisos.Count, 2, 100);
    }

    [Fact]
    public void An_item_takes_its_actors_from_the_lead_in()
    {
        const string Text = "Under the plan Estonia will provide:\n\n- shells for howitzers;\n- two patrol boats.";
        var document = new Document(Text, PlainTextReader.BlocksOf(Text), null, null, null, "en");
        Assert.All(new Detector(Tagger.CodeOf).Detect(document, Tagger.Tag(document)), x => Assert.Equal("EST", Assert.Single(x.Pledgers).Code));
    }

    [Fact]
    public void A_transcripts_label_speaks_in_its_own_sentence_and_says_who_we_are_in_the_next()
    {
        const string Text = "PRESIDENT MACRON: Good evening. We will send two frigates.";
        var document = new Document(Text, PlainTextReader.BlocksOf(Text), null, new(2025, 3, 1), null, "en");
        var deeds = new Detector(Tagger.CodeOf).Detect(document, Tagger.Tag(document));
        Assert.Equal("FRA", deeds[0].Speaker?.Code);
        Assert.Null(deeds[1].Speaker);
        Assert.Equal(["FRA"], Assert.Single(deeds[1].Pledgers).Resolved);
    }

    [Fact]
    public void What_follows_on_is_of_the_kind_of_the_sentence_before()
    {
        const string Text = "Romania will send 200 soldiers. Another 40 are due by the end of 2026.";
        var document = new Document(Text, PlainTextReader.BlocksOf(Text), null, new(2025, 3, 1), null, "en");
        var deed = new Detector(Tagger.CodeOf).Detect(document, Tagger.Tag(document))[1];
        Assert.Equal(Instrument.Troops, Assert.Single(deed.Instruments).Value);
        Assert.Equal(new Measure(40, "soldier"), Assert.Single(deed.Quantities).Value);
    }

    [Theory]
    [InlineData("Malta will teach 40 medics. The first 20 could leave soon.", 20, "medic")]
    [InlineData("Malta will teach soldiers. It has already taught more than 300 of them.", 300, "soldier")]
    [InlineData("Malta will lend 40 divers. By June there will be 90.", 90, "diver")]
    public void A_number_alone_counts_what_the_sentence_before_told_of(string text, int number, string unit)
    {
        var document = new Document(text, PlainTextReader.BlocksOf(text), null, new(2025, 3, 1), null, "en");
        Assert.Equal(new Measure(number, unit), Assert.Single(new Detector(Tagger.CodeOf).Detect(document, Tagger.Tag(document))[^1].Quantities).Value);
    }

    [Theory]
    [InlineData("Emmanuel Macron met reporters. He said France would send two frigates.", "FRA")]
    [InlineData("\"We will send two frigates,\" Emmanuel Macron said. \"Training goes on as well.\"", "FRA")]
    [InlineData("PRESIDENT MACRON: Good evening, we will send two frigates.", "FRA")]
    [InlineData("Sweden's new envoy, Karin Testberg, urged the allies to act. Testberg asked for shells.", "SWE")]
    public void A_speaker_stays_the_same_until_another_speaks(string text, string speaker)
    {
        var document = new Document(text, PlainTextReader.BlocksOf(text), null, new(2025, 3, 1), null, "en");
        Assert.Equal(speaker, new Detector(Tagger.CodeOf).Detect(document, Tagger.Tag(document))[^1].Speaker?.Code);
    }
}
