using PledgeMiner.Classifying;

namespace PledgeMiner.Tests.Classifying;

public class LinearModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(19)]
    public void A_score_is_the_bias_and_the_weighted_values(int labels)
    {
        float[][] weights = [.. Enumerable.Range(0, labels).Select(label => Enumerable.Range(0, 7).Select(i => (label + 1) * (i - 3) / 4f).ToArray())];
        var model = new LinearModel(weights, [.. Enumerable.Range(0, labels).Select(x => (float)x)]);
        var scores = model.Scores([6, 1, 3], [1, 0.5f, 2]);
        Assert.Equal(Enumerable.Range(0, labels).Select(x => x + (weights[x][6] * 1.0) + (weights[x][1] * 0.5) + (weights[x][3] * 2.0)), scores);
        var joined = LinearModel.Join([.. weights.Select((x, i) => new LinearModel([x], [i]))]);
        Assert.Equal(scores, joined.Scores([6, 1, 3], [1, 0.5f, 2]));
    }

    [Fact]
    public void A_feature_leads_by_what_it_weighs_above_the_next()
    {
        var model = new LinearModel([[3, -1], [1, 2]], [0, 0]);
        Assert.Equal(2, model.Lead(0, 0, 2));
        Assert.Equal(0, model.Lead(1, 0, 2));
    }
}
