namespace PledgeMiner.Accounting;

/// <summary>What a page's later revision takes back of the commitments that the earlier one held.</summary>
public static class Wavering
{
    /// <summary>
    /// Two sentences that share this part of their words are one sentence rewritten. Over the invented pairs of
    /// tests/PledgeMiner.Tests/Cases/revisions.txt rewritten ones share 0.50 to 0.87, different ones 0.04 to 0.33.
    /// </summary>
    private const double Rewritten = 0.4;

    /// <param name="before">What the earlier revision held.</param>
    /// <param name="after">The later revision with all that was found in it.</param>
    public static IReadOnlyList<Softening> Between(IReadOnlyList<HeldCommitment> before, Mined after)
    {
        var text = after.Document.Text;
        // A deed may be a part of its sentence: what was quoted is looked for among both.
        var stretches = after.Sentences.Select((x, i) => (x.Span, Sentence: i)).Concat(after.Commitments.Select(x => (x.Deed.Span, x.Deed.Sentence)))
            .Select(x => (Words: WordsOf(x.Span.Of(text)), x.Sentence)).ToList();
        return [.. before.Where(x => !text.Contains(x.Quote, StringComparison.Ordinal)).Select(x => SofteningOf(x, after, stretches)).OfType<Softening>()];
    }

    private static Softening? SofteningOf(HeldCommitment held, Mined after, List<(HashSet<string> Words, int Sentence)> stretches)
    {
        var words = WordsOf(held.Quote);
        var (likeness, nearest) = stretches.Select(x => (Likeness: Overlap(words, x.Words), x.Sentence)).OrderByDescending(x => x.Likeness).FirstOrDefault();
        if (likeness < Rewritten) return new(held.Id, SofteningKind.Removed, held.Quote, null);
        var rewritten = after.Sentences[nearest].Span.Of(after.Document.Text);
        var now = after.Commitments.Where(x => x.Deed.Sentence == nearest).ToList();
        Softening As(SofteningKind kind) => new(held.Id, kind, held.Quote, rewritten);
        var same = now.Where(x => x.Judgement.Act.Label == held.Commitment.Judgement.Act.Label).ToList();
        if (same.Count == 0) return As(SofteningKind.NoLongerCommits);
        // A sentence may hold several deeds: what any of them still says as firmly, and with no more conditions, is not taken back.
        if (same.All(x => ForceOf(x) < ForceOf(held.Commitment))) return As(SofteningKind.ForceLowered);
        return same.All(x => x.Deed.Conditions.Any(c => held.Commitment.Deed.Conditions.All(h => h.Value != c.Value))) ? As(SofteningKind.ConditionAdded) : null;
    }

    /// <summary>Only a pledge has a force; all else counts as equal.</summary>
    private static Force ForceOf(Commitment commitment) => commitment.Judgement.Force?.Label ?? Force.Tentative;

    private static HashSet<string> WordsOf(string sentence) =>
        [.. sentence.ToLowerInvariant().Split((char[])[' ', '\n', '\t', ',', '.', ';', ':', '(', ')', '"', '\u201c', '\u201d', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)];

    private static double Overlap(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        return shared == 0 ? 0 : (double)shared / (a.Count + b.Count - shared);
    }
}
