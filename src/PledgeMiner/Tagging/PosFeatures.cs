namespace PledgeMiner.Tagging;

/// <summary>What the part-of-speech model looks at around a word.</summary>
internal static class PosFeatures
{
    public const int Most = 64;

    /// <summary>The value that stands for "outside the sentence", as a word and as a label.</summary>
    public const int Outside = 255;

    private static readonly Word Edge = new() { Exact = 1, Lower = 1, Shape = 1, Suffix3 = 1, Lexicon = ushort.MaxValue };

    /// <summary>Features of the words alone; their number.</summary>
    /// <param name="mood">What kind of line the sentence is: see <see cref="MoodOf"/>.</param>
    public static int Fixed(WordBuffer words, int start, int end, int at, int mood, Span<ulong> into)
    {
        ref readonly var word = ref words[at];
        ref readonly var before = ref at > start ? ref words[at - 1] : ref Edge;
        ref readonly var after = ref at + 1 < end ? ref words[at + 1] : ref Edge;
        ref readonly var before2 = ref at - 1 > start ? ref words[at - 2] : ref Edge;
        ref readonly var after2 = ref at + 2 < end ? ref words[at + 2] : ref Edge;
        var n = 0;
        into[n++] = WordHash.Feature(1, word.Lower);
        into[n++] = WordHash.Feature(2, word.Exact);
        into[n++] = WordHash.Feature(3, word.Suffix1);
        if (word.Suffix2 != 0) into[n++] = WordHash.Feature(4, word.Suffix2);
        if (word.Suffix3 != 0) into[n++] = WordHash.Feature(5, word.Suffix3);
        if (word.Suffix4 != 0) into[n++] = WordHash.Feature(6, word.Suffix4);
        into[n++] = WordHash.Feature(7, word.Prefix1);
        if (word.Prefix2 != 0) into[n++] = WordHash.Feature(8, word.Prefix2);
        if (word.Prefix3 != 0) into[n++] = WordHash.Feature(9, word.Prefix3);
        into[n++] = WordHash.Feature(10, word.Shape);
        into[n++] = WordHash.Feature(11, (ulong)word.Traits, word.Suffix2);
        into[n++] = WordHash.Feature(12, word.Lexicon);
        into[n++] = WordHash.Feature(13, word.Cluster);
        into[n++] = WordHash.Feature(14, word.Lexicon, word.Shape);
        into[n++] = WordHash.Feature(15, word.Shape, (ulong)mood, at == start ? 1UL : 0);
        into[n++] = WordHash.Feature(16, before.Lower);
        into[n++] = WordHash.Feature(17, before.Suffix3);
        into[n++] = WordHash.Feature(18, before.Shape);
        into[n++] = WordHash.Feature(19, before.Cluster);
        into[n++] = WordHash.Feature(20, after.Lower);
        into[n++] = WordHash.Feature(21, after.Suffix3);
        into[n++] = WordHash.Feature(22, after.Shape);
        into[n++] = WordHash.Feature(23, after.Lexicon);
        into[n++] = WordHash.Feature(24, after.Cluster);
        into[n++] = WordHash.Feature(25, before2.Lower);
        into[n++] = WordHash.Feature(26, after2.Lower);
        into[n++] = WordHash.Feature(27, after2.Lexicon);
        into[n++] = WordHash.Feature(28, before.Lower, word.Lower);
        into[n++] = WordHash.Feature(29, word.Lower, after.Lower);
        into[n++] = WordHash.Feature(30, before.Lower, after.Lower);
        into[n++] = WordHash.Feature(31, word.Lexicon, after.Lexicon);
        into[n++] = WordHash.Feature(32, after.Lexicon, after2.Lexicon);
        into[n++] = WordHash.Feature(33, word.Lexicon, after.Lexicon, after2.Lexicon);
        into[n++] = WordHash.Feature(34, word.Suffix3, after.Lexicon);
        into[n++] = WordHash.Feature(35, after.Suffix2, word.Lexicon);
        return n;
    }

    /// <summary>Features that need the labels given to the two words before; their number.</summary>
    public static int Moving(WordBuffer words, int end, int at, int before, int before2, Span<ulong> into)
    {
        ref readonly var word = ref words[at];
        ref readonly var after = ref at + 1 < end ? ref words[at + 1] : ref Edge;
        var n = 0;
        into[n++] = WordHash.Feature(40, (ulong)before);
        into[n++] = WordHash.Feature(41, (ulong)before2);
        into[n++] = WordHash.Feature(42, (ulong)before, (ulong)before2);
        into[n++] = WordHash.Feature(43, (ulong)before, word.Lower);
        into[n++] = WordHash.Feature(44, (ulong)before, word.Lexicon);
        into[n++] = WordHash.Feature(45, (ulong)before, word.Suffix2);
        into[n++] = WordHash.Feature(46, (ulong)before, word.Suffix3);
        into[n++] = WordHash.Feature(47, (ulong)before, after.Lower);
        into[n++] = WordHash.Feature(48, (ulong)before, word.Lexicon, after.Lexicon);
        into[n++] = WordHash.Feature(49, (ulong)before, (ulong)before2, word.Lexicon);
        into[n++] = WordHash.Feature(50, (ulong)before, word.Shape);
        return n;
    }

    /// <summary>Running text, a line in capitals, or a headline in title case: there a large letter tells less.</summary>
    public static int MoodOf(WordBuffer words, int start, int end)
    {
        var (letters, large, capitals) = (0, 0, 0);
        for (var i = start; i < end; i++)
        {
            ref readonly var word = ref words[i];
            if (!word.Has(WordTraits.HasSmall | WordTraits.Capital)) continue;
            letters++;
            if (word.Has(WordTraits.Capital)) large++;
            if (word.Has(WordTraits.AllCapitals)) capitals++;
        }
        if (letters < 3) return 0;
        return capitals * 2 > letters ? 1 : large * 4 > letters * 3 ? 2 : 0;
    }
}
