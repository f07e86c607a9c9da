namespace PledgeMiner.Tagging;

/// <summary>What a list of names says of a word: its kind, and whether it begins, continues or stands as the whole of an entry.</summary>
[Flags]
internal enum NameKinds : byte { None = 0, Given = 1, Surname = 2, Place = 4, Organisation = 8, GoesOn = 16, InPlace = 32, InOrganisation = 64 }

/// <summary>Lists of given names, surnames, places and organisations, as one table from a run of words to its kinds. Immutable.</summary>
internal sealed class NameLists
{
    private const ulong Seed = 77;
    private readonly Dictionary<ulong, NameKinds> _runs;

    public NameLists(Dictionary<ulong, NameKinds> runs) => _runs = runs;

    /// <summary>The lists bundled with the library.</summary>
    public static NameLists Bundled()
    {
        var runs = new Dictionary<ulong, NameKinds>();
        Add(runs, "given-names", NameKinds.Given);
        Add(runs, "surnames", NameKinds.Surname);
        Add(runs, "places", NameKinds.Place);
        Add(runs, "organisations", NameKinds.Organisation);
        return new(runs);
    }

    private static void Add(Dictionary<ulong, NameKinds> runs, string file, NameKinds kind)
    {
        using var stream = typeof(NameLists).Assembly.GetManifestResourceStream($"names/{file}.txt")!;
        using var reader = new StreamReader(stream);
        var tokens = new TokenBuffer();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            foreach (var name in line.Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                tokens.Clear();
                Tokenizer.Tokenize(name, 0, name.Length, tokens);
                var hash = Seed;
                for (var i = 0; i < tokens.Count; i++)
                {
                    hash = WordHash.With(hash, WordHash.Lower(name.AsSpan(tokens[i].Start, tokens[i].Length)));
                    runs[hash] = runs.GetValueOrDefault(hash) | (i + 1 == tokens.Count ? kind : NameKinds.GoesOn);
                }
            }
        }
    }

    /// <summary>What the lists say of one word by itself.</summary>
    public NameKinds Of(ulong lower) => _runs.GetValueOrDefault(WordHash.With(Seed, lower));

    /// <summary>What the lists say of each word of a sentence; longer entries mark all their words.</summary>
    /// <param name="kinds">Written for [start, end).</param>
    public void Mark(WordBuffer words, int start, int end, Span<NameKinds> kinds)
    {
        for (var i = start; i < end; i++) kinds[i] = words[i].Names & ~NameKinds.GoesOn;
        for (var i = start; i < end; i++)
        {
            if ((words[i].Names & NameKinds.GoesOn) == 0) continue;
            var hash = WordHash.With(Seed, words[i].Lower);
            var (longest, found) = (i, NameKinds.None);
            for (var j = i + 1; j < end; j++)
            {
                hash = WordHash.With(hash, words[j].Lower);
                if (!_runs.TryGetValue(hash, out var kind)) break;
                if ((kind & (NameKinds.Place | NameKinds.Organisation)) != 0) (longest, found) = (j, kind);
                if ((kind & NameKinds.GoesOn) == 0) break;
            }
            if (longest == i) continue;
            var inside = ((found & NameKinds.Place) != 0 ? NameKinds.InPlace : 0) | ((found & NameKinds.Organisation) != 0 ? NameKinds.InOrganisation : 0);
            kinds[i] |= found & ~NameKinds.GoesOn;
            for (var j = i; j <= longest; j++) kinds[j] |= inside | (j > i ? NameKinds.GoesOn : 0);
            i = longest;
        }
    }

    public static NameLists Read(BinaryReader from)
    {
        var runs = new Dictionary<ulong, NameKinds>();
        for (var n = from.ReadInt32(); n > 0; n--) runs.Add(from.ReadUInt64(), (NameKinds)from.ReadByte());
        return new(runs);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(_runs.Count);
        foreach (var (run, kinds) in _runs)
        {
            to.Write(run);
            to.Write((byte)kinds);
        }
    }
}
