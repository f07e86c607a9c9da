namespace PledgeMiner.Classifying;

/// <summary>
/// What a deed is done with, by the words that were found, by linear models and by the network together. Words say where it stands, but "a package of Gepard rounds and
/// instructors" names more than it is, and "they will patrol the line" is monitoring without a word of it.
/// </summary>
internal static class InstrumentLook
{
    private static readonly IReadOnlyList<Instrument> All = Labels.All<Instrument>();

    /// <param name="found">By words.</param>
    /// <param name="linear">Log-odds of each instrument by the linear models.</param>
    /// <param name="network">The same by the network.</param>
    /// <param name="here">Where an instrument stands that no word names: nowhere, at the sentence's beginning.</param>
    public static IReadOnlyList<Found<Instrument>> Of(IReadOnlyList<Found<Instrument>> found, double[] linear, float[] network, TextSpan here)
    {
        double LogOdds(int i) => ((1 - Calibration.InstrumentShare) * linear[i]) + (Calibration.InstrumentShare * network[i]);
        var settled = found.Where(x => LogOdds((int)x.Value) >= Calibration.NamedInstrument).ToList();
        for (var i = 0; i < network.Length; i++)
        {
            if (LogOdds(i) >= Calibration.UnnamedInstrument && !found.Any(x => x.Value == All[i])) settled.Add(new(All[i], here));
        }
        return settled;
    }
}
