namespace PledgeMiner.Classifying;

/// <summary>
/// Conditions that words and models agree on. Help that is promised for a new attack is the pillar of renewed aggression and hangs on that attack (guidelines, section 9):
/// where the models see the pillar the condition holds, named or not, and where they do not, an attack that is named is none.
/// </summary>
internal static class ConditionLook
{
    /// <param name="found">As chosen from the words.</param>
    /// <param name="renewedAggression">The pillar's log-odds.</param>
    /// <param name="here">Where a condition that no word names is noted.</param>
    public static IReadOnlyList<Found<ConditionKind>> Of(IReadOnlyList<Found<ConditionKind>> found, double renewedAggression, TextSpan here)
    {
        var named = found.Any(x => x.Value == ConditionKind.Attack);
        if (renewedAggression < Calibration.NamedAttack) return named ? [.. found.Where(x => x.Value != ConditionKind.Attack)] : found;
        return named || renewedAggression < Calibration.UnnamedAttack ? found : [.. found, new(ConditionKind.Attack, here)];
    }
}
