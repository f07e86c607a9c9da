namespace PledgeMiner.Tests;

public class LabelsTests
{
    [Theory]
    [InlineData(Pillar.CeasefireMonitoring, "ceasefire-monitoring")]
    [InlineData(ConditionKind.UsBackstop, "us-backstop")]
    [InlineData(Instrument.AiElectronicWarfare, "ai-electronic-warfare")]
    [InlineData(Act.None, "none")]
    public void A_label_is_written_in_kebab_case(Enum label, string code)
    {
        var written = label switch
        {
            Pillar x => x.Code(),
            ConditionKind x => x.Code(),
            Instrument x => x.Code(),
            Act x => x.Code(),
            _ => throw new ArgumentOutOfRangeException(nameof(label)),
        };
        Assert.Equal(code, written);
    }

    [Fact]
    public void Every_label_reads_back_from_its_code()
    {
        Assert.All(Labels.All<Instrument>(), x => Assert.True(Labels.TryParse<Instrument>(x.Code(), out var y) && x == y));
        Assert.False(Labels.TryParse<Pillar>("Other", out _));
    }
}
