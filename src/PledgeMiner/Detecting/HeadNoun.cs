namespace PledgeMiner.Detecting;

/// <summary>Finds the noun that a number counts: behind it, before it, or the one that was counted last.</summary>
internal static class HeadNoun
{
    private const int MaxDescription = 6;

    /// <summary>The noun that a number counts, and where it ends: "100 armoured Humvees", "47,000 members", "29,500 of these terminals".</summary>
    public static string? UnitAfter(SentenceView view, ref int at)
    {
        var i = at;
        if (view.Word(i) == "more") i++;
        if (view.Word(i) == "of" && view.Word(i + 1) is "the" or "these" or "those" or "its" or "their" or "his" or "our") i += 2;
        else if (view.Word(i) == "out" && view.Word(i + 1) == "of") return null;
        // "two of the 14 monsters"
        if (i > at && CountReader.At(view, i) is { } whole) i = whole.End;
        var (noun, start) = (-1, i);
        for (; i < view.Count && i - start <= MaxDescription; i++)
        {
            if (view.EntityAt(i)?.Kind is EntityKind.Date or EntityKind.Money || noun < 0 && view.Word(i) is ("and" or "or") && CountReader.At(view, i + 1) is not null) break;
            if (view.Pos(i) is PartOfSpeech.Noun or PartOfSpeech.Propn && view.Word(i) != "%")
            {
                // "300 pilots train", "four F-16s Denmark promised": a plural ends the phrase unless another noun follows at once.
                if (noun >= 0 && noun < i - 1 && view.Word(i - 1) is not ("-" or "/")) break;
                noun = i;
            }
            else if (view.Word(i) is "-" or "/" || noun < 0 && (view.Pos(i) is PartOfSpeech.Adj or PartOfSpeech.Num or PartOfSpeech.Verb or PartOfSpeech.Adv || view.Word(i) is "and" or "," or "or" && view.Pos(i - 1) is PartOfSpeech.Adj or PartOfSpeech.Propn))
            {
                if (view.Pos(i) == PartOfSpeech.Verb && !IsParticiple(view.Word(i))) break;
            }
            // "four battalion-sized battlegroups"
            else if (noun == i - 2 && view.Word(i - 1) == "-" && view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Adj)
            {
                noun = -1;
            }
            else if (view.Pos(i) is PartOfSpeech.Num or PartOfSpeech.Adj && noun == i - 1 && view.Pos(i + 1) is PartOfSpeech.Noun or PartOfSpeech.Propn)
            {
                continue;
            }
            else
            {
                break;
            }
        }
        // "50 Belgians": those who belong to a state, in the plural.
        if (noun >= 0 && view.EntityAt(noun) is { Kind: EntityKind.State or EntityKind.Group } people && view.Word(noun) is var word && view.IndexOf(people.Span.End) == noun + 1 && word.EndsWith("ans", StringComparison.Ordinal))
        {
            at = noun + 1;
            return word[..^1];
        }
        if (noun < 0 || view.EntityAt(noun) is { Kind: EntityKind.State or EntityKind.Location or EntityKind.Organisation or EntityKind.Person or EntityKind.Group }) return null;
        if (!AgreesInNumber(view, start, at, noun)) return null;
        at = noun + 1;
        return Coordinated(view, at, UnitOf(view, noun));
    }

    /// <summary>Several are told in the plural, by a name ("two Patriot") or by a word without one ("two aircraft").</summary>
    private static bool AgreesInNumber(SentenceView view, int start, int at, int noun)
    {
        if (view.Word(at - 1) is "one" or "1") return true;
        var word = view.Word(noun);
        return word.EndsWith('s') || word != view.Lemma(noun) || word is "people" or "personnel" or "staff" or "police" or "men" or "women" || word.EndsWith("craft", StringComparison.Ordinal)
            || char.IsUpper(view.Text[view.Tokens[noun].Start]) || word.Any(char.IsAsciiDigit) || start > at;
    }

