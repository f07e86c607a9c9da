using PledgeMiner.Accounting;

namespace PledgeMiner.Tests.Accounting;

public class WaveringTests
{
    private const string Firm = "Norway will send twelve air defence systems to Ukraine by the end of 2027.";
    private const string Rewritten = "Norway may send twelve air defence systems to Ukraine by the end of 2027.";

    public static TheoryData<string, string, string> Revisions =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", "revisions.txt")).Where(x => x[0] != '#').Select(x => x.Split('|', StringSplitOptions.TrimEntries)).Select(x => (x[0], x[1], x[2]))];

    [Theory]
    [MemberData(nameof(Revisions))]
    public void A_rewritten_sentence_is_told_from_one_that_is_gone(string kind, string before, string after)
    {
        var softening = Assert.Single(Wavering.Between([Held(before, Force.Firm)], Later(after, null)));
        Assert.Equal(kind == "rewritten" ? SofteningKind.NoLongerCommits : SofteningKind.Removed, softening.Kind);
        Assert.Equal((before, kind == "rewritten" ? after : null), (softening.Before, softening.After));
    }

    [Fact]
    public void A_sentence_that_stands_as_it_was_raises_nothing() =>
        Assert.Empty(Wavering.Between([Held(Firm, Force.Firm)], Later("It rained. " + Firm, null)));

    [Fact]
    public void A_lower_force_is_a_softening_and_a_higher_one_is_not()
    {
        Assert.Equal(SofteningKind.ForceLowered, Assert.Single(Wavering.Between([Held(Firm, Force.Firm)], Later(Rewritten, Force.Tentative))).Kind);
        Assert.Empty(Wavering.Between([Held(Firm, Force.Firm)], Later(Rewritten, Force.Binding)));
    }

    [Fact]
    public void A_condition_that_was_not_there_is_a_softening_and_a_dropped_one_is_not()
    {
        Assert.Equal(SofteningKind.ConditionAdded, Assert.Single(Wavering.Between([Held(Firm, Force.Firm)], Later(Rewritten, Force.Firm, ConditionKind.Parliament))).Kind);
        Assert.Empty(Wavering.Between([Held(Firm, Force.Firm, ConditionKind.Parliament)], Later(Rewritten, Force.Firm)));
    }

    private static HeldCommitment Held(string quote, Force force, params ConditionKind[] conditions) => new("id", quote, CommitmentOf(quote, force, conditions));

    private static Mined Later(string text, Force? force, params ConditionKind[] conditions)
    {
        var document = new Document(text, [new(BlockKind.Paragraph, new(0, text.Length))], null, null, null, "en");
        return new Mined(document, [new(new(0, text.Length), 0, [], [])], force is { } given ? [CommitmentOf(text, given, conditions)] : [], "0123456789ab");
    }

    private static Commitment CommitmentOf(string text, Force force, ConditionKind[] conditions) =>
        new(new Deed(new(0, text.Length), 0, 0) { Conditions = [.. conditions.Select(x => new Found<ConditionKind>(x, new(0, 1)))] }, new Judgement(new(Act.Pledge, 0.9), new(force, 0.8), [], []));
}
