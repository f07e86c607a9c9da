namespace PledgeMiner.Detecting;

/// <summary>Says what a date belongs to: the deed, or a meeting, a thing's name, what was done.</summary>
internal static class DueScope
{
    /// <summary>A meeting's own date stands within so many words after it.</summary>
    private const int MeetingWords = 5;

    private static readonly HashSet<string> Meetings = [.. "summit conference meeting visit talks election speech session vote congress anniversary chair chairmanship".Split(' ')];

    /// <summary>Deeds of talk, whose days are news.</summary>
    public static readonly HashSet<string> Talk = [.. "say tell announce meet discuss decide vote hold speak address talk visit present unveil convene host receive publish report expect".Split(' ')];

    /// <summary>Verbs of statistics, whose year is one of counting.</summary>
    private static readonly HashSet<string> Counting = [.. "account represent average total".Split(' ')];

    /// <summary>The verb that a date belongs to: the last before it, else the first of the sentence.</summary>
    public static VerbGroup? Governing(SentenceView view, List<VerbGroup> verbs, int date)
    {
        VerbGroup? found = null;
        foreach (var verb in verbs)
        {
            // "recalled that from July a brigade will stand by": the clause's own verb follows.
            if (verb.Head > date && found is not null && !(found.Value.Head < date && (Opens(view, date) || found.Value.Modality != Modality.Future && IsSubjects(view, verb, date)))) break;
            // "a battery, manned by soldiers, in May": what describes a thing governs no date.
            // "as foreseen in November" tells of the deed that was foreseen.
            if (verb.Head < date && found is not null && view.Word(verb.Head - 1) == "as" && verb.Lemma is "foresee" or "plan" or "schedule") continue;
            if (verb.First == verb.Head && verb.Modality == Modality.Past && view.Word(verb.Head + 1) == "by" && (found is not null || verb.Head > date)) continue;
            // "will be taken from the stocks and sent": the second shares the first's auxiliaries.
            var shares = found is { Passive: true, Modality: not (Modality.Past or Modality.Perfect) } && verb.First == verb.Head && verb.Modality == Modality.Past && view.Word(verb.Head - 1) is "and" or "or";
            found = shares ? verb with { Modality = found!.Value.Modality, Passive = true } : verb;
            if (verb.Head > date) break;
        }
        // "was to take effect", "were to have left": it is told of what is past.
        return found is { Modality: Modality.Infinitive } open && IsPastIntent(view, open) ? open with { Modality = Modality.Past } : found;
    }

    /// <summary>"who on July 14 gave", "that from July": a date told first in its clause.</summary>
    private static bool Opens(SentenceView view, int date) =>
        view.Word(date - 1) is "that" or "who" or "which" || view.Word(date - 1) is "on" or "in" && view.Word(date - 2) is "that" or "who" or "which";

    /// <summary>"after clashes in September killed hundreds": a date within the subject of what was done.</summary>
    private static bool IsSubjects(SentenceView view, VerbGroup verb, int date) =>
        verb is { Modality: Modality.Past, Passive: false } && verb.First == verb.Head && verb.Head == date + 1 && view.Word(date - 1) is "in" or "on" && view.Pos(date - 2) == PartOfSpeech.Noun;

    private static bool IsPastIntent(SentenceView view, VerbGroup verb)
    {
        var to = verb.First;
        while (to < verb.Head && view.Word(to) != "to") to++;
        if (view.Word(to + 1) == "have") return true;
        var be = view.Word(to - 1) is "allowed" or "forced" or "supposed" or "meant" or "due" or "set" or "expected" or "scheduled" or "planned" ? to - 2 : to - 1;
        if (view.Word(be) is "was" or "were" or "been") return true;
        // "was the first unit to reach the town"
        for (var i = to - 1; i >= Math.Max(2, to - 10); i--)
        {
            if (view.Word(i) is "first" or "last" or "only" or "latest") return view.Word(i - 1) == "the" && view.Word(i - 2) is "was" or "were" or "became";
        }
        return false;
    }

