namespace PledgeMiner.Benchmarks;

/// <summary>Text to measure the tagger on.</summary>
internal static class TaggerText
{
    private const string Paragraph = """
        The government in Oslo will hand over two more air-defence batteries by the end of next year, the defence minister said on Tuesday. "We can't wait until the autumn," she told
        reporters in Bergen, adding that about NOK 7.5 billion had been set aside. Officials in Warsaw, Prague and Vilnius have not yet said whether they'd follow. A spokesman for the
        European Commission declined to comment on the plan, which Parliament must still approve. Analysts at King's College London doubt that the money will suffice: repairs alone cost
        some $1.2bn a year, and ammunition isn't cheap. Mr. Hansen, who led the talks, called the agreement "a good start". The first 155-mm shells are due to arrive at 9.30 a.m. on 4 March.
        Lawmakers of both parties asked for a list of what has been delivered, what was promised and what was only announced.
        """;

    /// <summary>Blank lines part its paragraphs.</summary>
    public static Document DocumentOf(string text)
    {
        var blocks = new List<Block>();
        var start = 0;
        foreach (var paragraph in text.Split("\n\n"))
        {
            var span = new TextSpan(start, start + paragraph.Length).Trim(text);
            if (span.Length > 0) blocks.Add(new(BlockKind.Paragraph, span));
            start += paragraph.Length + 2;
        }
        return new(text, blocks, null, null, null, "en");
    }

    public static string Repeated(int times) => string.Join("\n\n", Enumerable.Repeat(Paragraph.ReplaceLineEndings(" "), times));

    /// <summary>models/tagger-en of the working copy that the program was built from.</summary>
    public static string ModelFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var models = Path.Combine(folder.FullName, "models", "tagger-en");
            if (Directory.Exists(models)) return models;
        }
        throw new InvalidDataException("models/tagger-en was not found above the program's folder: run the benchmark from a working copy.");
    }
}
