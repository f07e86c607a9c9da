namespace PledgeMiner.Tagging;

/// <summary>What the name model looks at around a word.</summary>
internal static class NameFeatures
{
    public const int Most = 64;

    /// <summary>How many words to either side are looked at by themselves.</summary>
    public const int Reach = 1;

    /// <summary>All features of a word; their number.</summary>
    /// <param name="labels">The words' part-of-speech labels.</param>
    public static int Of(WordBuffer words, ReadOnlySpan<byte> labels, ReadOnlySpan<NameKinds> kinds, int start, int end, int at, int mood, Span<ulong> into)
    {
        var n = Single(words[at], 0, into);
        n += Parts(words[at], labels, start, end, at, into[n..]);
        n += Single(PosFeatures.Near(words, start, end, at - 1), -1, into[n..]);
        n += Single(PosFeatures.Near(words, start, end, at + 1), 1, into[n..]);
        return n + Joint(words, labels, kinds, start, end, at, mood, into[n..]);
    }

    /// <summary>Features of one word by itself, seen from the word before (-1) or after (1) the one to be labelled or from its own place; their number.</summary>
    public static int Single(in Word word, int place, Span<ulong> into)
    {
        var n = 0;
        switch (place)
        {
            case -1:
                into[n++] = WordHash.Feature(15, word.Lower);
                into[n++] = WordHash.Feature(16, word.Shape);
                into[n++] = WordHash.Feature(17, word.Cluster);
                break;
            case 1:
                into[n++] = WordHash.Feature(18, word.Lower);
                into[n++] = WordHash.Feature(19, word.Shape);
                into[n++] = WordHash.Feature(20, word.Cluster);
                break;
            default:
                into[n++] = WordHash.Feature(1, word.Lower);
                into[n++] = WordHash.Feature(2, word.Exact);
                into[n++] = WordHash.Feature(3, word.Shape);
                into[n++] = WordHash.Feature(4, word.Suffix2);
                into[n++] = WordHash.Feature(5, word.Suffix3);
                into[n++] = WordHash.Feature(6, word.Suffix4);
                into[n++] = WordHash.Feature(7, word.Prefix2);
                into[n++] = WordHash.Feature(8, word.Prefix3);
                into[n++] = WordHash.Feature(9, word.Cluster);
                break;
        }
        return n;
    }

    /// <summary>Features of the parts of speech around a word; their number.</summary>
    public static int Parts(in Word word, ReadOnlySpan<byte> labels, int start, int end, int at, Span<ulong> into)
    {
        ulong pos = labels[at], before = at > start ? labels[at - 1] : 99UL, after = at + 1 < end ? labels[at + 1] : 99UL;
        var n = 0;
        into[n++] = WordHash.Feature(10, pos);
        into[n++] = WordHash.Feature(11, pos, word.Shape);
        into[n++] = WordHash.Feature(12, before, pos);
        into[n++] = WordHash.Feature(13, pos, after);
        into[n++] = WordHash.Feature(14, before, pos, after);
        return n;
    }

    /// <summary>Features of several words together, and of what the lists say of them; their number.</summary>
    public static int Joint(WordBuffer words, ReadOnlySpan<byte> labels, ReadOnlySpan<NameKinds> kinds, int start, int end, int at, int mood, Span<ulong> into)
    {
        ref readonly var word = ref words[at];
        ref readonly var before = ref PosFeatures.Near(words, start, end, at - 1);
        ref readonly var after = ref PosFeatures.Near(words, start, end, at + 1);
        ref readonly var before2 = ref PosFeatures.Near(words, start, end, at - 2);
        ref readonly var after2 = ref PosFeatures.Near(words, start, end, at + 2);
        var n = 0;
        into[n++] = WordHash.Feature(21, before2.Lower);
        into[n++] = WordHash.Feature(22, after2.Lower);
        into[n++] = WordHash.Feature(23, before.Lower, word.Lower);
        into[n++] = WordHash.Feature(24, word.Lower, after.Lower);
        into[n++] = WordHash.Feature(25, before.Shape, word.Shape, after.Shape);
        into[n++] = WordHash.Feature(26, word.Shape, (ulong)mood, at == start ? 1UL : 0);
        into[n++] = WordHash.Feature(27, before.Lower, word.Shape);
        into[n++] = WordHash.Feature(28, after.Lower, word.Shape);
        into[n++] = WordHash.Feature(29, before2.Lower, before.Lower, word.Shape);
        into[n++] = WordHash.Feature(30, before.Suffix3, word.Shape);
        into[n++] = WordHash.Feature(31, after.Suffix3, word.Shape);
        into[n++] = WordHash.Feature(32, (ulong)mood);
        ulong kind = (ulong)kinds[at], kindBefore = at > start ? (ulong)kinds[at - 1] : 255UL, kindAfter = at + 1 < end ? (ulong)kinds[at + 1] : 255UL;
        into[n++] = WordHash.Feature(40, kind);
        into[n++] = WordHash.Feature(41, kind, word.Shape);
        into[n++] = WordHash.Feature(42, kindBefore, kind);
        into[n++] = WordHash.Feature(43, kind, kindAfter);
        into[n++] = WordHash.Feature(44, kindBefore, kind, kindAfter);
        into[n++] = WordHash.Feature(45, kind, before.Lower);
        into[n++] = WordHash.Feature(46, kind, after.Lower);
        into[n++] = WordHash.Feature(47, kindBefore, word.Shape);
        into[n++] = WordHash.Feature(48, kindAfter, word.Shape);
        into[n++] = WordHash.Feature(49, kind, labels[at], at + 1 < end ? labels[at + 1] : 99UL);
        return n;
    }
}
