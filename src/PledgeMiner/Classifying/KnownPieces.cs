namespace PledgeMiner.Classifying;

/// <summary>
/// The pieces of the words met so far, by a 64-bit hash of a word's letters, as the tagger finds its words too: nearly all are one piece, told by one look into
/// memory. Shared by threads.
/// </summary>
internal sealed class KnownPieces
{
    /// <summary>A text that never repeats a word must not fill the memory: half of these slots are filled, then none is remembered any more.</summary>
    private const int Slots = 1 << 18;

    private const ulong Prime = 1099511628211;

    private readonly Entry[] _entries = new Entry[Slots];
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
        for (var slot = SlotOf(key); Volatile.Read(ref _entries[slot].Key) is not 0 and var found; slot = (slot + 1) % Slots)
        {
            if (found != key) continue;
            ref readonly var entry = ref _entries[slot];
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
            if (_count == Slots / 2) return;
            var slot = SlotOf(key);
            while (_entries[slot].Key != 0 && _entries[slot].Key != key) slot = (slot + 1) % Slots;
            if (_entries[slot].Key == key) return;
            ref var entry = ref _entries[slot];
            if (pieces.Length == 1) entry.First = pieces[0];
            else entry.All = pieces;
            Volatile.Write(ref entry.Key, key);
            _count++;
        }
    }

    private static int SlotOf(ulong key) => (int)(key % Slots);
}
