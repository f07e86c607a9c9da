using PledgeMiner.Measuring;

namespace PledgeMiner.Tests.Measuring;

public class MeasuringTests
{
    [Fact]
    public void A_score_counts_what_was_right_wrong_and_missed()
    {
        var score = Score.Of(["a", "b", "c"], ["b", "c", "d", "e"]);
        Assert.Equal((2, 1, 2), (score.Right, score.Wrong, score.Missed));
        Assert.Equal(2 / 3.0, score.Precision, 6);
        Assert.Equal(0.5, score.Recall, 6);
        Assert.Equal(4 / 7.0, score.F1, 6);
        Assert.Equal(0, default(Score).F1);
    }

    [Fact]
    public void Kappa_is_agreement_beyond_chance()
    {
        // Cohen (1960): 20 both yes, 15 both no, 5 and 10 apart: observed 0.7, by chance 0.5.
        List<(bool, bool)> items = [.. Enumerable.Repeat((true, true), 20), .. Enumerable.Repeat((false, false), 15), .. Enumerable.Repeat((true, false), 5), .. Enumerable.Repeat((false, true), 10)];
        Assert.Equal(0.4, PledgeMiner.Measuring.Agreement.Kappa(items), 6);
        Assert.Equal(1, PledgeMiner.Measuring.Agreement.Kappa<bool>([(true, true)]));
    }

    /// <summary>The worked examples of Krippendorff (2011); a dot is a missing label.</summary>
    [Theory]
    [InlineData(0.095, "0100000010", "1110010000")]
    [InlineData(0.692, "aabbdcccedda", "babbbccceddd")]
    [InlineData(0.743, "123321412...", "1233224125.3", ".33323422 51.", "1233244125 1.")]
    public void Alpha_is_agreement_of_any_number_of_people_beyond_chance(double alpha, params string[] people)
    {
        var labels = people.Select(x => x.Replace(" ", "", StringComparison.Ordinal)).ToList();
        var units = Enumerable.Range(0, labels[0].Length).Select(i => (IReadOnlyList<char>)[.. labels.Select(x => x[i]).Where(x => x != '.')]);
        Assert.Equal(alpha, PledgeMiner.Measuring.Agreement.Alpha(units), 3);
    }

    [Fact]
    public void Opinions_are_compared_by_label_and_by_analyst()
    {
        Opinion Of(string item, string analyst, Act act, params Pillar[] pillars) => new(item, analyst, act, act == Act.Pledge ? Force.Firm : null, pillars);
        var agreement = OpinionAgreement.Of(
        [
            Of("1", "ada", Act.Pledge, Pillar.ArmedForces), Of("1", "bob", Act.Pledge, Pillar.ArmedForces),
            Of("2", "ada", Act.None), Of("2", "bob", Act.Demand, Pillar.Other),
            Of("3", "ada", Act.Refusal, Pillar.Other), Of("3", "eve", Act.Refusal, Pillar.Other),
            Of("4", "ada", Act.Pledge, Pillar.Other),
        ]);
        Assert.Equal(3, agreement.Labels.Single(x => x.Name == "act").Items);
        Assert.Equal(1, agreement.Labels.Single(x => x.Name == "pillar armed-forces").Kappa);
        Assert.Equal(1, agreement.Labels.Single(x => x.Name == "force").Items);
        Assert.Equal([("ada", 3), ("bob", 2), ("eve", 1)], agreement.Analysts.Select(x => (x.Name, x.Items)));
        Assert.True(agreement.Analysts[0].Kappa is > 0 and < 1);
        Assert.Equal(1, agreement.Analysts[2].Kappa);
    }

    [Fact]
    public void Sentences_that_share_eight_words_in_a_row_are_counted()
    {
        const string A = "One two three, four five six seven eight.", B = "zero one two three four five six seven eight nine", C = "one two three four five six seven nine";
        Assert.Equal(0.5, Overlap.Share([B, C], [A]));
        Assert.Equal(2 / 3.0, Overlap.Within([("a", A), ("b", B), ("c", C)]), 6);
    }

    [Theory]
    [InlineData(0, 5, Act.None, "white space")]
    [InlineData(0, 40, Act.None, "beyond the text")]
    [InlineData(0, 4, Act.Refusal, "has no pillar")]
    public void A_fault_is_told_with_its_document(int start, int end, Act act, string says)
    {
        var document = new LabelledDocument("d1", "news", null, null, null, "Yes. It rained.", [new LabelledSentence(start, end, act) { Pledgers = act == Act.None ? [] : ["NOR"] }]);
        var corpus = new Corpus(new Dictionary<string, IReadOnlyList<LabelledDocument>> { ["train"] = [document] });
        var fault = Assert.Single(CorpusCheck.Of(corpus));
        Assert.StartsWith("d1: ", fault, StringComparison.Ordinal);
        Assert.Contains(says, fault);
    }

    [Fact]
    public void The_corpus_is_sound_and_its_parts_share_next_to_nothing()
    {
        var corpus = Corpus.Load(Repository.File("corpora", "pledges"));
        Assert.Empty(CorpusCheck.Of(corpus));
        Assert.True(corpus.Documents.Count() >= 700);
        Assert.All(Corpus.PartNames, x => Assert.True(Overlap.Share(Corpus.Texts(corpus.Parts[x]), corpus.Parts.Where(y => y.Key != x).SelectMany(y => Corpus.Texts(y.Value))) <= 0.03));
    }
}
