namespace PledgeMiner.Detecting;

/// <summary>Says what a date belongs to: the deed, or a meeting, a thing's name, what was done.</summary>
internal static class DueScope
{
    /// <summary>A meeting's own date stands within so many words after it.</summary>
    private const int MeetingWords = 5;

    private static readonly HashSet<string> Meetings = [.. "summit conference meeting visit talks election speech session presidency vote congress anniversary chair chairmanship".Split(' ')];

    /// <summary>Deeds of talk, whose days are news.</summary>
    public static readonly HashSet<string> Talk = [.. "say tell announce meet discuss decide vote hold speak address talk visit present unveil convene host receive publish report expect".Split(' ')];

    /// <summary>The verb that a date belongs to: the last before it, else the first of the sentence.</summary>
    public static VerbGroup? Governing(SentenceView view, List<VerbGroup> verbs, int date)
    {
        VerbGroup? found = verbs.Count > 0 ? verbs[0] : null;
        foreach (var verb in verbs)
        {
            if (verb.Head > date) break;
            // "a battery, manned by soldiers, in May": what describes a thing governs no date.
            if (verb.First == verb.Head && verb.Modality == Modality.Past && view.Word(verb.Head + 1) == "by" && found is not null) continue;
            found = verb;
        }
        return found;
    }

    /// <summary>Whether a date behind a verb of the past is to come all the same: "prolonged for two years", "has set aside a sum for next year", "was put back to May", "by" a day to come.</summary>
    public static bool IsAheadOf(SentenceView view, Period period, int first, int end, VerbGroup verb, DateOnly day)
    {
        if (view.Word(first) is "over" || period.From > day.AddDays(DueFinder.NewsDays) && end > first + 1 && view.Word(first) != "this") return true;
        if (period is { From: null, To: { } to } && view.Word(first) is "by" or "until" or "before" or "through") return to > day;
        if (view.Word(first) == "for") return Prolonging.Contains(verb.Lemma);
        return period.To > day.AddDays(DueFinder.NewsDays) && (view.Word(first - 1) == "to" || view.Word(first - 1) == "for" && (period.From > day || period.To!.Value.Month == 12));
    }

    private static readonly HashSet<string> Prolonging = [.. "renew prolong prolonge extend approve authorise authorize mandate create establish give grant adopt pass stretch".Split(' ')];

    /// <summary>"ahead of the elections in June": by then.</summary>
    public static bool IsAheadOfEvent(SentenceView view, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 7) && view.Word(i) is not ("," or ";"); i--)
        {
            if (view.Word(i) is "before" || view.Word(i) == "ahead" && view.Word(i + 1) == "of") return true;
        }
        return false;
    }

    /// <summary>"Over eleven years 5,000 have passed through it", "By June he had no answer": what was done in a time told first.</summary>
    public static bool IsLookingBack(SentenceView view, int first, VerbGroup? verb) =>
        verb is { Modality: Modality.Past or Modality.Perfect } past && past.Head > first && view.Word(first) is "over" or "for" or "in" or "within" or "by" or "during";

    /// <summary>What a year's money and help stands in: told of, it is not itself given.</summary>
    private static readonly HashSet<string> Frames = [.. "budget bill law act plan exercise sum total".Split(' ')];

    /// <summary>"this week's summit": the date tells which, not when; but "this year's aid" is given this year.</summary>
    public static bool IsAttribute(SentenceView view, int end)
    {
        if (view.Word(end) is not ("'s" or "'") || view.Word(end + 1) is "end" or "close") return false;
        if (view.Word(end - 1) != "year") return true;
        for (var i = end + 1; i < end + 4; i++)
        {
            if (Meetings.Contains(view.Lemma(i)) || Frames.Contains(view.Lemma(i)) || view.Pos(i) == PartOfSpeech.Propn) return true;
            if (view.Pos(i) is not (PartOfSpeech.Adj or PartOfSpeech.Noun)) break;
        }
        return false;
    }

    /// <summary>"the agreement of 8 July"</summary>
    public static bool IsPartOfName(SentenceView view, int first) =>
        view.Word(first - 1) == "of" && view.Pos(first - 2) is PartOfSpeech.Noun or PartOfSpeech.Propn && view.Lemma(first - 2) is not ("course" or "month" or "part" or "half" or "quarter" or "end" or "beginning" or "start" or "rest" or "remainder" or "summer" or "autumn" or "spring" or "winter" or "week");

    /// <summary>"within 24 hours" says how fast, not when.</summary>
    public static bool IsMoment(SentenceView view, int first, int end) => view.Lemma(end - 1) is "hour" or "minute" or "day" && view.Word(first) is "within" or "last" or "for" or "in";

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
