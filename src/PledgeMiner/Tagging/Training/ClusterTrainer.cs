namespace PledgeMiner.Tagging.Training;

/// <summary>Groups words that stand between like neighbours: k-means over the words before and after them.</summary>
internal static class ClusterTrainer
{
    private const int Clusters = 128, Neighbours = 400, Rounds = 10, EnoughSightings = 5;

    /// <summary>The cluster, from 1, of each word that is frequent enough, by its hash in small letters.</summary>
    public static Dictionary<ulong, ushort> Train(IEnumerable<TreebankSentence> sentences)
    {
        var lines = sentences.Select(x => x.Words.Select(y => WordHash.Lower(y.Form)).ToArray()).ToList();
        var words = lines.SelectMany(x => x).CountBy(x => x).Where(x => x.Value >= EnoughSightings)
            .OrderByDescending(x => x.Value).ThenBy(x => x.Key).Select(x => x.Key).ToArray();
        var numbers = words.Select((x, i) => (x, i)).ToDictionary(x => x.x, x => x.i);
        var vectors = Vectors(lines, numbers);
        var (assigned, centres) = (new int[words.Length], Seeds(vectors));
        for (var round = 0; round < Rounds; round++)
        {
            for (var word = 0; word < words.Length; word++) assigned[word] = Nearest(vectors[word], centres);
            centres = Centres(vectors, assigned);
        }
        return words.Select((x, i) => (x, i)).ToDictionary(x => x.x, x => (ushort)(assigned[x.i] + 1));
    }

    /// <summary>For each word its neighbours on either side with the root of their share: of unit length.</summary>
    private static (int Dimension, float Value)[][] Vectors(List<ulong[]> lines, Dictionary<ulong, int> numbers)
    {
        var counts = new Dictionary<int, int>[numbers.Count];
        for (var i = 0; i < counts.Length; i++) counts[i] = [];
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Length; i++)
            {
                if (!numbers.TryGetValue(line[i], out var word)) continue;
                var (before, after) = (i > 0 ? Side(line[i - 1], numbers) : Neighbours, i + 1 < line.Length ? Side(line[i + 1], numbers) : Neighbours);
                counts[word][before] = counts[word].GetValueOrDefault(before) + 1;
                counts[word][after + Neighbours + 2] = counts[word].GetValueOrDefault(after + Neighbours + 2) + 1;
            }
        }
        return [.. counts.Select(x =>
        {
            var total = (float)x.Values.Sum();
            return x.OrderBy(y => y.Key).Select(y => (y.Key, MathF.Sqrt(y.Value / total))).ToArray();
        })];
    }

    /// <summary>A neighbour's number: frequent words their own, the others one together.</summary>
    private static int Side(ulong word, Dictionary<ulong, int> numbers) =>
        numbers.TryGetValue(word, out var number) && number < Neighbours ? number : Neighbours + 1;

    private static float[] Seeds((int Dimension, float Value)[][] vectors) =>
        Centres(vectors[..Math.Min(Clusters, vectors.Length)], [.. Enumerable.Range(0, Math.Min(Clusters, vectors.Length))]);

    private static float[] Centres((int Dimension, float Value)[][] vectors, int[] assigned)
    {
        var centres = new float[2 * (Neighbours + 2) * Clusters];
        for (var word = 0; word < vectors.Length; word++)
        {
            foreach (var (dimension, value) in vectors[word]) centres[(dimension * Clusters) + assigned[word]] += value;
        }
        var lengths = new float[Clusters];
        for (var i = 0; i < centres.Length; i++) lengths[i % Clusters] += centres[i] * centres[i];
        for (var i = 0; i < centres.Length; i++) if (centres[i] != 0) centres[i] /= MathF.Sqrt(lengths[i % Clusters]);
        return centres;
    }

    private static int Nearest((int Dimension, float Value)[] vector, float[] centres)
    {
        Span<float> near = stackalloc float[Clusters];
        near.Clear();
        foreach (var (dimension, value) in vector)
        {
            var row = centres.AsSpan(dimension * Clusters, Clusters);
            for (var i = 0; i < Clusters; i++) near[i] += value * row[i];
        }
        var best = 0;
        for (var i = 1; i < Clusters; i++) if (near[i] > near[best]) best = i;
        return best;
    }
}
