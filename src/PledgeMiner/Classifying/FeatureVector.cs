namespace PledgeMiner.Classifying;

/// <summary>A sparse vector: indices in no order, each once, each with its value.</summary>
internal readonly record struct FeatureVector(int[] Indices, float[] Values)
{
    /// <summary>The same with its indices in ascending order, as ML.NET wants them.</summary>
    public FeatureVector Sorted()
    {
        var (indices, values) = ((int[])Indices.Clone(), (float[])Values.Clone());
        Array.Sort(indices, values);
        return new(indices, values);
    }
}