    /// <summary>"2,700 persons and entities": the last word of the whole noun.</summary>
    public static string Coordinated(SentenceView view, int end, string unit) =>
        People.Contains(unit) && view.Word(end) == "and" && view.Word(end + 1).EndsWith('s') | view.Word(end + 1).EndsWith("men", StringComparison.Ordinal) && People.Contains(UnitOf(view, end + 1)) ? UnitOf(view, end + 1) : unit;

    private static readonly HashSet<string> People = [.. "person individual entity company officer sergeant soldier sailor serviceman servicewoman marine airman adviser trainer instructor expert".Split(' ')];

    private static bool IsParticiple(string word) => word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal);

    private static string UnitOf(SentenceView view, int noun)
    {
        var from = noun;
        while (from >= 2 && view.Word(from - 1) == "-" && view.Tokens[from - 1].End == view.Tokens[from].Start && view.Tokens[from - 2].End == view.Tokens[from - 1].Start && view.Word(from).Any(char.IsAsciiDigit)) from -= 2;
        var word = view.Lemma(noun);
        if (word == view.Word(noun) && word.Length > 3 && word[^1] == 's' && word[^2] != 's' && view.Pos(noun) == PartOfSpeech.Propn) word = word[..^1];
        var unit = word switch
        {
            "people" or "persons" => "person",
            "men" => "man",
            "troops" => "troop",
            "bases" or "basis" => "base",
            _ => word,
        };
        return from == noun ? unit : string.Concat(view.Words[from..noun]) + unit;
    }

    /// <summary>"a team of eight", "a contingent of 300", "Soldiers trained: 83 000"</summary>
    public static string? UnitBefore(SentenceView view, int first)
    {
        var i = first - 1;
        while (view.Word(i) is "to" or "some" or "about" or "around" or "up" or "nearly" or "over" or "than" or "more") i--;
        if (view.Word(i) == "of" && view.Lemma(i - 1) is "team" or "party" or "staff" or "group") return "person";
        if (view.Word(i) == "of" && view.Lemma(i - 1) is "contingent" or "force" or "garrison") return "soldier";
        if (view.Word(i) == ":" && view.Pos(i - 1) == PartOfSpeech.Verb && view.Pos(i - 2) == PartOfSpeech.Noun) return view.Lemma(i - 2);
        return view.Word(i) == ":" && view.Pos(i - 1) == PartOfSpeech.Noun && i - 1 <= 2 ? view.Lemma(i - 1) : null;
    }

    /// <summary>"200 British and 100 Romanian soldiers", "six to eight of the old jets": what the next number counts.</summary>
    public static string? Shared(SentenceView view, int end, string? before, bool again)
    {
        var i = end;
        while (i < end + 3 && (view.Pos(i) == PartOfSpeech.Adj || view.EntityAt(i)?.Kind == EntityKind.State)) i++;
        return view.Word(i) is "and" or "to" or "or" && CountReader.At(view, i + 1) is not null ? QuantityFinder.CountAt(view, i + 1, before, again)?.Unit : null;
    }

    /// <summary>"another four hundred", "26 of them", "some 130 more", "About 400 are there": of what was counted before.</summary>
    public static string? Understood(SentenceView view, int first, int end, string? before, bool again)
    {
        var next = view.Pos(end);
        if (next is PartOfSpeech.Noun or PartOfSpeech.Propn) return null;
        if (view.Word(end) == "of" && view.Word(end + 1) == "them") return again && view.Word(first - 1) == "," ? null : before;
        var amount = Approximation(view, first);
        if (view.Word(amount - 1) is "another" or "further" or "remaining" or "to" && next != PartOfSpeech.Adj || view.Word(end) == "more" && view.Pos(end + 1) is not (PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn)) return before;
        return next is PartOfSpeech.Aux or PartOfSpeech.Verb && amount < first ? before : null;
    }

    /// <summary>Where words like "some" and "up to" before a number begin.</summary>
    public static int Approximation(SentenceView view, int first)
    {
        while (view.Word(first - 1) is "some" or "about" or "around" or "nearly" or "over" or "roughly" or "than" or "more" or "up" || view.Word(first - 1) == "to" && view.Word(first - 2) == "up") first--;
        return first;
    }
}
