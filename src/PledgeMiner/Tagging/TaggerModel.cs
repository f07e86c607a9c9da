using System.IO.Compression;

namespace PledgeMiner.Tagging;

/// <summary>All that training learned, as it lies in the model file. Immutable.</summary>
internal sealed record TaggerModel(Vocabulary Vocabulary, SentenceSplitter Splitter, PosTagger Parts, Lemmatizer Lemmas, NameTagger Names)
{
    public const string FileName = "tagger.bin";

    private const string Magic = "PledgeMiner tagger 1";

    public void Save(string file)
    {
        using var stream = new BrotliStream(File.Create(file), CompressionLevel.Optimal);
        using var to = new BinaryWriter(stream);
        to.Write(Magic);
        Vocabulary.Write(to);
        Splitter.Table.Write(to);
        Parts.First.Write(to);
        Parts.SecondLook!.Write(to);
        Lemmas.Write(to);
        Names.Table.Write(to);
        foreach (var move in Names.Moves) to.Write(move);
        to.Write(Magic);
    }

    /// <exception cref="InvalidDataException">The file is missing or damaged; the message says what to do.</exception>
    public static TaggerModel Load(string folder)
    {
        var file = Path.Combine(folder, FileName);
        const string Remedy = "restore it from the repository, or make it anew with `train tagger --treebank DIR`";
        if (!File.Exists(file)) throw new InvalidDataException($"The tagger's model {file} is missing: {Remedy}.");
        try
        {
            using var stream = new BrotliStream(File.OpenRead(file), CompressionMode.Decompress);
            using var from = new BinaryReader(new BufferedStream(stream, 1 << 16));
            if (from.ReadString() != Magic) throw new InvalidDataException("it begins with other words");
            var vocabulary = Vocabulary.Read(from);
            var model = new TaggerModel(vocabulary, new(FeatureTable.Read(from)), new(FeatureTable.Read(from), FeatureTable.Read(from), vocabulary),
                Lemmatizer.Read(from), new(FeatureTable.Read(from), ReadMoves(from), vocabulary));
            return from.ReadString() == Magic ? model : throw new InvalidDataException("it ends with other words");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException or ArgumentException or FormatException or OverflowException or OutOfMemoryException)
        {
            throw new InvalidDataException($"The tagger's model {file} is damaged or of another version: {Remedy}.", e);
        }
    }

    private static short[] ReadMoves(BinaryReader from)
    {
        var moves = new short[NameLabels.Count * NameLabels.Count];
        for (var i = 0; i < moves.Length; i++) moves[i] = from.ReadInt16();
        return moves;
    }
}
