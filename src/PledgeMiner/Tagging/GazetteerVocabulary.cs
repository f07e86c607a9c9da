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
    // Open addressing, at most half full: whether a gazetteer knows a word is asked of every word of a text, and one look into memory tells it of most.
    private ulong[] _hashes = new ulong[1024];
    private int[] _ids = new int[1024];
    private readonly List<string> _texts = [""];
    private readonly List<GazetteerSense> _senses = [GazetteerSense.None];

    /// <summary>The word's number, or 0.</summary>
    public int Find(ulong hash)
    {
        var slot = SlotOf(hash);
        return _hashes[slot] == hash ? _ids[slot] : 0;
    }

    /// <summary>The folded word, empty for 0.</summary>
    public string Text(int id) => _texts[id];

    public GazetteerSense Sense(int id) => _senses[id];

    public int Add(ReadOnlySpan<char> word, GazetteerSense sense = GazetteerSense.None)
    {
        var hash = GazetteerFold.Hash(word);
        var id = Find(hash);
        if (id == 0)
        {
            id = _texts.Count;
            if (2 * id > _ids.Length) Grow();
            Place(hash, id);
            _texts.Add(GazetteerFold.Text(word));
            _senses.Add(GazetteerSense.None);
        }
        _senses[id] |= sense;
        return id;
    }

    /// <summary>Where a word's hash stands, or the free slot where it would.</summary>
    private int SlotOf(ulong hash)
    {
        var slot = (int)hash & (_hashes.Length - 1);
        while (_hashes[slot] != 0 && _hashes[slot] != hash) slot = (slot + 1) & (_hashes.Length - 1);
        return slot;
    }

    private void Place(ulong hash, int id)
    {
        var slot = SlotOf(hash);
        (_hashes[slot], _ids[slot]) = (hash, id);
    }

    private void Grow()
    {
        var (hashes, ids) = (_hashes, _ids);
        (_hashes, _ids) = (new ulong[2 * hashes.Length], new int[2 * ids.Length]);
        for (var i = 0; i < hashes.Length; i++) if (hashes[i] != 0) Place(hashes[i], ids[i]);
    }

    public void Add(IEnumerable<string> words, GazetteerSense sense)
    {
        foreach (var word in words) Add(word, sense);
    }
}
