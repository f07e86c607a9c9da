namespace PledgeMiner.Detecting;

/// <summary>Says when a deed is due by what was told before it: by an item's lead-in, or by the date that "until then" and "for the term of this Agreement" take up.</summary>
internal static class DueElsewhere
{
    /// <summary>What has a term of its own: "the duration of this Agreement".</summary>
    private static readonly HashSet<string> Terms = [.. "term duration period life lifetime validity".Split(' ')];

    /// <summary>A date told this many deeds before is what "then" means no longer.</summary>
    private const int Reach = 4;

    /// <param name="here">Where a sentence begins, of no length: the place of what stands nowhere in its own words.</param>
    /// <param name="earlier">The document's deeds so far, in text order.</param>
    public static IEnumerable<Candidate<Period>> Find(SentenceView view, TextSpan here, Deed? leadIn, List<Deed> earlier)
    {
        if (leadIn is not null)
        {
            foreach (var date in leadIn.Dates) yield return new(date.Value, here, date.Doubts | Doubt.Elsewhere);
        }
        if (!earlier.Exists(x => x.Dates.Count > 0)) yield break;
        for (var i = 0; i + 1 < view.Count; i++)
        {
            if (TakenUp(view, i, earlier) is { } date) yield return date;
        }
    }

    /// <summary>"of that date": the time before it counts from a date told earlier.</summary>
    public static bool CountsFromThat(SentenceView view, int behind) => view.Word(behind) is "of" or "from" or "after" && view.Word(behind + 1) is "that" or "this" && view.Lemma(behind + 2) is "date" or "day";

    private static Candidate<Period>? TakenUp(SentenceView view, int i, List<Deed> earlier)
    {
        if (view.Words[i] is "until" or "till" or "by" or "before" && view.Words[i + 1] == "then") return Last(earlier, x => x.To is { } to ? new(null, to) : null) is { } end ? new(end, view.SpanOf(i, i + 2), Doubt.Elsewhere) : null;
        // "within one year of that date"
        if (view.Words[i] is "within" or "inside" && DueTerm.Length(view, i + 1, default) is var (_, behind) && CountsFromThat(view, behind))
            return Last(earlier, x => (x.To ?? x.From) is { } begin ? new(null, DueTerm.Length(view, i + 1, begin)!.Value.To) : null) is { } by ? new(by, view.SpanOf(i, behind + 3), Doubt.Elsewhere) : null;
        if ((view.Words[i + 1] == "of" && view.Word(i + 2) is "the" or "this" or "that" || view.Word(i - 1) is "its" or "entire" or "whole" or "programme") && Terms.Contains(view.Words[i]))
            return Last(earlier, x => x is { From: { } from, To: { } to } && to > from.AddYears(1) ? x : null) is { } term ? new(term, view.SpanOf(i, i + 1), Doubt.Elsewhere) : null;
        return null;
    }

    /// <summary>What the last deed with a fitting date tells.</summary>
    private static Period? Last(List<Deed> earlier, Func<Period, Period?> fit)
    {
        for (var d = earlier.Count - 1; d >= Math.Max(0, earlier.Count - Reach); d--)
        {
            for (var i = earlier[d].Dates.Count - 1; i >= 0; i--)
            {
                if (fit(earlier[d].Dates[i].Value) is { } period) return period;
            }
        }
        return null;
    }
}
