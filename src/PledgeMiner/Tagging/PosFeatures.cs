namespace PledgeMiner.Tagging;

/// <summary>What the part-of-speech model looks at around a word.</summary>
internal static class PosFeatures
{
    public const int Most = 96;

    /// <summary>The value that stands for "outside the sentence", as a word and as a label.</summary>
    public const int Outside = 255;

    private static readonly Word Edge = new() { Exact = 1, Lower = 1, Shape = 1, Suffix3 = 1, Lexicon = ushort.MaxValue };

    /// <summary>Features of the words alone; their number.</summary>
    /// <param name="mood">What kind of line the sentence is: see <see cref="MoodOf"/>.</param>
    public static int Fixed(WordBuffer words, int start, int end, int at, int mood, Span<ulong> into)
    {
        var n = Joint(words, start, end, at, mood, into);
        for (var place = -Reach; place <= Reach; place++) n += Single(Near(words, start, end, at + place), place, into[n..]);
        return n;
    }

    /// <summary>How far a verb is looked for: keeps the time linear in text without full stops.</summary>
    private const int Far = 50;

    /// <summary>How many words to either side are looked at.</summary>
    public const int Reach = 2;

    /// <summary>The word at a place, or what stands for the sentence's edge.</summary>
    public static ref readonly Word Near(WordBuffer words, int start, int end, int at) => ref at >= start && at < end ? ref words[at] : ref Edge;

    /// <summary>Features of one word by itself, seen from as many places before (negative) or after the word to be labelled; their number.</summary>
    public static int Single(in Word word, int place, Span<ulong> into)
    {
        var n = 0;
        switch (place)
        {
            case -2:
                into[n++] = WordHash.Feature(25, word.Lower);
                break;
            case -1:
                into[n++] = WordHash.Feature(16, word.Lower);
                into[n++] = WordHash.Feature(17, word.Suffix3);
                into[n++] = WordHash.Feature(18, word.Shape);
                into[n++] = WordHash.Feature(19, word.Cluster);
                break;
            case 1:
                into[n++] = WordHash.Feature(20, word.Lower);
                into[n++] = WordHash.Feature(21, word.Suffix3);
                into[n++] = WordHash.Feature(22, word.Shape);
                into[n++] = WordHash.Feature(23, word.Lexicon);
                into[n++] = WordHash.Feature(24, word.Cluster);
                break;
            case 2:
                into[n++] = WordHash.Feature(26, word.Lower);
                into[n++] = WordHash.Feature(27, word.Lexicon);
                break;
            default:
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
                break;
        }
        return n;
    }

    /// <summary>Features of several words together, or of a word and its place in the sentence; their number.</summary>
    public static int Joint(WordBuffer words, int start, int end, int at, int mood, Span<ulong> into)
    {
        ref readonly var word = ref words[at];
        ref readonly var before = ref Near(words, start, end, at - 1);
        ref readonly var after = ref Near(words, start, end, at + 1);
        ref readonly var after2 = ref Near(words, start, end, at + 2);
        var n = 0;
        into[n++] = WordHash.Feature(15, word.Shape, (ulong)mood, at == start ? 1UL : 0);
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

    /// <summary>Features for a second look at a word, when both its neighbours have labels; their number.</summary>
    /// <param name="labels">Labels of the first look, for [start, end).</param>
    public static int Second(WordBuffer words, ReadOnlySpan<byte> labels, int start, int end, int at, Span<ulong> into)
    {
        ref readonly var word = ref words[at];
        ulong own = labels[at];
        ulong before = at > start ? labels[at - 1] : (ulong)Outside, before2 = at - 1 > start ? labels[at - 2] : (ulong)Outside;
        ulong after = at + 1 < end ? labels[at + 1] : (ulong)Outside, after2 = at + 2 < end ? labels[at + 2] : (ulong)Outside;
        var n = 0;
        into[n++] = WordHash.Feature(60, own);
        into[n++] = WordHash.Feature(61, own, after);
        into[n++] = WordHash.Feature(62, before, own);
        into[n++] = WordHash.Feature(63, before, own, after);
        into[n++] = WordHash.Feature(64, before, after);
        into[n++] = WordHash.Feature(65, after, after2);
        into[n++] = WordHash.Feature(66, before2, before);
        into[n++] = WordHash.Feature(67, own, after, after2);
        into[n++] = WordHash.Feature(68, before2, before, own);
        into[n++] = WordHash.Feature(69, own, word.Lower);
        into[n++] = WordHash.Feature(70, after, word.Lower);
        into[n++] = WordHash.Feature(71, before, word.Lower);
        into[n++] = WordHash.Feature(72, (before << 8) + after, word.Lower);
        into[n++] = WordHash.Feature(73, (before << 8) + after, word.Lexicon);
        into[n++] = WordHash.Feature(74, (after << 8) + after2, word.Lexicon);
        into[n++] = WordHash.Feature(75, (after << 8) + after2, word.Lower);
        into[n++] = WordHash.Feature(76, (before2 << 8) + before, word.Lexicon);
        into[n++] = WordHash.Feature(77, (own << 8) + after, word.Suffix3);
        into[n++] = WordHash.Feature(78, (before << 8) + after, word.Shape);
        into[n++] = WordHash.Feature(79, own, at + 1 < end ? words[at + 1].Lower : 1);
        into[n++] = WordHash.Feature(80, own, at > start ? words[at - 1].Lower : 1);
        var (left, right) = (Verbs(labels, Math.Max(start, at - Far), at), Verbs(labels, at + 1, Math.Min(end, at + Far)));
        into[n++] = WordHash.Feature(81, own, left, right);
        into[n++] = WordHash.Feature(82, word.Lexicon, left, right);
        return n;
    }

    /// <summary>Whether the stretch, of bounded length, has a finite verb or an auxiliary: a sentence wants one.</summary>
    private static ulong Verbs(ReadOnlySpan<byte> labels, int start, int end)
    {
        for (var i = start; i < end; i++) if (PosLabels.IsFinite(labels[i])) return 1;
        return 0;
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
