namespace PledgeMiner.Tagging;

/// <summary>What the words before a date make of it: a part of it ("the end of"), and how it bounds ("by", "since").</summary>
internal static class DateModifiers
{
    public enum Part : byte { Whole, Start, Early, Middle, Late, End, FirstHalf, SecondHalf, Quarter1, Quarter2, Quarter3, Quarter4, Later, Earlier, Rest, FirstWeek, LastWeek, FirstDay, LastDay }

    public enum Bound : byte { During, By, Before, Until, Since, After }

    /// <summary>Reads a part leftwards from the date's first word; moves that word to the part's.</summary>
    public static Part PartBefore(GazetteerText text, ref int first, int floor)
    {
        var at = first - 1;
        if (at >= floor && text[at] == "the" && text.Joined(first)) at--;
        if (at < floor || !text.Joined(at + 1)) return Part.Whole;
        var of = text[at] is "of" or "in" or "this";
        if (text[at] is "of" or "in") at--;
        if (at < floor) return Part.Whole;
        var part = text[at] switch
        {
            "end" or "close" => Part.End,
            "start" or "beginning" when text[at + 1] == "of" => Part.Start,
            "early" => Part.Early,
            "mid" => Part.Middle,
            "middle" when of => Part.Middle,
            "late" => Part.Late,
            "later" => Part.Later,
            "earlier" => Part.Earlier,
            "rest" or "remainder" when of => Part.Rest,
            "half" when of && at > floor && DateWords.IsOrdinal(text[at - 1], out var half) => half == 1 ? Part.FirstHalf : Part.SecondHalf,
            "week" or "days" when of && at > floor && text[at - 1] is "first" or "last" => text[at - 1] == "first" ? Part.FirstWeek : Part.LastWeek,
            "day" when of && at > floor && text[at - 1] is "first" or "last" => text[at - 1] == "first" ? Part.FirstDay : Part.LastDay,
            "weeks" or "months" when of && text[at - 1] == "first" => Part.Early,
            "months" when of && at > floor + 1 && text[at - 2] is "first" or "last" => Months(text[at - 2], text[at - 1]),
            "quarter" when (of || at == first - 1 && text.Words[first].IsDigit) && at > floor && DateWords.IsOrdinal(text[at - 1], out var quarter) => (Part)((int)Part.Quarter1 + quarter - 1),
            "q1" => Part.Quarter1,
            "q2" => Part.Quarter2,
            "q3" => Part.Quarter3,
            "q4" => Part.Quarter4,
            _ => Part.Whole,
        };
        if (part == Part.Whole) return part;
        if (text[at] == "months" && part != Part.Early) first = at - 2;
        else first = part is Part.Early && text[at] is "weeks" or "months" || part is Part.FirstHalf or Part.SecondHalf or Part.FirstWeek or Part.LastWeek or Part.FirstDay or Part.LastDay || (part is >= Part.Quarter1 and <= Part.Quarter4 && text[at] == "quarter") ? at - 1 : at;
        return part;
    }

    /// <summary>"the first six months of".</summary>
    private static Part Months(string which, string count) => (which, count) switch
    {
        ("first", "six") => Part.FirstHalf,
        ("last", "six") => Part.SecondHalf,
        ("first", "three") => Part.Quarter1,
        ("last", "three") => Part.Quarter4,
        _ => Part.Whole,
    };

    /// <summary>Reads a bounding preposition leftwards; moves the first word to it where it changes the period.</summary>
    public static Bound BoundBefore(GazetteerText text, ref int first, int floor)
    {
        var at = first - 1;
        while (at >= floor && text.Joined(at + 1) && text[at] is "the" or "about" or "around" or "in" or "on" or "at" or "least" or "or") at--;
        if (at < floor || text.Words[at + 1].Gap is not GazetteerGap.Space) return Bound.During;
        var bound = text[at] switch
        {
            "by" => Bound.By,
            "before" => Bound.Before,
            "until" or "till" or "through" => Bound.Until,
            "than" when text[at - 1] == "later" => Bound.By,
            "than" when text[at - 1] == "earlier" => Bound.Since,
            "since" => Bound.Since,
            "from" or "starting" or "beginning" or "effective" => Bound.Since,
            "of" when text[at - 1] == "as" => Bound.Since,
            "after" => Bound.After,
            "to" when text[at - 1] == "up" => Bound.Until,
            _ => Bound.During,
        };
        if (bound != Bound.During) first = text[at] == "than" && text[at - 2] == "no" ? at - 2 : text[at] is "than" or "of" or "to" ? at - 1 : at;
        return bound;
    }

