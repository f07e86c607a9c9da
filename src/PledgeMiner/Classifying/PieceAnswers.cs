namespace PledgeMiner.Classifying;

/// <summary>What a piece of a word gives to the network wherever it stands.</summary>
/// <param name="Detectors">What each detector answers to it at each of its places, in whole steps of 1/<see cref="Scale"/>: half the memory of numbers with a fraction, which is what reading waits for.</param>
/// <param name="Context">What it tells where it stands before a sentence, already weighed.</param>
internal sealed record PieceAnswers(short[] Detectors, float[] Context, float Weight)
{
    public const float Scale = 512;

    /// <summary>Six of these do not overflow: five places and the bias. The largest answer of the trained network, 8.4, is four fifths of it.</summary>
    private const float Largest = short.MaxValue / 6;

    public static short Whole(float answer) => (short)MathF.Round(Math.Clamp(answer * Scale, -Largest, Largest));
}
