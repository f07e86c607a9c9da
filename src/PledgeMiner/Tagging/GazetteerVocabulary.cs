namespace PledgeMiner.Tagging;

/// <summary>What a word may be part of: readers look only at words that carry their flag.</summary>
[Flags]
internal enum GazetteerSense : ushort
{
    None = 0, Number = 1, Magnitude = 2, Currency = 4, Month = 8, Weekday = 16, TimeUnit = 32, DateWord = 64, Unit = 128, Stop = 256,
}

/// <summary>Every word that some gazetteer or reader knows, numbered from 1.</summary>
internal sealed class GazetteerVocabulary
{
    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<string> _texts = [""];
    private readonly List<GazetteerSense> _senses = [GazetteerSense.None];

    /// <summary>The word's number, or 0.</summary>
    public int Find(ulong hash) => _ids.GetValueOrDefault(hash);

    /// <summary>The folded word, empty for 0.</summary>
    public string Text(int id) => _texts[id];

    public GazetteerSense Sense(int id) => _senses[id];

    public int Add(ReadOnlySpan<char> word, GazetteerSense sense = GazetteerSense.None)
    {
        var hash = GazetteerFold.Hash(word);
        if (!_ids.TryGetValue(hash, out var id))
        {
            id = _texts.Count;
            _ids.Add(hash, id);
            _texts.Add(GazetteerFold.Text(word));
            _senses.Add(GazetteerSense.None);
        }
        _senses[id] |= sense;
        return id;
    }

    public void Add(IEnumerable<string> words, GazetteerSense sense)
    {
        foreach (var word in words) Add(word, sense);
    }
}
