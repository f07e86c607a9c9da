namespace PledgeMiner.Tagging;

/// <summary>Which states belonged to a group at a date: who "the 27" are, whether a promise of NATO's binds Finland.</summary>
public sealed class ActorMemberships
{
    private readonly ILookup<string, (string Member, DateOnly From, DateOnly? To)> _byGroup = GazetteerTable.Rows("memberships.tsv", 4).ToLookup(
        row => row[0], row => (row[1], ActorDirectory.Day(row[2], first: true), row[3].Length == 0 ? null : (DateOnly?)ActorDirectory.Day(row[3], first: false)));

    /// <summary>The codes of a group's members on a day, in alphabetical order; none for what is not a group.</summary>
    public IReadOnlyList<string> Of(string group, DateOnly day) =>
        [.. _byGroup[group].Where(x => x.From <= day && (x.To is null || day <= x.To)).Select(x => x.Member).Order(StringComparer.Ordinal)];
}
