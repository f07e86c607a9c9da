namespace PledgeMiner;

/// <summary>One analyst's labels of one item: what agreement is counted over.</summary>
/// <param name="Act"><see cref="Act.None"/> for a rejection.</param>
public sealed record Opinion(string Item, string Analyst, Act Act, Force? Force, IReadOnlyList<Pillar> Pillars)
{
    public static Opinion Of(string item, Verdict verdict) =>
        verdict.Annotation is { } said ? new(item, verdict.Analyst, said.Act, said.Force, said.Pillars) : new(item, verdict.Analyst, Act.None, null, []);
}
