namespace PledgeMiner.Tagging;

/// <summary>What the name model looks at around a word.</summary>
internal static class NameFeatures
{
    public const int Most = 64;

    private static readonly Word Edge = new() { Exact = 1, Lower = 1, Shape = 1, Suffix3 = 1, Lexicon = ushort.MaxValue };

    /// <param name="labels">The words' part-of-speech labels.</param>
    public static int Of(WordBuffer words, ReadOnlySpan<byte> labels, ReadOnlySpan<NameKinds> kinds, int start, int end, int at, int mood, Span<ulong> into)
    {
        ref readonly var word = ref words[at];
        ref readonly var before = ref at > start ? ref words[at - 1] : ref Edge;
        ref readonly var after = ref at + 1 < end ? ref words[at + 1] : ref Edge;
        ref readonly var before2 = ref at - 1 > start ? ref words[at - 2] : ref Edge;
        ref readonly var after2 = ref at + 2 < end ? ref words[at + 2] : ref Edge;
        ulong pos = labels[at], posBefore = at > start ? labels[at - 1] : 99UL, posAfter = at + 1 < end ? labels[at + 1] : 99UL;
        var n = 0;
        into[n++] = WordHash.Feature(1, word.Lower);
        into[n++] = WordHash.Feature(2, word.Exact);
        into[n++] = WordHash.Feature(3, word.Shape);
        into[n++] = WordHash.Feature(4, word.Suffix2);
        into[n++] = WordHash.Feature(5, word.Suffix3);
        into[n++] = WordHash.Feature(6, word.Suffix4);
        into[n++] = WordHash.Feature(7, word.Prefix2);
        into[n++] = WordHash.Feature(8, word.Prefix3);
        into[n++] = WordHash.Feature(9, word.Cluster);
        into[n++] = WordHash.Feature(10, pos);
        into[n++] = WordHash.Feature(11, pos, word.Shape);
        into[n++] = WordHash.Feature(12, posBefore, pos);
        into[n++] = WordHash.Feature(13, pos, posAfter);
        into[n++] = WordHash.Feature(14, posBefore, pos, posAfter);
        into[n++] = WordHash.Feature(15, before.Lower);
        into[n++] = WordHash.Feature(16, before.Shape);
        into[n++] = WordHash.Feature(17, before.Cluster);
        into[n++] = WordHash.Feature(18, after.Lower);
        into[n++] = WordHash.Feature(19, after.Shape);
        into[n++] = WordHash.Feature(20, after.Cluster);
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
        into[n++] = WordHash.Feature(49, kind, pos, posAfter);
        return n;
    }
}
