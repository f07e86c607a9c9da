namespace PledgeMiner.Tagging;

/// <summary>A number as written: "1.3bn", "two hundred and fifty thousand", "half a billion".</summary>
/// <param name="First">Its first word.</param>
/// <param name="After">The word after its last.</param>
/// <param name="Mantissa">The value before the magnitude.</param>
/// <param name="Magnitude">1 where none is given.</param>
/// <param name="End">Where it ends in the text.</param>
internal readonly record struct NumberPhrase(int First, int After, decimal Mantissa, decimal Magnitude, int End)
{
    public decimal Value => Mantissa * Magnitude;
}
