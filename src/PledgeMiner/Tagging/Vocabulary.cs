namespace PledgeMiner.Tagging;

/// <summary>The words of the training text with what the models see of them. Immutable.</summary>
internal sealed class Vocabulary
{
    private readonly int[] _slots;
    private readonly Dictionary<ulong, (ushort Lexicon, ushort Cluster)> _byLower;
    private readonly Entry[] _entries;
    private readonly Word[] _words;

    public Vocabulary(IReadOnlyList<Entry> entries, NameLists names)
    {
        Names = names;
        _entries = [.. entries];
        _words = new Word[_entries.Length];
        _byLower = new(_entries.Length);
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, _entries.Length * 2));
        _slots = new int[size];
        for (var i = 0; i < _entries.Length; i++)
        {
            var word = Word.Of(_entries[i].Text);
            (word.Lexicon, word.Cluster) = (_entries[i].Lexicon, _entries[i].Cluster);
            (word.Sure, word.NeverName) = (_entries[i].Sure, _entries[i].NeverName);
            word.Names = names.Of(word.Lower);
            _words[i] = word;
            _byLower.TryAdd(word.Lower, (word.Lexicon, word.Cluster));
            var slot = SlotOf(word.Exact);
            while (_slots[slot] != 0) slot = (slot + 1) & (size - 1);
            _slots[slot] = i + 1;
        }
    }

    /// <summary>A word as written, with its lexicon class and cluster (the same for every spelling of its small letters).</summary>
    public readonly record struct Entry(string Text, ushort Lexicon, ushort Cluster, byte Sure, bool NeverName);

    public NameLists Names { get; }

    public int Count => _words.Length;

    public ReadOnlySpan<Word> Words => _words;

    /// <summary>The word's number, or -1.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var hash = WordHash.Exact(text);
        for (var slot = SlotOf(hash); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_words[_slots[slot] - 1].Exact == hash) return _slots[slot] - 1;
        }
        return -1;
    }

    /// <summary>A word that is not in the vocabulary as written; its small-letter twin may be.</summary>
    public Word Describe(ReadOnlySpan<char> text)
    {
        var word = Word.Of(text);
        if (_byLower.TryGetValue(word.Lower, out var known)) (word.Lexicon, word.Cluster) = known;
        word.Names = Names.Of(word.Lower);
        return word;
    }

    private int SlotOf(ulong hash) => (int)((hash * 0x9E3779B97F4A7C15) >> 20) & (_slots.Length - 1);

    public static Vocabulary Read(BinaryReader from)
    {
        var entries = new Entry[from.ReadInt32()];
        for (var i = 0; i < entries.Length; i++) entries[i] = new(from.ReadString(), from.ReadUInt16(), from.ReadUInt16(), from.ReadByte(), from.ReadBoolean());
        return new(entries, NameLists.Read(from));
    }

    public void Write(BinaryWriter to)
    {
        to.Write(_entries.Length);
        foreach (var entry in _entries)
        {
            to.Write(entry.Text);
            to.Write(entry.Lexicon);
            to.Write(entry.Cluster);
            to.Write(entry.Sure);
            to.Write(entry.NeverName);
        }
        Names.Write(to);
    }
}
