namespace PledgeMiner.Classifying;

/// <summary>Which models to train.</summary>
[Flags]
public enum ModelKind { Acts = 1, Pillars = 2, Force = 4, Slots = 8, Lone = 16, All = Acts | Pillars | Force | Slots | Lone }

/// <summary>The files of a model folder.</summary>
internal static class ModelNames
{
    public const string Rarity = "rarity.bin";
    public const string Acts = "acts.zip";
    public const string Force = "force.zip";

    public const string Counts = "counts.zip";
    public const string Dates = "dates.zip";
    public const string Pledgers = "pledgers.zip";
    public const string Conditions = "conditions.zip";
    public const string Lone = "lone.zip";

    public static string OfInstrument(Instrument instrument) => $"instrument-{instrument.Code()}.zip";

    public static string OfPillar(Pillar pillar) => $"pillar-{pillar.Code()}.zip";

    /// <summary>All files, as they are versioned.</summary>
    public static IEnumerable<string> Files => [Rarity, .. Linear, Counts, Dates, Pledgers, Conditions, .. Instruments, Lone];

    /// <summary>One for each instrument, in the order of their labels.</summary>
    public static IEnumerable<string> Instruments => Labels.All<Instrument>().Select(OfInstrument);

    /// <summary>The linear models of a deed, in the order in which <see cref="Classifier"/> takes them.</summary>
    public static IEnumerable<string> Linear => [Acts, Force, .. Labels.All<Pillar>().Select(OfPillar)];
}
