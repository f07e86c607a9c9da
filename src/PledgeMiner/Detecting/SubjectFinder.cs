namespace PledgeMiner.Detecting;

/// <summary>The noun phrase that is a verb's subject.</summary>
/// <param name="Head">Index of the noun that the phrase is about: "officials" in "two officials in Berlin".</param>
internal readonly record struct Subject(int First, int Head, int End);

/// <summary>Finds the whole noun phrase before or, turned round, after a verb.</summary>
internal static class SubjectFinder
{
    /// <summary>A description between two commas is shorter than this.</summary>
    private const int AsideWords = 24;

    /// <summary>The phrase that ends before a verb; times and descriptions in between are passed over.</summary>
    public static Subject? Before(SentenceView view, int verb)
    {
        var last = Skip(view, verb - 1);
        if (view.Word(last) == ",")
        {
            var comma = last - 1;
            while (comma > last - AsideWords && comma > 0 && view.Word(comma) is not ("," or "\"" or "”" or "“" or ";" or ":")) comma--;
            if (comma < 1 || view.Word(comma) != ",") return null;
            last = Skip(view, comma - 1);
        }
        if (!IsNominal(view, last)) return null;
        return Phrase(view, last);
    }

    /// <summary>The phrase that a "who" or "which" stands for.</summary>
    public static Subject? BeforeRelative(SentenceView view, int pronoun)
    {
        var last = view.Word(pronoun - 1) == "," ? pronoun - 2 : pronoun - 1;
        return IsNominal(view, last) ? new(StartOf(view, last), last, last + 1) : null;
    }

    private static Subject? Phrase(SentenceView view, int last)
    {
        var (first, head) = (StartOf(view, last), last);
        // "a spokesman for the mission", "countries led by Denmark": the noun before a preposition is the head.
        while (true)
        {
            if (view.Word(first - 1) == "and" && IsNominal(view, first - 2) && IsPreposition(view.Word(StartOf(view, first - 2) - 1))) first = StartOf(view, first - 2);
            if (!IsPreposition(view.Word(first - 1))) break;
            var noun = view.Word(first - 2) is "familiar" or "led" or "close" ? first - 3 : first - 2;
            if (!IsNominal(view, noun)) break;
            (first, head) = (StartOf(view, noun), noun);
        }
        // "Britain and France said": the first of two, where both begin the clause.
        if (view.Word(first - 1) is "and" && IsNominal(view, first - 2) && StartOf(view, first - 2) is var other && (other == 0 || view.Word(other - 1) is "," or "that" or "“" or "\""))
            (first, head) = (other, first - 2);
        // "Germany, Norway and Poland said"
        while (head > 0 && view.EntityAt(head)?.Kind == EntityKind.State && view.Word(first - 1) == "," && first >= 2 && view.EntityAt(first - 2)?.Kind == EntityKind.State) (first, head) = (StartOf(view, first - 2), first - 2);
        // "adopted in Paris three weeks ago": a place is nobody.
        if (IsPreposition(view.Word(first - 1)) && view.EntityAt(head) is { Kind: not EntityKind.Person }) return null;
        return new(first, head, last + 1);
    }

    /// <summary>"..., said the German minister"</summary>
    public static Subject? After(SentenceView view, int verb)
    {
        var first = verb + 1;
        while (view.EntityAt(first)?.Kind == EntityKind.Date || view.Pos(first) == PartOfSpeech.Adv) first++;
        var end = first;
        while (end < view.Count && (IsNominal(view, end) && (end == first || view.Pos(end) != PartOfSpeech.Pron) || IsInside(view, end))) end++;
        // "three officials familiar with": what follows the noun is not its head.
        while (end > first + 1 && !IsNominal(view, end - 1)) end--;
        return end == first ? null : new(first, end - 1, end);
    }

    private static bool IsPreposition(string word) => word is "of" or "in" or "for" or "from" or "at" or "with" or "on" or "by";

    private static int Skip(SentenceView view, int at)
    {
        while (at > 0)
        {
            if (view.Word(at) == ")")
            {
                var open = at - 1;
                while (open > 0 && view.Word(open) != "(") open--;
                at = open - 1;
            }
            else if (view.EntityAt(at)?.Kind == EntityKind.Date)
            {
                at--;
                if (view.Word(at) is "on" or "in" && view.EntityAt(at)?.Kind != EntityKind.Date) at--;
            }
            else if (view.Pos(at) == PartOfSpeech.Adv || view.Word(at) is "there" or "here" or "themselves" or "himself" or "herself" or "itself")
            {
                at--;
            }
            else
            {
                break;
            }
        }
        return at;
    }

    private static bool IsNominal(SentenceView view, int at) =>
        at >= 0 && (view.Pos(at) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron || view.Word(at) is "one" or "both" || view.Lemma(at) is "official" || view.EntityAt(at) is { Kind: not (EntityKind.Date or EntityKind.Money) });

    /// <summary>Where the words that belong to a noun begin: "Ukraine's deputy foreign minister".</summary>
    private static int StartOf(SentenceView view, int noun)
    {
        var first = noun;
        if (view.Pos(noun) == PartOfSpeech.Pron) return first;
        while (first > 0 && (IsInside(view, first - 1) || IsNominal(view, first - 1)) && (view.Pos(first - 1) != PartOfSpeech.Pron || IsPossessive(view.Word(first - 1))))
        {
            first--;
            // A determiner begins the phrase: "In a statement | the two countries".
            if (view.Word(first) is "the" or "a" or "an" or "this" or "some" && view.EntityAt(first - 1) is null || IsPossessive(view.Word(first))) break;
        }
        return first;
    }

    private static bool IsPossessive(string word) => word is "its" or "his" or "her" or "their" or "our";

    private static bool IsInside(SentenceView view, int at) =>
        view.Pos(at) is PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Num or PartOfSpeech.Part || view.Word(at) is "-" or "'s" or "its" or "his" or "her" or "their" or "our"
        || view.EntityAt(at) is { Kind: EntityKind.Person or EntityKind.State or EntityKind.Organisation };
}
