namespace PledgeMiner.Classifying;

/// <summary>What tells whether a count or a date is the deed's own: the finders' doubts, the words and verbs around it, the deed's act.</summary>
internal static class SlotFeatures
{
    private const int WordsBefore = 4, WordsAfter = 4, MostApart = 6;

    private static readonly Term[] Places = [.. Enumerable.Range(-WordsBefore, WordsBefore + WordsAfter + 1).Select(x => Term.Of($"{x:+0;-0}"))];
    private static readonly Term Before = "before", After = "after", Ordinal = "ordinal", Act = "act", Kind = "kind", Unit = "unit", Ending = "ending", Size = "size", Form = "form", Past = "past", None = "none";

    private static readonly Term[] Manners = [.. Enum.GetValues<Modality>().SelectMany(x => new[] { Term.Of(x.ToString()), Term.Of(x + " passive") })];
    private static readonly Term[] Doubts = [.. Enumerable.Range(0, 2 * (int)Enum.GetValues<Doubt>().Max()).Select(x => Term.Of(((Doubt)x).ToString()))];

    /// <summary>Between a number and the word that governs it: "for some 300", "the other two".</summary>
    private static readonly HashSet<string> Approximate = [.. "some about around nearly almost barely perhaps maybe approximately over roughly than more up at least as many further another additional the its their his our these those".Split(' ')];

    public static void OfCount(FeatureCollector to, SlotWords words, IReadOnlyList<Candidate<Measure>> counts, int index, Act act)
    {
        var count = counts[index];
        var (first, end) = words.IndicesOf(count.Span);
        Term unit = count.Value.Unit, ending = Tail(count.Value.Unit);
        to.Add(FeatureKind.SlotValue, Unit, unit);
        to.Add(FeatureKind.SlotValue, Ending, ending);
        to.Add(FeatureKind.SlotValue, Size, char.IsAsciiDigit(words.Word(first).Text[0]) ? ((int)Math.Log10((double)Math.Max(1, count.Value.Number))).ToString() : words.Word(first));
        to.Add(FeatureKind.SlotValue, Kind, words.KindAt(first)?.ToString() ?? None);
        if (words.KindAt(end) == EntityKind.Equipment || words.KindAt(end - 1) == EntityKind.Equipment) to.Add(FeatureKind.SlotValue, Kind, Roles.Equipment);
        Around(to, words, first, end);
        var governor = first - 1;
        while (governor >= 0 && (Approximate.Contains(words.Word(governor).Text) || words.Word(governor).Text == "to" && words.Word(governor - 1).Text == "up")) governor--;
        to.Add(FeatureKind.SlotGovernor, words.Lemma(governor));
        to.Add(FeatureKind.SlotGovernor, words.PartOfSpeechAt(governor), ending);
        to.Add(FeatureKind.SlotGovernor, words.Lemma(governor - 1), words.Lemma(governor));
        Verbs(to, words, first, end, ending);
        Subject(to, words, first, end);
        Circumstances(to, count.Doubts, index, counts.Count, act, ending);
    }

    /// <param name="published">Day of the document, against which a date is past or to come.</param>
    public static void OfDate(FeatureCollector to, SlotWords words, IReadOnlyList<Candidate<Period>> dates, int index, DateOnly? published, Act act)
    {
        var date = dates[index];
        var (first, end) = words.IndicesOf(date.Span);
        Term form = FormOf(date.Value), when = published is { } day ? WhenOf(date.Value, day) : None;
        to.Add(FeatureKind.SlotValue, Form, form);
        to.Add(FeatureKind.SlotValue, Past, when);
        to.Add(FeatureKind.SlotValue, form, when);
        to.Add(FeatureKind.SlotValue, words.Word(first), form);
        to.Add(FeatureKind.SlotValue, words.Word(first), when);
        to.Add(FeatureKind.SlotValue, words.Word(end - 1), when);
        to.Add(FeatureKind.SlotValue, words.Word(first - 1), form);
        Around(to, words, first, end);
        for (var i = Math.Max(0, first - 7); i < first; i++) to.Add(FeatureKind.SlotNear, Before, words.Word(i));
        Verbs(to, words, first, end, when);
        Circumstances(to, date.Doubts, index, dates.Count, act, when);
    }

