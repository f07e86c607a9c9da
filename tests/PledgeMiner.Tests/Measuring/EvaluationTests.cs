using PledgeMiner.Measuring;

namespace PledgeMiner.Tests.Measuring;

public class EvaluationTests
{
    private const string Text = "Norway will send two batteries. Italy will not. The weather was fine.";

    private static readonly TextSpan First = new(0, 31), Second = new(32, 47), Third = new(48, 69);

    private static readonly LabelledDocument Document = new("d", "news", null, null, null, Text,
    [
        new(First.Start, First.End, Act.Pledge) { Pillars = [Pillar.ArmedForces], Force = Force.Firm, Pledgers = ["NOR"], Alt = new() { Pledgers = ["NB8"] } },
        new(Second.Start, Second.End, Act.Refusal) { Pillars = [Pillar.ArmedForces], Pledgers = ["ITA"] },
        new(Third.Start, Third.End, Act.None),
    ]);

    private static Commitment Found(TextSpan span, Act act, double score, params string[] pledgers) =>
        new(new Deed(span, 0, 0) { Pledgers = [.. pledgers.Select(x => new Pledger(x, x, span, []))] },
            new Judgement(new(act, score), act == Act.Pledge ? new(Force.Firm, 1) : null, [new(Pillar.ArmedForces, 1)], []));

    private static Evaluation Of(params Commitment[] found)
    {
        var evaluation = new Evaluation();
        evaluation.Add(Document, found);
        return evaluation;
    }

    [Fact]
    public void What_is_found_as_labelled_scores_one()
    {
        var figures = new Figures([.. Of(Found(First, Act.Pledge, 0.9, "NOR"), Found(Second, Act.Refusal, 0.8, "ITA")).Sentences]);
        Assert.Equal(1, figures.ActScore(Act.Pledge).F1);
        Assert.Equal(1, figures.ActScore(Act.Refusal).F1);
        Assert.Equal(1, figures.PillarMicro);
        Assert.Equal(1, figures.ForceAccuracy);
        Assert.Equal(1, figures.Pledgers.F1);
        Assert.Equal(1, new Figures([.. Of(Found(First, Act.Pledge, 0.9, "NB8")).Sentences]).Pledgers.F1);
    }

    [Fact]
    public void Missed_and_false_are_told_apart_and_by_kind()
    {
        var evaluation = Of(Found(First, Act.Pledge, 0.9, "SWE"), Found(Third, Act.Demand, 0.7, "SWE"));
        Assert.Equal(["demand for none", "pledgers", "refusal missed"], Mistake.Of(evaluation.Sentences).Select(x => x.Key).Order());
        var figures = new Figures([.. evaluation.Sentences]);
        Assert.Equal(new Score(0, 1, 0), figures.ActScore(Act.Demand));
        Assert.Equal(new Score(0, 1, 1), figures.Pledgers);
        Assert.Equal(1, figures.Auroc);
        Assert.Equal(0.4, figures.CalibrationError, 6);
    }

    [Fact]
    public void A_document_alone_has_no_spread() =>
        Assert.Equal((0.5, 0.5), Bootstrap.Interval([new Score(1, 1, 1)]));
}
