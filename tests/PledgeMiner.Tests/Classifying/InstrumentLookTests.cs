using PledgeMiner.Classifying;

namespace PledgeMiner.Tests.Classifying;

public class InstrumentLookTests
{
    [Fact]
    public void Words_linear_models_and_network_settle_what_a_deed_is_done_with()
    {
        var linear = Labels.All<Instrument>().Select(x => x switch { Instrument.Naval => 0.0, Instrument.Drones => -4, _ => -2.5 }).ToArray();
        var network = Labels.All<Instrument>().Select(x => x switch { Instrument.Troops => 1f, Instrument.Drones => -9f, _ => -2f }).ToArray();
        Found<Instrument>[] named = [new(Instrument.Training, new(10, 18)), new(Instrument.Drones, new(20, 26))];
        Assert.Equal([new(Instrument.Training, new(10, 18)), new(Instrument.Naval, new(5, 5))], InstrumentLook.Of(named, linear, network, new(5, 5)));
    }
}
