namespace PledgeMiner.Measuring;

/// <summary>How far people agree on a label, or with one analyst.</summary>
/// <param name="Name">The label, or the analyst.</param>
/// <param name="Items">How many items it was counted over.</param>
/// <param name="Kappa">Cohen's kappa over pairs of opinions on the same item.</param>
/// <param name="Alpha">Krippendorff's alpha over the same items.</param>
public sealed record AgreementRow(string Name, int Items, double Kappa, double Alpha);

/// <summary>Agreement of analysts who judged the same commitments: by label, and of each analyst with all others.</summary>
public sealed record OpinionAgreement(IReadOnlyList<AgreementRow> Labels, IReadOnlyList<AgreementRow> Analysts)
{
    public static OpinionAgreement Of(IReadOnlyList<Opinion> opinions)
    {
        var items = opinions.GroupBy(x => x.Item).Select(x => (IReadOnlyList<Opinion>)[.. x]).Where(x => x.Count > 1).ToList();
        return new(
            [
                Row("act", items, x => x.Act),
                .. PledgeMiner.Labels.All<Act>().Select(x => Row($"act {x.Code()}", items, o => o.Act == x)),
                .. PledgeMiner.Labels.All<Pillar>().Select(x => Row($"pillar {x.Code()}", items, o => o.Pillars.Contains(x))),
                // Force is a question only where all call it a pledge.
                Row("force", [.. items.Where(x => x.All(o => o.Force is not null))], x => x.Force!.Value),
            ],
            [.. opinions.Select(x => x.Analyst).Distinct().Order(StringComparer.Ordinal).Select(x => Row(x, [.. items.Where(i => i.Any(o => o.Analyst == x))], o => o.Act, x))]);
    }

    /// <param name="analyst">Whose opinion is the first of each pair; null for every pair of opinions.</param>
    private static AgreementRow Row<T>(string name, List<IReadOnlyList<Opinion>> items, Func<Opinion, T> label, string? analyst = null) where T : notnull
    {
        var pairs = items.SelectMany(x => x.SelectMany((a, i) => x.Where((b, j) => analyst is null ? i < j : a.Analyst == analyst && b.Analyst != analyst).Select(b => (label(a), label(b))))).ToList();
        return new(name, items.Count, Agreement.Kappa(pairs), Agreement.Alpha(items.Select(x => (IReadOnlyList<T>)[.. x.Select(label)])));
    }
}
