using System.Collections.Frozen;

namespace PledgeMiner.Detecting;

/// <summary>Finds what a pledge is made to depend on: a conditional word, and in the clause after it what it names.</summary>
internal sealed class ConditionFinder
{
    /// <summary>A clause longer than this names something else by its end.</summary>
    private const int ClauseWords = 16;

    /// <summary>"money and the Storting permitting": what is named stands right before.</summary>
    private const int PermittingWords = 5;

    /// <summary>A sentence with more is none that anybody wrote, and what is said of each looks at all others: in the corpus none has more than 11.</summary>
    private const int Most = 50;

    private static readonly FrozenDictionary<string, string[][]> Openers =
        """
        once|if|unless|until|after|as soon as|provided|provided that|providing|on condition|on the condition|subject to|pending|contingent on|contingent upon|conditional on|conditioned on|conditional upon
        depend on|depend upon|in the event of|in the event that|in case of|in the case of|upon|following|assuming|so long as|only when|when|should|hinge on|await|await the|require|in return for|in exchange for|without
        depending on|with the caveat that|with the proviso that|days of|weeks of|months of|month of|hours of
        as part of|in accordance with|as long as|on the understanding|on the understanding that|in so far as|insofar as|to the extent that|only with|only after|dependent on|subject only to|were
        """.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(x => x.Split(' '))
        .GroupBy(x => x[0]).ToFrozenDictionary(x => x.Key, x => x.OrderByDescending(o => o.Length).ToArray());

    private static readonly WordFilter FirstWords = new(Openers.Keys);

    /// <summary>Openers that are a condition whatever follows; others only with a known kind after them.</summary>
    private static readonly HashSet<string> Certain = ["if", "unless", "provided", "conditional", "conditioned", "contingent", "subject", "providing", "insofar", "depending"];

    /// <summary>Openers that tell a time or a setting: what help hangs on follows them seldom, an attack, truce, vote or mandate often.</summary>
    private static readonly HashSet<string> Weak = [.. "after upon following in when require await without pending until assuming days weeks months month hours".Split(' ')];

    private static readonly HashSet<string> Topics = [.. "monitor monitoring verify verification supervise supervision observe observation guard secure breach violation reject broker violate demand urge for".Split(' ')];

    /// <summary>"told parliament", "notified Congress": an audience gives no leave.</summary>
    private static readonly HashSet<string> Spoken = [.. "tell inform address brief remind assure notify notification".Split(' ')];

    private static readonly HashSet<string> Deterred = [.. "deter deterrence prevent against discourage withstand repel resist".Split(' ')];

    private readonly PhraseLexicon<ConditionKind> _kinds = PhraseLexicon<ConditionKind>.Load("conditions.tsv");
    private readonly PhraseLexicon<ConditionKind> _whole = PhraseLexicon<ConditionKind>.Load("conditions-whole.tsv");

    /// <summary>All that may be a condition, in no order.</summary>
    public List<Proviso> Find(SentenceView view)
    {
        var found = _whole.In(view, 0, view.Count).ConvertAll(x => new Proviso(x.Label, view.SpanOf(x.First, x.End), "", Said(view, x.First, x.End), !IsTopic(view, x.First, x.Label)));
        if (found.Count > Most) found.RemoveRange(Most, found.Count - Most);
        for (var i = 0; i < view.Count && found.Count < Most; i++)
        {
            if (view.Words[i] == "permitting" && i > 0) AddBefore(view, i, found);
            if (OpenerAt(view, i) is not { } length || IsVague(view, i, length)) continue;
            AddAt(view, i, length, found);
            i += length - 1;
        }
        return found;
    }

    /// <summary>Those that the finder takes, each kind once.</summary>
    public static IReadOnlyList<Found<ConditionKind>> Sure(List<Proviso> provisos) =>
        provisos.Count == 0 ? [] : [.. provisos.Where(x => x.Sure).Select(x => new Found<ConditionKind>(x.Kind, x.Span)).DistinctBy(x => x.Value)];

