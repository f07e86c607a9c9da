namespace PledgeMiner.Tagging;

/// <summary>Which tagger finds words and names: our own, or Catalyst where the build has it (-p:UseCatalyst=true).</summary>
public static class TaggerChoice
{
    public const string Own = "own";
    public const string Catalyst = "catalyst";

    /// <param name="folder">Our own model's folder.</param>
    /// <exception cref="InvalidDataException">Neither of the two, not in this build, or its model is missing.</exception>
    public static ITagger Load(string name, string folder) => name switch
    {
        Own => Tagger.Load(folder),
#if USE_CATALYST
        Catalyst => CatalystTagger.LoadAsync().GetAwaiter().GetResult(),
#else
        Catalyst => throw new InvalidDataException("This build has no Catalyst: build it with -p:UseCatalyst=true, or set Tagger to own."),
#endif
        _ => throw new InvalidDataException($"The setting Tagger, '{name}', is neither own nor catalyst."),
    };
}
