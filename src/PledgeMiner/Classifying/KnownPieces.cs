namespace PledgeMiner.Classifying;

/// <summary>
/// The pieces of the words met so far, by a 64-bit hash of a word's letters, as the tagger finds its words too: nearly all are one piece, told by one look into
/// memory. Shared by threads.
/// </summary>
internal sealed class KnownPieces
{
    /// <summary>A text that never repeats a word must not fill the memory: half of the most slots are filled, then none is remembered any more. Fewer words lie closer together.</summary>
    private const int FewestSlots = 1 << 12, MostSlots = 1 << 18;

    private const ulong Prime = 1099511628211;

    private Entry[] _entries = new Entry[FewestSlots];
    private readonly Lock _writing = new();
    private int _count;

    private struct Entry
    {
        /// <summary>0 where the slot is free. It is written last, since it says that the rest is there.</summary>
        public ulong Key;

        public int First;

        /// <summary>All pieces, where there are several or none.</summary>
        public int[]? All;
    }

    /// <summary>The key of a word of one letter.</summary>
    public static ulong KeyOf(char letter) => With(14695981039346656037, letter);

    /// <summary>The key of a word that is one letter longer (FNV-1a).</summary>
    public static ulong With(ulong key, char letter) => (key ^ letter) * Prime;

    /// <summary>Adds a word's pieces, where the word is known.</summary>
    public bool TryAdd(ulong key, List<int> pieces)
    {
        var entries = Volatile.Read(ref _entries);
        for (var slot = (int)key & (entries.Length - 1); Volatile.Read(ref entries[slot].Key) is not 0 and var found; slot = (slot + 1) & (entries.Length - 1))
        {
            if (found != key) continue;
            ref readonly var entry = ref entries[slot];
            if (entry.All is null) pieces.Add(entry.First);
            else pieces.AddRange(entry.All);
            return true;
        }
        return false;
    }

    public void Remember(ulong key, int[] pieces)
    {
        lock (_writing)
        {
            if (_count == MostSlots / 2) return;
            if (_count == _entries.Length / 2) Grow();
            var slot = SlotOf(_entries, key);
            if (_entries[slot].Key == key) return;
            ref var entry = ref _entries[slot];
            if (pieces.Length == 1) entry.First = pieces[0];
            else entry.All = pieces;
            Volatile.Write(ref entry.Key, key);
            _count++;
        }
    }

    /// <summary>Twice the room; those who read go on in the old one until the new one is whole.</summary>
    private void Grow()
    {
        var entries = new Entry[2 * _entries.Length];
        foreach (var entry in _entries) if (entry.Key != 0) entries[SlotOf(entries, entry.Key)] = entry;
        Volatile.Write(ref _entries, entries);
    }

    /// <summary>Where a word stands, or the free slot where it would.</summary>
    private static int SlotOf(Entry[] entries, ulong key)
    {
        var slot = (int)key & (entries.Length - 1);
        while (entries[slot].Key != 0 && entries[slot].Key != key) slot = (slot + 1) & (entries.Length - 1);
        return slot;
    }
}
