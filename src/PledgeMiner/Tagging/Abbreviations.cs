namespace PledgeMiner.Tagging;

/// <summary>Words whose full stop belongs to them.</summary>
internal static class Abbreviations
{
    private static readonly HashSet<ulong> AnyCase = [.. Words("""
        mr mrs ms dr prof gen lt col maj capt cpl sgt adm cmdr brig amb messrs mlle mme pfc gov sen rep rev hon pres supt insp
        vs etc al approx est incl viz cf ca op cit ibid resp e.g i.e a.k.a ft mt st sr jr esq ret
        inc corp ltd co bros plc dept govt univ assn assoc intl natl ave blvd rd hwy
        vol nos para paras pp sect eds bn mn mio tn lb lbs oz hr hrs mins secs tel attn arr div
        jan feb apr jun jul aug sep sept oct nov dec tue tues thu thur thurs
        """)];

    /// <summary>Words that are abbreviations only with a large first letter: "Sat." is a day, "sat." ends a sentence.</summary>
    private static readonly HashSet<ulong> Capitalised = [.. Words("""
        Mar Mon Wed Fri Sat Sun Fig Figs Art Arts Ch Ed Eds Sec Min Cal Calif Fla Tex Mass Mich Minn Wis Ill Ind Pa Va Md Conn Ariz Colo Ore
        Wash Okla Ga Ala Tenn Ky La Kan Neb Nev Mont Wyo Del Ont Que Sask Br Fr Dist Ext Adj Dir Mgr Atty Pvt Spc
        """)];

    /// <summary>Abbreviations only in front of a number: "No. 10", "p. 7", "Art. 5".</summary>
    private static readonly HashSet<ulong> BeforeNumber = [.. Words("no p pg pt art sec ch par no")];

    /// <summary>Whether the full stop after the word is part of it.</summary>
    /// <param name="numberFollows">Whether the next character that is not white space is a digit.</param>
    public static bool TakeStop(ReadOnlySpan<char> word, bool numberFollows)
    {
        if (word.Length == 1) return char.IsUpper(word[0]) && word[0] != 'I';
        var lower = WordHash.Lower(word);
        return AnyCase.Contains(lower) || (numberFollows && BeforeNumber.Contains(lower))
            || (char.IsUpper(word[0]) && Capitalised.Contains(lower)) || IsDotted(word);
    }

    /// <summary>Letters with full stops between them: "U.S", "Ph.D".</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.IndexOf('.') < 0) return false;
        var run = 0;
        foreach (var c in word)
        {
            run = c == '.' ? 0 : run + 1;
            if (run > 2 || (c != '.' && !char.IsLetter(c))) return false;
        }
        return run == 1;
    }

    private static IEnumerable<ulong> Words(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(x => WordHash.Lower(x));
}