    private void AddAt(SentenceView view, int i, int length, List<Proviso> found)
    {
        var end = ClauseEnd(view, i + length);
        var span = view.SpanOf(i, Math.Max(end, i + 1));
        var opener = Said(view, i, i + length);
        var weak = Weak.Contains(view.Words[i]) || view.Words[i] == "as" && view.Word(i + 1) == "part" || view.Words[i] == "were" && i > 0 && view.Word(i - 1) is not ("," or "and");
        var kinds = _kinds.In(view, i + length, end).OrderBy(x => x.Rank).ToList();
        var first = kinds.FindIndex(x => !(weak && IsWeak(x.Label)));
        var denied = first >= 0 && kinds[first].Label == ConditionKind.Ceasefire && view.Words[i] is "if" or "should" && IsDenied(view, i + length, end);
        if (denied)
        {
            // "if Russia refuses a ceasefire" hangs on the refusal.
            for (var k = 0; k < found.Count; k++) if (found[k].Kind == ConditionKind.Ceasefire && span.Contains(found[k].Span)) found[k] = found[k] with { Sure = false };
            found.Add(new(ConditionKind.Other, span, opener, "", true));
        }
        for (var k = 0; k < kinds.Count; k++)
        {
            var (at, until, kind, _) = kinds[k];
            // "once the fighting has ended and parliament has agreed": what follows an "and" is a condition of its own.
            var sure = !denied && !(weak && IsWeak(kind)) && (k == first || view.Words.AsSpan(i + length, at - i - length).Contains("and"));
            found.Add(new(kind, span, opener, Said(view, at, until), sure));
        }
        // Quoted "if" and "as if" ask or compare.
        var certain = (Certain.Contains(view.Words[i]) || view.Words[i] is "on" or "with" || view.Words[i] is "as" or "so" && view.Word(i + 1) == "long") && view.Word(i - 1) is not ("as" or "ask" or "asked" or "even" or "what" or "whether");
        if (first < 0) found.Add(new(ConditionKind.Other, span, opener, "", certain && !found.Exists(x => x.Sure && span.Contains(x.Span))));
    }

    /// <summary>"a ceasefire and the Bundestag permitting"</summary>
    private void AddBefore(SentenceView view, int at, List<Proviso> found)
    {
        var first = at;
        while (first > 0 && at - first < PermittingWords && view.Word(first - 1) is not ("," or ";" or "–" or "—" or "(")) first--;
        foreach (var (from, end, kind, _) in _kinds.In(view, first, at)) found.Add(new(kind, view.SpanOf(first, at + 1), view.Words[at], Said(view, from, end), true));
    }

    private static bool IsWeak(ConditionKind kind) => kind is ConditionKind.UsBackstop or ConditionKind.Partners or ConditionKind.Funding;

    private static string Said(SentenceView view, int first, int end) => string.Join(' ', view.Words[first..end]);

    /// <summary>"the monitoring of a ceasefire", "to deter further aggression": what a deed is about, or whom somebody speaks to.</summary>
    private static bool IsTopic(SentenceView view, int at, ConditionKind kind)
    {
        var topics = kind switch { ConditionKind.Ceasefire => Topics, ConditionKind.Attack => Deterred, ConditionKind.Parliament => Spoken, _ => null };
        for (var i = at - 1; topics is not null && i >= Math.Max(0, at - 3); i--)
        {
            if (topics.Contains(view.Lemma(i))) return true;
        }
        return kind == ConditionKind.Ceasefire && view.Word(at - 1) == "of" && view.Word(at - 2) is not "event";
    }

    /// <summary>"as long as it takes", "if necessary", "on condition of anonymity" bind to nothing; "Norway should" is no "should Norway".</summary>
    private static bool IsVague(SentenceView view, int at, int length) =>
        view.Word(at + length) is "necessary" or "needed" or "anonymity" || view.Words[at] == "when" && view.Word(at + 1) == "asked" || view.Words[at] == "once" && view.Pos(at - 1) is PartOfSpeech.Pron or PartOfSpeech.Aux || view.Words[at] == "should" && view.Pos(at - 1) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron ||
        view.Words[at] is "as" or "so" && view.Word(at + 1) == "long" && (view.Word(at + length) is "necessary" or "needed" or "required" or "possible" || view.Word(at + length) == "it" || view.Word(at + length + 1) is "needs" or "asks");

    private static bool IsDenied(SentenceView view, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (view.Words[i] is "not" or "n't" or "no" || view.Lemma(i) is "refuse" or "reject" or "fail") return true;
        }
        return false;
    }

    private static int? OpenerAt(SentenceView view, int at) =>
        LongestAt(view, at, view.Words[at]) ?? (view.Lemma(at) == view.Words[at] ? null : LongestAt(view, at, view.Lemma(at)));

    private static int? LongestAt(SentenceView view, int at, string first)
    {
        if (!FirstWords.MayHold(first) || !Openers.TryGetValue(first, out var openers)) return null;
        foreach (var opener in openers)
        {
            var hit = at + opener.Length <= view.Count;
            for (var i = 1; hit && i < opener.Length; i++) hit = view.Words[at + i] == opener[i] || view.Lemma(at + i) == opener[i];
            if (hit && !IsVerb(view, at)) return opener.Length;
        }
        return null;
    }

    /// <summary>"support provided through", "providing Ukraine with": the verb and not the conjunction, which opens its clause.</summary>
    private static bool IsVerb(SentenceView view, int at) =>
        view.Words[at] is "provided" or "providing" && at > 0 && view.Word(at + 1) != "that" && view.Word(at - 1) is not ("," or ";" or "–" or "—" or "(" or "but" or "and" or "\"" or "“");

    private static int ClauseEnd(SentenceView view, int from)
    {
        var end = from;
        while (end < view.Count && end - from < ClauseWords && view.Word(end) is not ("," or ";" or ":" or "–" or "—" or "\"" or "”")) end++;
        return end;
    }
}
