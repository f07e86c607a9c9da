namespace PledgeMiner.Detecting;

/// <summary>Finds the noun that a number counts: behind it, before it, or the one that was counted last.</summary>
internal static class HeadNoun
{
    private const int MaxDescription = 6;

    /// <summary>No name of a make is longer.</summary>
    private const int MostMarks = 5;

    /// <summary>A smaller number alone may be an hour, a share, a district.</summary>
    private const int LeastAlone = 20;

    private static readonly HashSet<string> Lands = ["philippines", "netherlands", "states", "emirates", "maldives", "seychelles"];

    /// <summary>The noun that a number counts, and where it ends: "100 armoured Humvees", "47,000 members", "29,500 of these terminals".</summary>
    public static string? UnitAfter(SentenceView view, ref int at)
    {
        var i = at;
        // "50+ vehicles", "4 x radars"
        if (view.Word(i) is "more" or "+" or "x" or "×") i++;
        // "200 or so instructors", "20 or more trucks", "thirty-odd firms"
        if (view.Word(i) == "or" && view.Word(i + 1) is "so" or "more" || view.Word(i) == "-" && view.Word(i + 1) == "odd") i += 2;
        if (view.Word(i) == "more") i++;
        if (view.Word(i) == "of" && view.Word(i + 1) is "the" or "these" or "those" or "its" or "their" or "his" or "our") i += 2;
        // "the first two of four frigates"
        else if (view.Word(i) == "of" && CountReader.At(view, i + 1) is not null && view.Word(i + 1) != "one") i++;
        else if (view.Word(i) == "out" && view.Word(i + 1) == "of")
        {
            // "50 out of 60 peacekeepers"
            if (CountReader.At(view, i + 2) is null) return null;
            i += 2;
        }
        // "two of the 14 monsters"
        if (i > at && CountReader.At(view, i) is { } whole)
        {
            if (view.EntityAt(i) is { Measure: { } measure } counted)
            {
                at = view.IndexOf(counted.Span.End);
                return LastWord(measure.Unit.ToLowerInvariant());
            }
            i = whole.End;
        }
        var (noun, start, hyphens) = (-1, i, 0);
        for (; i < view.Count && i - start - 2 * hyphens <= MaxDescription; i++)
        {
            if (view.Word(i) == "-") hyphens++;
            // "100 crew and support staff", "20 TB2 or TB3 aircraft": two descriptions of one noun.
            if (noun == i - 1 && view.Word(i) is "and" or "or" && !AgreesInNumber(view, start, at, noun) | char.IsUpper(view.Text[view.Tokens[noun].Start]) && view.Word(noun)[^1] != 's' && view.Pos(i + 1) is PartOfSpeech.Noun or PartOfSpeech.Propn && view.Word(i + 1)[^1] != 's' && view.Pos(i + 2) == PartOfSpeech.Noun && view.Word(i + 2) != "personnel")
            {
                noun = -1;
                continue;
            }
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
            // "12 surface-to-air missiles"
            else if (noun == i - 2 && view.Word(i - 1) == "-" && view.Word(i + 1) == "-")
            {
                noun = -1;
            }
            // "four battalion-sized battlegroups"
            else if (noun == i - 2 && view.Word(i - 1) == "-" && view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Adj)
            {
                noun = -1;
            }
            // "eighteen of the French army's own guns", "two second-hand British hunters"
            else if (noun == i - 1 && (view.Word(i) == "'s" && view.Pos(i + 1) is PartOfSpeech.Noun or PartOfSpeech.Adj || view.Pos(i) == PartOfSpeech.Adj && view.Word(i - 2) == "-" && view.Pos(i + 1) is PartOfSpeech.Noun))
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
        // "16 Air Assault Brigade": one unit by its number.
        if (noun >= 0 && view.Word(noun) is "brigade" or "division" or "regiment" or "squadron" or "battalion" && char.IsUpper(view.Text[view.Tokens[noun].Start]) && view.Word(at - 1) is not ("one" or "1")) return null;
        if (noun >= 0 && view.EntityAt(noun) is { Kind: EntityKind.State or EntityKind.Group } people && view.Word(noun) is var word && view.IndexOf(people.Span.End) == noun + 1 && word[^1] == 's' && word[^2] != 's' && !Lands.Contains(word) && view.Word(at - 1) is not ("one" or "1") && char.IsUpper(view.Text[view.Tokens[noun].Start]))
        {
            at = noun + 1;
            return word[..^1];
        }
        // "two previous governments": those who act are counted, and no other thing is.
        if (noun >= 0 && IsActor(view, noun) && view.Word(noun)[^1] == 's' && !char.IsUpper(view.Text[view.Tokens[noun].Start]))
        {
            at = noun + 1;
            return UnitOf(view, noun);
        }
        if (noun < 0 || IsActor(view, noun)) return null;
        // "300 staff rotate": a verb taken for a noun.
        if (noun > start && view.Word(noun) == view.Lemma(noun) && view.Word(noun - 1) is "personnel" or "troops" or "soldiers" or "people" or "staff" or "police" && !AgreesInNumber(view, start, at, noun)) noun--;
        if (!AgreesInNumber(view, start, at, noun)) return null;
        // "1,700 smaller ones"
        if (view.Word(noun) == "ones") return null;
        at = noun + 1;
        return Coordinated(view, at, UnitOf(view, noun));
    }

    private static bool IsActor(SentenceView view, int i) =>
        view.EntityAt(i) is { Kind: EntityKind.State or EntityKind.Location or EntityKind.Organisation or EntityKind.Person or EntityKind.Group };

    /// <summary>Several are told in the plural, by a name ("two Patriot") or by a word without one ("two aircraft").</summary>
    private static bool AgreesInNumber(SentenceView view, int start, int at, int noun)
    {
        // "one draft shows"
        if (view.Word(at - 1) is "one" or "1") return start > at || view.Word(noun) == view.Lemma(noun) || view.Pos(noun) == PartOfSpeech.Propn;
        var word = view.Word(noun);
        return word.EndsWith('s') || word != view.Lemma(noun) || word is "people" or "personnel" or "staff" or "police" or "men" or "women" || word.EndsWith("craft", StringComparison.Ordinal)
            || char.IsUpper(view.Text[view.Tokens[noun].Start]) || word.Any(char.IsAsciiDigit) || start > at;
    }

    /// <summary>What the tagger took a number to count, or the noun behind the name of a make: "thirty F-16AM/BM fighters", "19 Piranha 3H armoured carriers", "five Patriot and SAMP/T systems".</summary>
    public static string Measured(SentenceView view, int end, string unit)
    {
        // "210 Javelins and 35 launchers": a plural is the noun itself.
        if (view.Word(end - 1) != unit && view.Word(end - 1)[^1] == 's' || view.EntityAt(end - 1)?.Kind != EntityKind.Equipment && !char.IsUpper(view.Text[view.Tokens[end - 1].Start])) return Coordinated(view, end, unit);
        var i = end;
        while (i < end + MostMarks && IsOfMake(view, i)) i++;
        return view.Pos(i) == PartOfSpeech.Noun && !char.IsUpper(view.Text[view.Tokens[i].Start]) && (view.Word(i) != view.Lemma(i) || view.Word(i) == "aircraft") ? UnitOf(view, i) : unit;
    }

    /// <summary>What may stand between a make and its noun: marks ("3H", "Block 70"), another make, what describes the noun.</summary>
    private static bool IsOfMake(SentenceView view, int i) => view.Pos(i) switch
    {
        PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Adj => true,
        PartOfSpeech.Verb => IsParticiple(view.Word(i)),
        PartOfSpeech.Noun => view.Word(i).Length == 1 || view.Word(i).Any(char.IsAsciiDigit) || view.Pos(i + 1) == PartOfSpeech.Noun,
        _ => view.Word(i) == "/" || view.Word(i) is "and" or "or" && view.Pos(i + 1) != PartOfSpeech.Num || view.Word(i).Any(char.IsAsciiDigit),
    };

    /// <summary>"2,700 persons and entities", "1,900 individuals, firms and ships", "observers and staff officers": the last word of the whole noun.</summary>
    public static string Coordinated(SentenceView view, int end, string unit)
    {
        if (!People.Contains(unit)) return unit;
        var i = end;
        while (view.Word(i) == "," && view.Pos(i + 1) == PartOfSpeech.Noun && view.Word(i + 1).EndsWith('s')) i += 2;
        if (view.Word(i) != "and") return unit;
        var listed = i > end;
        var noun = view.Pos(i + 1) == PartOfSpeech.Noun && view.Pos(i + 2) == PartOfSpeech.Noun ? i + 2 : i + 1;
        if (view.Pos(noun) != PartOfSpeech.Noun || !view.Word(noun).EndsWith('s') && !view.Word(noun).EndsWith("men", StringComparison.Ordinal) && view.Word(noun) is not ("staff" or "personnel")) return unit;
        var last = UnitOf(view, noun);
        return People.Contains(last) || listed && unit is "individual" or "person" or "entity" ? last : unit;
    }

    /// <summary>"36,000 members of the security forces" are people, members of a group of states are not.</summary>
    public static bool IsOfForces(SentenceView view, int end)
    {
        if (view.Lemma(end - 1) != "member" || view.Word(end) != "of") return false;
        for (var i = end + 1; i < end + 8; i++)
        {
            if (view.Lemma(i) is "force" or "forces" or "police" or "army" or "guard" or "service" or "brigade" or "personnel") return true;
        }
        return false;
    }

    private static readonly HashSet<string> People = [.. "person individual entity company officer sergeant soldier sailor serviceman servicewoman marine airman adviser trainer instructor expert observer body vessel firm bank police".Split(' ')];

    public static bool IsPerson(string unit) => People.Contains(unit) || unit is "civilian" or "monitor" or "troop" or "man" or "peacekeeper" or "policeman" or "specialist";

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
            "abram" => "abrams",
            _ => Singular(word),
        };
        // "Combat Vehicle 90s" are vehicles.
        if (from == noun && int.TryParse(unit, out _) && view.Pos(noun - 1) is PartOfSpeech.Noun or PartOfSpeech.Propn) return view.Lemma(noun - 1);
        return from == noun ? unit : LastWord(string.Concat(view.Words[from..noun]) + unit);
    }

    /// <summary>Plurals that the lemma leaves half made: "navie", "cargoe", "85s", and Italy's "carabinieri".</summary>
    private static string Singular(string word) =>
        word == "navie" ? "navy"
        : word == "cargoe" ? "cargo"
        : word is "carabinieri" or "carabinierus" ? "carabiniere"
        : word.Length > 2 && word[^1] == 's' && char.IsAsciiDigit(word[^2]) ? word[..^1]
        : word;

    /// <summary>The last word of a name, where its number is not the name itself: "mirage 2000-5" is mirage, "leopard 2a4" leopard.</summary>
    public static string LastWord(string unit)
    {
        unit = Singular(unit);
        var last = unit.LastIndexOf(' ');
        if (last < 0) return unit;
        // A number with a letter or two is the make's mark.
        if (!char.IsAsciiDigit(unit[last + 1]) || unit.Length - last > 4 && unit[(last + 1)..].Any(char.IsLetter)) return unit[(last + 1)..];
        var name = unit[..last];
        return name[(name.LastIndexOf(' ') + 1)..];
    }

    /// <summary>"a team of eight", "a contingent of 300", "Soldiers trained: 83 000"</summary>
    public static string? UnitBefore(SentenceView view, int first)
    {
        var i = Approximation(view, first) - 1;
        if (view.Word(i) == "of" && Group(view, i - 1) is { } member) return member;
        // "| generators | 12 | delivered |"
        if (view.Word(i) == "|" && view.Word(first + 1) is "|" or "") return OfCell(view, i);
        if (view.Word(i) == ":" && view.Pos(i - 1) == PartOfSpeech.Verb && view.Pos(i - 2) == PartOfSpeech.Noun) return view.Lemma(i - 2);
        return view.Word(i) == ":" && view.Pos(i - 1) == PartOfSpeech.Noun && i - 1 <= 2 ? view.Lemma(i - 1) : null;
    }

    /// <summary>What a table's row is about: "| Sea King Mk 41 helicopters | 6 |", "| radars GO12 with spare parts | 4 |".</summary>
    private static string? OfCell(SentenceView view, int bar)
    {
        var start = bar;
        while (start > 0 && view.Word(start - 1) != "|") start--;
        var noun = -1;
        for (var i = start; i < bar && view.Word(i) is not ("(" or "," or "with" or "for" or "of" or "from"); i++)
        {
            if (view.Pos(i) == PartOfSpeech.Noun && !char.IsUpper(view.Text[view.Tokens[i].End - 1]) && !view.Word(i).Any(char.IsAsciiDigit) || IsPlural(view, i)) noun = i;
        }
        return noun < 0 ? null : UnitOf(view, noun);
    }

    /// <summary>Whom a group is made of: "an instructor team of ten" of instructors, "a battalion of 640" of soldiers.</summary>
    private static string? Group(SentenceView view, int group) => view.Lemma(group) switch
    {
        "team" or "party" or "staff" or "body" or "delegation" or "crew" => People.Contains(view.Lemma(group - 1)) ? view.Lemma(group - 1) : "person",
        "contingent" or "force" or "garrison" or "battalion" or "brigade" or "battlegroup" or "regiment" or "company" or "platoon" or "detachment" or "spearhead" => "soldier",
        _ => null,
    };

    /// <summary>"200 British and 100 Romanian soldiers", "six to eight of the old jets": what the next number counts.</summary>
    public static string? Shared(SentenceView view, int end, Counted before)
    {
        var i = end;
        while (i < end + 3 && (view.Pos(i) == PartOfSpeech.Adj || view.Pos(i) == PartOfSpeech.Propn && view.Word(i)[^1] != 's' || view.EntityAt(i)?.Kind == EntityKind.State)) i++;
        return view.Word(i) is "and" or "to" or "or" or "," && CountReader.At(view, i + 1) is not null ? QuantityFinder.CountAt(view, i + 1, before)?.Unit : null;
    }

    /// <summary>"another four hundred", "26 of them", "some 130 more", "About 400 are there", "drones, 1,000 a month": of what was named or counted before.</summary>
    public static string? Understood(SentenceView view, int first, int end, Counted before)
    {
        var next = view.Pos(end);
        if (view.Word(end) is "a" or "per" && view.Lemma(end + 1) is "year" or "month" or "week" or "day" || view.Word(end) == "in" && view.Word(end + 1) is "number" or "all") return view.Word(Approximation(view, first) - 1) is "," or "with" ? Antecedent(view, first) : null;
        if (view.Word(end) == "ones" || view.Pos(end) == PartOfSpeech.Adj && view.Word(end + 1) == "ones") return Antecedent(view, first) ?? before.Latest();
        // "Another 18 follow by 2026": a verb taken for a noun, which in the plural it would be.
        if (next == PartOfSpeech.Propn || next == PartOfSpeech.Noun && view.Word(end)[^1] == 's') return null;
        var of = view.Word(end) == "more" ? end + 1 : end;
        if (view.Word(of) == "of" && view.Word(of + 1) is "them" or "these" or "those" or "ours" or "theirs") return Antecedent(view, first) ?? before.Nearest();
        // "83,000 of which are in a depot", "Italian observers, perhaps fifty, might join"
        if (view.Word(end) == "of" && view.Word(end + 1) is "which" or "whom" || view.Word(Approximation(view, first) - 1) == "," && Approximation(view, first) < first && view.Word(end) == ",") return Antecedent(view, Approximation(view, first));
        // "her observers, 209 in blue jackets"
        if (view.Word(Approximation(view, first) - 1) == "," && next == PartOfSpeech.Adp && IsPlural(view, Approximation(view, first) - 2) && UnitOf(view, Approximation(view, first) - 2) is var apart && QuantityFinder.IsGiven(apart)) return apart;
        // "a second lot of 42"
        if (view.Word(first - 1) == "of" && view.Lemma(first - 2) is "lot" or "batch" or "tranche" or "consignment") return before.Latest();
        if (NumberOf(view, first) is { } noun) return noun;
        var amount = Approximation(view, first);
        // "another 60 million has been set aside": money is one thing, rounds are many.
        if (CountReader.At(view, first) is not { } count || count.Value >= 1_000_000 && view.Word(end) is "has" or "is" or "was" or "in" or "for") return null;
        // "by bringing the number to 14": a total adds nothing.
        if (view.Word(first - 1) == "to" && view.Word(first - 2) is "number" or "total" or "count" && (view.Lemma(first - 4) is "bring" or "take")) return null;
        // "two dozen or so, came"
        if (view.Word(end) == "or" && view.Word(end + 1) == "so" && view.Pos(end + 2) is PartOfSpeech.Punct or PartOfSpeech.Adp or PartOfSpeech.Aux && view.Word(end + 2) is not ("\"" or "”")) return before.Latest();
        // "tanks, of which at least 100 are to go"
        if (amount < first && view.Word(amount - 1) is "which" or "whom" && view.Word(amount - 2) == "of" && view.Word(end) is not ("were" or "have" or "had" or "was")) return Antecedent(view, amount - 2);
        // "they are needed here, all sixty", "will keep its 340 in place"
        if (count.Value > 1 && next is PartOfSpeech.Punct or PartOfSpeech.Adp && view.Word(end) is not ("of" or "(" or "%" or "/" or "-") && (view.Word(first - 1) == "all" && view.Word(first - 2) == "," || view.Word(first - 1) is "its" or "their" or "his" or "our" && view.Word(first - 2) != "of")) return before.Latest();
        // "So far 3,300 have been handed over"; not "2014 was".
        if (count.Value is >= LeastAlone and not (> 1900 and < 2100) and < 1_000_000 && view.Word(end) is "have" or "are" or "were" or "will" && view.Word(amount - 1) is not ("the" or "which" or "whom")) return before.Latest();
        if (view.Word(amount - 1) is "further" or "to" && next != PartOfSpeech.Adj) return before.Unit;
        if (view.Word(amount - 1) is "another" or "remaining" && next != PartOfSpeech.Adj || view.Word(end) == "more" && (view.Pos(end + 1) is not (PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn) || view.EntityAt(end + 1)?.Kind == EntityKind.Date)) return before.Latest();
        if (view.Word(amount - 1) is "first" && next is PartOfSpeech.Aux or PartOfSpeech.Verb or PartOfSpeech.Punct) return before.Latest();
        // "there will be 500", "it is more than 6,000 in the south", "one has 200 men, the other 300"
        if (count.Value is >= LeastAlone and < 1_000_000 && view.Word(amount - 1) != "to" && next is PartOfSpeech.Punct or PartOfSpeech.Adp && view.Word(end) is not ("of" or "(" or "%" or "/" or "-") && (amount < first || view.Lemma(first - 1) == "be" || before.Here && view.Word(first - 1) is "of" or "and" or "with")) return before.Unit;
        // "and the other six are on their way", "Of the 40 trucks, 25 have arrived"
        if (before.Here && (view.Word(first - 1) == "other" && next != PartOfSpeech.Adj || view.Word(0) == "of" && view.Word(amount - 1) == "," && next == PartOfSpeech.Aux)) return before.Latest();
        // "six around New Year, eight next year and five in 2025", "and the Netherlands five"
        if (before.Here && (view.EntityAt(end)?.Kind == EntityKind.Date || view.Word(end) is "in" or "by" && view.EntityAt(end + 1)?.Kind == EntityKind.Date || view.EntityAt(first - 1)?.Kind == EntityKind.State && next is PartOfSpeech.Punct or PartOfSpeech.Adp or PartOfSpeech.Cconj)) return before.Latest();
        // "some 20,000 who were sent"
        if (before.Here && view.Word(end) is "who" or "whom") return before.Latest();
        // "is giving six,", "will send 19 to the front", "will give Ukraine 25"
        if (view.Word(first) != "one" && IsGift(view, view.EntityAt(amount - 1)?.Kind == EntityKind.State ? amount - 2 : amount - 1) && next is PartOfSpeech.Punct or PartOfSpeech.Adp && view.Word(end) is not ("of" or "(" or "%" or "/" or "-")) return before.Latest();
        return next is PartOfSpeech.Aux or PartOfSpeech.Verb && amount < first ? before.Latest() : null;
    }

    private static bool IsGift(SentenceView view, int verb) =>
        view.Word(verb - 1) != "after" && view.Pos(verb) == PartOfSpeech.Verb && view.Lemma(verb) is "give" or "send" or "deliver" or "supply" or "provide" or "donate" or "pledge" or "promise" or "offer" or "contribute" or "lend" or "transfer" or "deploy" or "withdraw" or "train" or "fill" or "receive" or "build" or "buy" or "order"
        || view.Word(verb) == "over" && view.Lemma(verb - 1) == "hand";

    /// <summary>"the number of its instructors to 75", "a contingent of monitors from 30 to 120"</summary>
    private static string? NumberOf(SentenceView view, int first)
    {
        if (view.Word(Approximation(view, first) - 1) is not ("to" or "at" or "is" or "by")) return null;
        for (var i = first - 2; i >= Math.Max(0, first - 16); i--)
        {
            if (view.Word(i) != "of" || view.Word(i - 1) is not ("number" or "numbers" or "contingent" or "ceiling" or "strength")) continue;
            // "brings the number of tanks to 60": a total adds nothing.
            if (view.Lemma(i - 3) is "bring" or "take" || view.Lemma(i - 2) is "bring" or "take") return null;
            for (var noun = i + 1; noun < first; noun++)
            {
                if (IsPlural(view, noun)) return UnitOf(view, noun);
            }
        }
        // "doubled its fighters on patrol to four"
        if (view.Word(Approximation(view, first) - 1) != "to") return null;
        for (var i = first - 2; i >= Math.Max(0, first - 9) && view.Word(i) is not ("," or ";"); i--)
        {
            if (view.Pos(i) != PartOfSpeech.Verb || view.Lemma(i) is not ("double" or "treble" or "triple" or "increase" or "raise" or "reduce" or "cut" or "halve")) continue;
            for (var noun = i + 1; noun < first; noun++)
            {
                if (IsPlural(view, noun)) return UnitOf(view, noun);
            }
        }
        return null;
    }

    /// <summary>What was named last before a word: a thing or a person, in the plural.</summary>
    public static string? Antecedent(SentenceView view, int before)
    {
        for (var i = before - 1; i >= Math.Max(0, before - 16); i--)
        {
            if ((IsPlural(view, i) || i == before - 2 && view.Word(before - 1) == "," && view.EntityAt(i)?.Kind == EntityKind.Equipment) && UnitOf(view, i) is var unit && QuantityFinder.IsGiven(unit)) return unit;
        }
        return null;
    }

    /// <summary>The arms or people that a sentence named last.</summary>
    public static string? LastNamed(SentenceView view)
    {
        for (var i = view.Sentence.Entities.Count - 1; i >= 0; i--)
        {
            var entity = view.Sentence.Entities[i];
            if (entity.Kind == EntityKind.Equipment && view.IndexOf(entity.Span.End) is > 0 and var end && IsPlural(view, end - 1) && UnitOf(view, end - 1) is var unit && QuantityFinder.IsGiven(unit)) return unit;
        }
        return null;
    }

    private static bool IsPlural(SentenceView view, int i) =>
        view.Pos(i) is PartOfSpeech.Noun or PartOfSpeech.Propn && (view.Word(i) != view.Lemma(i) && view.Word(i)[^1] is 's' or 'n' || view.Word(i) is "personnel" or "aircraft" or "police")
        && view.EntityAt(i)?.Kind is not (EntityKind.Date or EntityKind.Money or EntityKind.Location or EntityKind.Organisation or EntityKind.Person);

    /// <summary>Where words like "some" and "up to" before a number begin.</summary>
    public static int Approximation(SentenceView view, int first)
    {
        while (view.Word(first - 1) is "some" or "about" or "around" or "nearly" or "almost" or "barely" or "perhaps" or "maybe" or "approximately" or "over" or "roughly" or "than" or "more" or "up"
            || view.Word(first - 1) == "to" && view.Word(first - 2) == "up" || view.Word(first - 1) == "least" || view.Word(first - 1) == "at" && view.Word(first) == "least" || view.Word(first - 1) == "as" && view.Word(first - 2) == "many") first--;
        return first;
    }
}

/// <summary>What numbers without a noun may count.</summary>
/// <param name="Unit">What was counted last.</param>
/// <param name="Here">Whether it was in this sentence.</param>
/// <param name="InPrevious">Whether it was in the sentence before.</param>
/// <param name="Previous">The sentence before.</param>
/// <param name="Mentioned">The last sentence that named arms or people, where nothing has been counted yet.</param>
internal readonly record struct Counted(string? Unit, bool Here, bool InPrevious, SentenceView? Previous, SentenceView? Mentioned)
{
    /// <summary>What was counted last, or else named last: "Leopard tanks are on board. Eighty more will follow".</summary>
    public string? Latest() => Unit ?? (Mentioned is { } view ? HeadNoun.LastNamed(view) : null);

    /// <summary>What "of them" takes up where its own sentence names nothing.</summary>
    public string? Nearest()
    {
        if (InPrevious || Previous is not { } view) return Unit;
        for (var i = view.Sentence.Entities.Count - 1; i >= 0; i--)
        {
            var entity = view.Sentence.Entities[i];
            if (entity.Kind == EntityKind.Equipment && view.IndexOf(entity.Span.End) is var end && HeadNoun.Antecedent(view, end) is { } unit) return unit;
        }
        return Unit;
    }
}
