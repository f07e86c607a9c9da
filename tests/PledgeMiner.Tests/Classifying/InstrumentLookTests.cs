using PledgeMiner.Classifying;

namespace PledgeMiner.Tests.Classifying;

public class InstrumentLookTests
{
    [Fact]
    public void Words_and_network_settle_what_a_deed_is_done_with()
    {
        var network = Labels.All<Instrument>().Select(x => x switch { Instrument.Troops => 1f, Instrument.Drones => -9f, _ => -2f }).ToArray();
        Found<Instrument>[] named = [new(Instrument.Training, new(10, 18)), new(Instrument.Drones, new(20, 26))];
        Assert.Equal([new(Instrument.Training, new(10, 18)), new(Instrument.Troops, new(5, 5))], InstrumentLook.Of(named, network, new(5, 5)));
    }
}
