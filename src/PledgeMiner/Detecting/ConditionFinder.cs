namespace PledgeMiner.Detecting;

/// <summary>Finds what a pledge is made to depend on: a conditional word, and in the clause after it what it names.</summary>
internal sealed class ConditionFinder
{
    /// <summary>A clause longer than this names something else by its end.</summary>
    private const int ClauseWords = 16;

    private static readonly Dictionary<string, string[][]> Openers =
        """
        once|if|unless|until|after|as soon as|provided|provided that|providing|on condition|on the condition|subject to|pending|contingent on|contingent upon|conditional on|conditioned on|conditional upon
        depend on|depend upon|in the event of|in the event that|in case of|in the case of|upon|following|assuming|so long as|only when|when|should|hinge on|await|await the|require|in return for|in exchange for|without
        as part of|in accordance with
        """.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(x => x.Split(' '))
        .GroupBy(x => x[0]).ToDictionary(x => x.Key, x => x.OrderByDescending(o => o.Length).ToArray());

    /// <summary>Openers that are a condition whatever follows; others only with a known kind after them.</summary>
    private static readonly HashSet<string> Certain = ["if", "unless", "provided", "conditional", "conditioned", "contingent", "subject", "providing"];

    private readonly PhraseLexicon<ConditionKind> _kinds = PhraseLexicon<ConditionKind>.Load("conditions.tsv");
    private readonly PhraseLexicon<ConditionKind> _whole = PhraseLexicon<ConditionKind>.Load("conditions-whole.tsv");

    public IReadOnlyList<Found<ConditionKind>> Find(SentenceView view)
    {
        var found = _whole.In(view, 0, view.Count).Select(x => new Found<ConditionKind>(x.Label, view.SpanOf(x.First, x.End))).ToList();
        for (var i = 0; i < view.Count; i++)
        {
            if (OpenerAt(view, i) is not { } length) continue;
            var end = ClauseEnd(view, i + length);
            var span = view.SpanOf(i, Math.Max(end, i + 1));
            var kinds = _kinds.In(view, i + length, end).OrderBy(x => x.Rank).ToList();
            if (kinds.Count > 0)
            {
                found.Add(new(kinds[0].Label, span));
                // "once the fighting has ended and parliament has agreed": what follows an "and" is a condition of its own.
                found.AddRange(kinds.Where(x => Enumerable.Range(i + length, x.First - i - length).Any(k => view.Word(k) == "and")).Select(x => new Found<ConditionKind>(x.Label, span)));
            }
            // Quoted "if" and "as if" ask or compare.
            else if (Certain.Contains(view.Words[i]) && view.Word(i - 1) is not ("as" or "ask" or "asked" or "even" or "what" or "whether") && !found.Exists(x => span.Contains(x.Span))) found.Add(new(ConditionKind.Other, span));
            i += length - 1;
        }
        return [.. found.DistinctBy(x => x.Value)];
    }

    private static int? OpenerAt(SentenceView view, int at) =>
        LongestAt(view, at, view.Words[at]) ?? (view.Lemma(at) == view.Words[at] ? null : LongestAt(view, at, view.Lemma(at)));

    private static int? LongestAt(SentenceView view, int at, string first)
    {
        if (!Openers.TryGetValue(first, out var openers)) return null;
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