    private static void Around(FeatureCollector to, SlotWords words, int first, int end)
    {
        for (var i = 1; i <= WordsBefore; i++)
        {
            to.Add(FeatureKind.SlotWord, Places[WordsBefore - i], words.Word(first - i));
            to.Add(FeatureKind.SlotPart, Places[WordsBefore - i], words.PartOfSpeechAt(first - i));
            to.Add(FeatureKind.SlotNear, Before, words.Word(first - i));
        }
        for (var i = 0; i < WordsAfter; i++)
        {
            to.Add(FeatureKind.SlotWord, Places[WordsBefore + 1 + i], words.Word(end + i));
            to.Add(FeatureKind.SlotPart, Places[WordsBefore + 1 + i], words.PartOfSpeechAt(end + i));
            to.Add(FeatureKind.SlotNear, After, words.Word(end + i));
        }
        to.Add(FeatureKind.SlotWord, words.Word(first - 2), words.Word(first - 1));
        if (first == 0) to.Add(FeatureKind.SlotWord, Before, None);
        if (end >= words.Count - 1) to.Add(FeatureKind.SlotWord, After, None);
    }

    private static void Verbs(FeatureCollector to, SlotWords words, int first, int end, Term what)
    {
        if (words.VerbBefore(first) is { } before)
        {
            Term lemma = words.Lemma(before.Head), manner = MannerOf(before);
            to.Add(FeatureKind.SlotVerb, Before, lemma);
            to.Add(FeatureKind.SlotVerb, Before, manner);
            to.Add(FeatureKind.SlotVerb, lemma, what);
            to.Add(FeatureKind.SlotVerb, manner, what);
            to.Add(FeatureKind.SlotVerb, Before, Math.Min(MostApart, first - before.Head).ToString());
            var apart = words.Has(",", before.Head, first) || words.Has("that", before.Head, first) || words.Has("who", before.Head, first) || words.Has("which", before.Head, first);
            to.Add(FeatureKind.SlotVerb, apart ? "apart" : "together", lemma);
            to.Add(FeatureKind.SlotVerb, apart ? "apart" : "together", manner);
            if (words.VerbBefore(before.Head) is { } earlier) to.Add(FeatureKind.SlotVerb, MannerOf(earlier), manner, what);
        }
        else
        {
            to.Add(FeatureKind.SlotVerb, Before, None);
        }
        if (words.VerbFrom(end) is not { } after) return;
        to.Add(FeatureKind.SlotVerb, After, words.Lemma(after.Head));
        to.Add(FeatureKind.SlotVerb, After, MannerOf(after));
    }

    /// <summary>"two economists have argued": who acts is hardly what is given.</summary>
    private static void Subject(FeatureCollector to, SlotWords words, int first, int end)
    {
        if (words.VerbFrom(end) is not { } verb) return;
        var opens = words.VerbBefore(first) is not { } before || words.Has(",", before.Head, first) || words.Has("that", before.Head, first) || words.Has("and", before.Head, first);
        Term place = (opens ? "subject" : "object") + Math.Min(4, verb.Head - end);
        to.Add(FeatureKind.SlotSubject, place);
        to.Add(FeatureKind.SlotSubject, opens ? "subject" : "object", words.Lemma(verb.Head));
        to.Add(FeatureKind.SlotSubject, opens ? "subject" : "object", MannerOf(verb));
    }

    private static void Circumstances(FeatureCollector to, Doubt doubts, int index, int count, Act act, Term what)
    {
        Term doubt = Doubts[(int)doubts], name = act.Code();
        to.Add(FeatureKind.SlotDoubt, doubt);
        to.Add(FeatureKind.SlotDoubt, doubt, name);
        for (var bit = 1; bit <= (int)doubts; bit <<= 1) if (((int)doubts & bit) != 0) to.Add(FeatureKind.SlotDoubt, Kind, Doubts[bit]);
        to.Add(FeatureKind.SlotDoubt, Act, name);
        to.Add(FeatureKind.SlotDoubt, name, what);
        to.Add(FeatureKind.SlotDoubt, Ordinal, Math.Min(2, index).ToString());
        to.Add(FeatureKind.SlotDoubt, Size, Math.Min(3, count).ToString());
    }

    public static Term MannerOf(VerbFrame verb) => Manners[(2 * (int)verb.Modality) + (verb.Passive ? 1 : 0)];

    private static string Tail(string unit) => unit.Length > 3 ? unit[^3..] : unit;

    private static string FormOf(Period period) => period switch
    {
        { From: { } from, To: { } to } => (to.DayNumber - from.DayNumber) switch { 0 => "day", < 8 => "week", < 32 => "month", < 100 => "season", < 200 => "half", < 370 => "year", _ => "years" },
        { To: null } => "from",
        _ => "to",
    };

    private static string WhenOf(Period period, DateOnly day) =>
        period.To < day ? "past" : period.From > day ? "to come" : period.From == day ? period.To == day ? "today" : "from now" : period.From is null ? "until then" : "now";
}
