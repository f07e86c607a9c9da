namespace PledgeMiner.Tagging;

/// <summary>Punctuation and symbols: which stand alone, which in runs, and which begin a word.</summary>
internal static class Marks
{
    private const string Runs = ".-*=_~#<>+'`$", Rules = "-=*_~";

    private static readonly HashSet<ulong> Elisions = [.. "em til tis twas cause bout n round".Split(' ').Select(x => WordHash.Lower(x))];

    private static readonly HashSet<ulong> Faces = [.. ":) :( ;) :D :P :p =) :-) :-( ;-) :/ ;( :'( <3 ^_^ XD (:".Split(' ').Select(x => WordHash.Exact(x))];

    /// <summary>Whether a word begins here, with a letter or with a mark that belongs to it.</summary>
    public static bool StartsWord(string text, int at, int chunk, int end)
    {
        var c = text[at];
        if (Characters.IsWord(c)) return true;
        if (at + 1 >= end || (at > chunk && Characters.IsWord(text[at - 1]))) return false;
        var next = text[at + 1];
        if (c is '@' or '#') return at == chunk && Characters.IsLetter(next);
        return Characters.IsApostrophe(c) && (IsYear(text, at + 1, end) || IsElision(text, at + 1, end));
    }

    /// <summary>Where the mark or the run of marks that begins here ends.</summary>
    public static int End(string text, int at, int chunk, int end)
    {
        var c = text[at];
        if (at == chunk && end - at is > 1 and < 5 && Faces.Contains(WordHash.Exact(text.AsSpan(at, end - at)))) return end;
        if (char.IsHighSurrogate(c) && at + 1 < end && char.IsLowSurrogate(text[at + 1]))
        {
            var pair = at + 2;
            while (pair < end && Characters.IsLetter(text[pair]) && !char.IsLetter(text[pair])) pair++;
            return pair;
        }
        var stop = at + 1;
        if (c is '!' or '?')
        {
            while (stop < end && text[stop] is '!' or '?') stop++;
            return stop;
        }
        if (Rules.Contains(c)) while (stop < end && Rules.Contains(text[stop])) stop++;
        else if (Runs.Contains(c)) while (stop < end && text[stop] == c) stop++;
        return stop;
    }

    private static bool IsYear(string text, int at, int end) =>
        at + 1 < end && char.IsDigit(text[at]) && char.IsDigit(text[at + 1]) && (at + 2 == end || !char.IsDigit(text[at + 2]));

    private static bool IsElision(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && Characters.IsLetter(text[stop])) stop++;
        return stop - at is > 0 and < 6 && Elisions.Contains(WordHash.Lower(text.AsSpan(at, stop - at)));
    }
}
