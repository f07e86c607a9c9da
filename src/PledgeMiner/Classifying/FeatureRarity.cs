namespace PledgeMiner.Classifying;

/// <summary>
/// How rare each feature is among the sentences learnt from: one plus the logarithm of all over those that have it; 0 for what fewer than
/// two of them have, of which nothing can be learnt. Immutable.
/// </summary>
internal sealed class FeatureRarity
{
    /// <summary>Steps of a stored value: an inverse frequency of 1 to 16 in a byte.</summary>
    private const float Steps = 16;

    private readonly byte[] _byBucket;

    private FeatureRarity(byte[] byBucket) => _byBucket = byBucket;

    public float Of(int bucket) => _byBucket[bucket] / Steps;

    /// <param name="counts">For each bucket the number of sentences that have it.</param>
    public static FeatureRarity Count(int[] counts, int sentences) =>
        new([.. counts.Select(x => (byte)(x < 2 ? 0 : Math.Min(255, MathF.Round(Steps * (1 + MathF.Log((1f + sentences) / (1 + x)))))))]);

    /// <exception cref="InvalidDataException">The file has another length.</exception>
    public static FeatureRarity Load(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return bytes.Length == FeatureSpace.Size ? new(bytes) : throw new InvalidDataException($"{file} is not a feature file of this program: train it again with `train all`.");
    }

    public void Save(string file) => File.WriteAllBytes(file, _byBucket);
}