    /// <summary>The part of a period. A year's early months are its first quarter, its late ones the last, its middle May to August.</summary>
    public static (DateOnly From, DateOnly To) Take(Part part, DateOnly from, DateOnly to, bool bounded, DateOnly? published)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        switch (part)
        {
            case Part.Later:
                return published is { } now && now >= from && now <= to ? (now, to) : (from, to);
            case Part.Earlier:
                return published is { } then && then >= from && then <= to ? (from, then) : (from, to);
            case Part.Rest:
                return published is { } since && since >= from && since <= to ? (since, to) : (from, to);
            case Part.FirstDay:
                return (from, from);
            case Part.LastDay:
                return (to, to);
            case Part.FirstWeek when days > 7:
                return (from, from.AddDays(6));
            case Part.LastWeek when days > 7:
                return (to.AddDays(-6), to);
        }
        if (days > 3000)
        {
            return part switch
            {
                Part.Early or Part.Start => (from, from.AddYears(4).AddDays(-1)),
                Part.Middle => (from.AddYears(4), from.AddYears(7).AddDays(-1)),
                Part.Late => (from.AddYears(7), to),
                Part.End => bounded ? (to, to) : (to.AddYears(-1).AddDays(1), to),
                _ => (from, to),
            };
        }
        if (days > 300)
        {
            return part switch
            {
                Part.Early => (from, from.AddMonths(3).AddDays(-1)),
                Part.Start => (from, bounded ? from : from.AddMonths(1).AddDays(-1)),
                Part.Middle => bounded ? (from, from.AddMonths(6).AddDays(-1)) : (from.AddMonths(4), from.AddMonths(8).AddDays(-1)),
                Part.Late => (from.AddMonths(9), to),
                Part.End => (from.AddMonths(11), to),
                Part.FirstHalf => (from, from.AddMonths(6).AddDays(-1)),
                Part.SecondHalf => (from.AddMonths(6), to),
                >= Part.Quarter1 and <= Part.Quarter4 => (from.AddMonths(3 * (part - Part.Quarter1)), from.AddMonths(3 * (part - Part.Quarter1) + 3).AddDays(-1)),
                _ => (from, to),
            };
        }
        if (days > 80 && part is Part.Early or Part.Start or Part.Middle or Part.Late or Part.End)
        {
            // A season's thirds are its months.
            return part switch
            {
                Part.Start when bounded => (from, from),
                Part.Early or Part.Start => (from, from.AddMonths(1).AddDays(-1)),
                Part.Middle => (from.AddMonths(1), from.AddMonths(2).AddDays(-1)),
                _ => (from.AddMonths(2), to),
            };
        }
        var third = Math.Max(1, days / 3);
        return part switch
        {
            Part.Early => (from, from.AddDays(third - 1)),
            Part.Start => (from, bounded ? from : from.AddDays(third - 1)),
            Part.Middle => bounded ? (from, from.AddDays(days / 2 - 1)) : (from.AddDays(third), from.AddDays(2 * third - 1)),
            Part.Late or Part.End => (from.AddDays(2 * third), to),
            Part.FirstHalf => (from, from.AddDays(days / 2 - 1)),
            Part.SecondHalf => (from.AddDays(days / 2), to),
            _ => (from, to),
        };
    }

    public static Period Apply(Bound bound, DateOnly? from, DateOnly? to) => bound switch
    {
        Bound.By or Bound.Until => new(null, to),
        Bound.Before => new(null, from?.AddDays(-1)),
        Bound.Since => new(from, null),
        Bound.After => new(to?.AddDays(1), null),
        _ => new(from, to),
    };

    /// <summary>How many words off the verb of a date's clause may stand: a dozen holds an object of some length between.</summary>
    private const int Reach = 12;

    /// <summary>Where a date without year or week lies: the bound tells, else the nearest verb before it, else the next in its clause.</summary>
    public static int Direction(GazetteerText text, Bound bound, int first, int after, int floor, int end, int otherwise)
    {
        if (bound is Bound.By or Bound.Until or Bound.Before) return 1;
        if (bound == Bound.Since) return text[first] == "since" ? -1 : 1;
        for (var step = 1; step <= Reach; step++)
        {
            if (first - step >= floor && Cue(text, first - step) is var before and not 0) return before;
        }
        for (var at = after; at < Math.Min(end, after + Reach) && !EndsClause(text, at, first - floor); at++)
        {
            if (Cue(text, at) is var behind and not 0) return behind;
        }
        return otherwise;
    }

    /// <summary>A conjunction or comma; but one right behind a date that opens the sentence does not part it from its verb.</summary>
    private static bool EndsClause(GazetteerText text, int word, int lead) =>
        text[word] is "and" or "but" || (lead > 3 && text.Words[word].Gap == GazetteerGap.Comma);

    private static int Cue(GazetteerText text, int word)
    {
        switch (text[word])
        {
            case "will" or "shall" or "due" or "scheduled" or "expected" or "set" or "plans" or "planned" or "ready":
                return 1;
            case "said" or "told" or "announced" or "was" or "were" or "had" or "has" or "left" or "met" or "sent" or "gave" or "took" or "came" or "began" or "made":
                return -1;
        }
        if (text.Words[word].End - text.Words[word].Start < 5 || text.Words[word].IsCapital || !text.Raw(word).EndsWith("ed")) return 0;
        // "will be delivered in July", "to be opened in July"
        return text[word - 1] == "be" || text[word - 2] == "be" ? 1 : -1;
    }
}