    /// <summary>"after the mandate expires at the end of the year": the deed follows upon it.</summary>
    public static bool IsAfter(SentenceView view, int verb, int first)
    {
        if (verb > first) return false;
        for (var i = verb - 1; i >= Math.Max(0, verb - 8) && view.Word(i) is not ("," or ";"); i--)
        {
            if (view.Word(i) is "after" or "once") return true;
        }
        return false;
    }

    /// <summary>"after the second round in August": no verb between.</summary>
    public static bool IsAfterEvent(SentenceView view, int first)
    {
        if (view.Word(first - 1) is not ("in" or "on")) return false;
        for (var i = first - 2; i >= Math.Max(0, first - MeetingWords) && view.Pos(i) is not (PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Punct); i--)
        {
            if (view.Word(i) == "after") return true;
        }
        return false;
    }

    /// <summary>"nothing will be shipped before spring", "does not expect to be ready before 2027": the clause that a date closes denies.</summary>
    public static bool IsDenied(SentenceView view, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 14) && view.Word(i) is not (";" or "," or "but" or "and"); i--)
        {
            // "no less than three billion a year until 2030"
            if (view.Word(i) is "not" or "n't" or "no" or "nothing" or "never" or "none" or "cannot") return view.Word(i + 1) is not ("less" or "fewer" or "more" or "later" or "longer" or "only" or "just");
        }
        return false;
    }

    /// <summary>"if the chamber agrees by May": a date of the condition.</summary>
    public static bool IsConditions(SentenceView view, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 12) && view.Word(i) is not ("," or ";"); i--)
        {
            if (view.Word(i) is "if" or "unless") return view.Pos(i - 1) != PartOfSpeech.Adj;
        }
        return false;
    }

    /// <summary>Whether a date behind a verb of the past is to come all the same: "prolonged for two years", "has set aside a sum for next year", "was put back to May", "by" a day to come.</summary>
    public static bool IsAheadOf(SentenceView view, Period period, int first, int end, VerbGroup verb, DateOnly day)
    {
        if (view.Word(end) == "'s" && period.To >= day) return true;
        if (view.Word(first) == "from" && verb is { Modality: Modality.Past, Passive: false } && first - verb.Head <= 3) return false;
        if (view.Word(first) is "next" or "coming" && view.Word(first - 1) == "the" && view.Word(first - 2) is "over" or "for" or "in" or "during" or "within") return !Given.Contains(verb.Lemma);
        if (view.Word(first - 1) == "of" && view.Word(first - 2) == "side") return true;
        // "was concluded, with start of production inside 24 months", "promised six for next year"
        if (view.Word(first) is "within" or "inside" && !Given.Contains(verb.Lemma) || Promising.Contains(verb.Lemma)) return period.To > day.AddDays(DueFinder.NewsDays);
        // "has given 100 trucks over three years"
        if (view.Word(first) == "over" && Given.Contains(verb.Lemma)) return false;
        // "that was set aside in the summer": the day of the deed.
        if (Allots(view, verb)) return period.To > day && !(view.Word(first - 1) is "in" or "the" && period.To < day.AddYears(1) && period.From > day);
        // "had no bread until Tuesday", "hesitated until the autumn" that has come
        if (verb is { Modality: Modality.Past, Passive: false } && verb.Head < first && view.Word(first) == "until" && period.To <= day.AddDays(Weekdays.Contains(view.Word(end - 1)) ? 7 : 15)) return false;
        if (view.Word(first) is "over" || period.From > day.AddDays(DueFinder.NewsDays) && end > first + 1 && view.Word(first) != "this") return true;
        if (period is { From: null, To: { } to } && view.Word(first) is "by" or "until" or "before" or "through" or "up") return to > day;
        if (view.Word(first) == "for") return Prolonging.Contains(verb.Lemma);
        return period.To > day.AddDays(DueFinder.NewsDays) && (view.Word(first - 1) is "to" or "into" || view.Word(first - 1) == "for" && (period.From > day || period.To!.Value.Month == 12));
    }

    public static bool Allots(SentenceView view, VerbGroup verb) => Allotting.Contains(verb.Lemma) || verb.Lemma == "set" && (view.Word(verb.Head + 1) == "aside" || view.Word(verb.Head + 2) == "aside");

    /// <summary>Deeds that are done when they are told in the past, however long they took.</summary>
    private static readonly HashSet<string> Given = [.. "give deliver send provide supply train donate spend receive ship host go come reach arrive".Split(' ')];

    /// <summary>Deeds whose dates are those of what is promised.</summary>
    public static readonly HashSet<string> Promising = [.. "promise pledge commit offer".Split(' ')];

    /// <summary>Deeds that put by what is to be spent in the time that is told.</summary>
    private static readonly HashSet<string> Allotting = [.. "earmark allocate allot budget reserve".Split(' ')];

    private static readonly HashSet<string> Weekdays = [.. "monday tuesday wednesday thursday friday saturday sunday".Split(' ')];

    private static readonly HashSet<string> Prolonging = [.. "renew prolong prolonge extend approve authorise authorize mandate create establish give grant adopt pass stretch".Split(' ')];

    /// <summary>"ahead of the elections in June": by then. The index of the word that says so, or -1.</summary>
    public static int BeforeEvent(SentenceView view, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 7) && view.Word(i) is not ("," or ";"); i--)
        {
            // "put before Parliament" is a place.
            if (view.Word(i) == "before" && view.Lemma(i - 1) is "put" or "lay" or "bring" or "go" or "come") return -1;
            if (view.Word(i) is "before" or "until" || view.Word(i) == "ahead" && view.Word(i + 1) == "of") return i;
        }
        return -1;
    }

    /// <summary>"had gone out by September", told in October: the one that was, which only deeds to come would put a year ahead.</summary>
    public static bool IsGoneBy(SentenceView view, Period period, int first, int end, VerbGroup? verb, DateOnly day)
    {
        if (period is not { From: null, To: { } to } || to < day.AddMonths(10) || view.Word(first) is not ("by" or "until" or "before")) return false;
        if (verb is { Modality: Modality.Future or Modality.Conditional or Modality.Infinitive or Modality.Required or Modality.Possible }) return false;
        for (var i = first; i < end; i++)
        {
            if (view.Words[i] is "next" or "year" or "christmas" || view.Words[i] is [_, _, _, _, ..] year && char.IsAsciiDigit(year[0])) return false;
        }
        return true;
    }

    private static readonly HashSet<string> Approving = [.. "approve ratify vote decide debate endorse".Split(' ')];

    /// <summary>"for 2026 and 2027, but parliament must approve it in December": beside the deed's date that of its approval.</summary>
    public static bool IsApprovals(SentenceView view, int first, VerbGroup? verb) =>
        verb is { } approval && Approving.Contains(approval.Lemma) && approval.Head < first && view.Word(first) is not ("by" or "for" or "over") && view.Word(first - 1) is "in" or "on" or "this" or "next";

    /// <summary>"Over eleven years 5,000 have passed through it", "By June he had no answer": what was done in a time told first.</summary>
    public static bool IsLookingBack(SentenceView view, int first, VerbGroup? verb) =>
        verb is { Modality: Modality.Present } count && Counting.Contains(count.Lemma) && count.Head < first || verb is { Modality: Modality.Past or Modality.Perfect } past && past.Head > first && view.Word(first) is "over" or "for" or "in" or "within" or "by" or "during";

    /// <summary>What a year's money and help stands in: told of, it is not itself given.</summary>
    private static readonly HashSet<string> Frames = [.. "budget bill law act plan sum total".Split(' ')];

    /// <summary>"this week's summit": the date tells which, not when; but "this year's aid" is given this year.</summary>
    public static bool IsAttribute(SentenceView view, int end)
    {
        if (view.Word(end) is not ("'s" or "'") || view.Word(end + 1) is "end" or "close") return false;
        if (view.Word(end - 1) != "year" && view.Lemma(end + 2) != "exercise" || view.Word(end - 3) == "of") return true;
        for (var i = end + 1; i < end + 4; i++)
        {
            if (view.Lemma(i) == "exercise" || view.Lemma(i + 1) == "exercise") return false;
            if (Meetings.Contains(view.Lemma(i)) || Frames.Contains(view.Lemma(i)) || view.Pos(i) == PartOfSpeech.Propn) return true;
            if (view.Pos(i) is not (PartOfSpeech.Adj or PartOfSpeech.Noun)) break;
        }
        return false;
    }

    /// <summary>"the 20th time this year", "by the fall instead of in the middle of next year", "on top of 120 million this year", "the two years preceding it": told beside the deed's own.</summary>
    public static bool IsCompared(SentenceView view, int first, int end)
    {
        if (view.Word(first - 1) is "time" or "times" || view.Word(end) is "preceding" or "prior") return true;
        for (var i = first - 1; i >= Math.Max(1, first - MeetingWords) && view.Word(i) is not ("," or ";"); i--)
        {
            if (view.Word(i) == "of" && view.Word(i - 1) is "instead" or "top" || view.Word(i) == "than" && view.Word(i - 1) == "rather" || view.Word(i) == "to" && view.Word(i - 1) == "addition") return true;
        }
        return false;
    }

    /// <summary>"the agreement of 8 July"</summary>
    public static bool IsPartOfName(SentenceView view, int first) =>
        view.Word(first - 1) == "of" && view.Pos(first - 2) is PartOfSpeech.Noun or PartOfSpeech.Propn && view.Lemma(first - 2) is not ("course" or "month" or "part" or "side" or "half" or "quarter" or "end" or "beginning" or "start" or "rest" or "remainder" or "summer" or "autumn" or "spring" or "winter" or "week");

    /// <summary>"suspended for 90 days" is a time as any, "for 48 hours" hardly a date.</summary>
    private const int Fortnight = 14;

    /// <summary>"within 24 hours", "could be there in three weeks" say how fast, not when.</summary>
    public static bool IsMoment(SentenceView view, Period period, int first, int end, VerbGroup? verb) => verb is { Modality: Modality.Possible } && view.Word(first) == "in" && view.Lemma(end - 1) is "week" or "month" && (CountReader.At(view, first + 1) is not null || view.Word(first + 1) == "a") || view.Lemma(end - 1) is "hour" or "minute" or "day" && view.Word(first) is "within" or "inside" or "last" or "for" or "in" && !(view.Word(first) == "for" && period.To >= period.From?.AddDays(Fortnight))
        || view.Word(first - 1) is "repayable" or "payable" || view.Lemma(first - 1) == "repay" || view.Word(end) is "of" or "in" && view.Word(end + 1) is "every" or "each";

    /// <summary>"at the summit in Washington in July", "who is to report in January": the date of something else.</summary>
    public static bool IsMeetings(SentenceView view, int first, List<VerbGroup> verbs)
    {
        var clause = verbs.FindLast(x => x.Head < first);
        if (clause.Lemma is not null && (view.Word(clause.First - 1) == "who" && Talk.Contains(clause.Lemma) || view.Word(clause.First - 1) is "who" or "which" && clause.Lemma is "chair" or "lead" or "head" or "preside")) return true;
        if (view.Word(first) is "by" or "until") return false;
        for (var i = first - 1; i >= Math.Max(0, first - MeetingWords); i--)
        {
            if (view.Word(i) is "," or ";" or "by" or "until" || view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Aux) return false;
            if (Meetings.Contains(view.Words[i])) return true;
        }
        return false;
    }
}
