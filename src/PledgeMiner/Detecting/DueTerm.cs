namespace PledgeMiner.Detecting;

/// <summary>Reads when a deed is due where no date is told: how long a mandate holds, "over the ten years for which it runs", "before the year is out".</summary>
internal static class DueTerm
{
    /// <summary>Words that say how long a mandate or an agreement holds.</summary>
    private static readonly HashSet<string> Terms = [.. "renew renewal prolong extend extension run validity valid authorisation authorization horizon mandate deployment last".Split(' ')];

    /// <summary>"renewed for a further twelve months", "runs ten years": from the document's day.</summary>
    private static Found<Period>? Term(SentenceView view, int at, DateOnly day)
    {
        var one = view.Words[at] == "another" && view.Lemma(at + 1) == "year";
        if (!one && (CountReader.At(view, at) is null || view.Word(at - 1) is "-" or "the" or "past" or "after" || view.Word(at - 1) == "last" && view.Pos(at - 1) != PartOfSpeech.Verb || view.Word(at - 1) is "since" or "almost" or "every" or "," or "")) return null;
        var (number, end) = one ? (1, at + 1) : ((int)Math.Min(100, CountReader.At(view, at)!.Value.Value), CountReader.At(view, at)!.Value.End);
        if (view.Word(end) is "more" or "further" or "additional") end++;
        DateOnly? to = view.Lemma(end) switch
        {
            "year" => day.AddYears(number),
            "month" => day.AddMonths(number),
            _ => null,
        };
        return to is null || view.Word(end + 1) is "ago" or "old" or "earlier" or "later" or "after" or "before" ? null : new(new(day, to), view.SpanOf(at, end + 1));
    }

    /// <summary>"by Christmas", "before the year is out"</summary>
    public static Found<Period>? Named(SentenceView view, DateOnly day)
    {
        for (var i = 0; i + 1 < view.Count; i++)
        {
            if (view.Words[i] is not ("by" or "before")) continue;
            if (view.Words[i + 1] == "christmas") return new(new(null, new DateOnly(day.Year, 12, 25)), view.SpanOf(i, i + 2));
            if (view.Words[i + 1] == "the" && view.Word(i + 2) == "year" && view.Word(i + 3) is "is" or "ends" && view.Word(i + 4) is not "of") return new(new(null, new DateOnly(day.Year, 12, 31)), view.SpanOf(i, i + 4));
        }
        return null;
    }

    /// <summary>Most sentences tell no length of time, so that nothing more is looked for.</summary>
    private static bool HasLength(SentenceView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Lemma(i) is "year" or "month") return true;
        }
        return false;
    }

    private static bool TellsTerm(SentenceView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if ((Terms.Contains(view.Lemma(i)) || Terms.Contains(view.Words[i])) && (view.Lemma(i) != "last" || view.Pos(i) == PartOfSpeech.Verb)) return true;
        }
        return false;
    }

    /// <summary>"over the ten years for which it runs", "in the twelve months ahead": from the document's day.</summary>
    public static Found<Period>? Lasting(SentenceView view, DateOnly day)
    {
        if (!HasLength(view)) return null;
        var renewed = TellsTerm(view);
        for (var i = 0; i + 1 < view.Count; i++)
        {
            if ((renewed || view.Words[i] == "initial" && CountReader.At(view, i + 1) is not null) && Term(view, i, day) is { } term) return term;
            if (!(view.Words[i] is "over" or "for" or "during" or "in" && view.Words[i + 1] == "the" && CountReader.At(view, i + 2) is { Value: <= 100 } count)) continue;
            var number = (int)count.Value;
            DateOnly? to = view.Lemma(count.End) switch
            {
                "year" => day.AddYears(number),
                "month" => day.AddMonths(number),
                _ => null,
            };
            if (to is not null && view.Word(count.End + 1) is not ("since" or "before" or "to" or "that") && view.Word(count.End + 2) is not "been") return new(new(day, to), view.SpanOf(i, count.End + 1));
        }
        return null;
    }
}
