namespace PledgeMiner.Classifying;

/// <summary>What a named stretch of words is to the conflict: which actor it is must not weigh.</summary>
internal enum Role : byte { None, Ally, Leader, Partner, Aggressor, Person, Other, Money, Date, Equipment, Quantity }

/// <summary>The roles of a sentence's words.</summary>
internal static class Roles
{
    /// <summary>Stands in a sentence for the words that have the role; null where the words stand for themselves.</summary>
    public static Term? Placeholder(Role role) => role switch
    {
        Role.Ally => Ally,
        Role.Leader => Leader,
        Role.Partner => Partner,
        Role.Aggressor => Aggressor,
        Role.Person => Person,
        Role.Money => Money,
        Role.Date => Date,
        _ => default(Term?),
    };

    public static readonly Term Ally = "(ally)", Leader = "(leader)", Partner = "(partner)", Aggressor = "(aggressor)", Person = "(person)", Money = "(money)", Date = "(date)",
        Number = "(number)", Equipment = "(equipment)", Other = "(other)";

    /// <summary>For each word the entity that says most of it, as role and as index; None and -1 where it is in no entity.</summary>
    public static (Role Role, int Entity)[] Of(Sentence sentence, Conflict? conflict)
    {
        var roles = new (Role Role, int Entity)[sentence.Tokens.Count];
        Array.Fill(roles, (Role.None, -1));
        for (var e = 0; e < sentence.Entities.Count; e++)
        {
            var entity = sentence.Entities[e];
            var role = Of(entity, conflict);
            for (var i = FirstIn(sentence.Tokens, entity.Span.Start); i < roles.Length && sentence.Tokens[i].End <= entity.Span.End; i++)
            {
                // A quantity may hold a state ("56,000 Ukrainian soldiers"): the first of those here that stands for something counts.
                if (roles[i].Entity < 0 || Placeholder(roles[i].Role) is null && Placeholder(role) is not null) roles[i] = (role, e);
            }
        }
        return roles;
    }

    private static Role Of(Entity entity, Conflict? conflict) => entity.Kind switch
    {
        EntityKind.Money => Role.Money,
        EntityKind.Date => Role.Date,
        EntityKind.Quantity => Role.Quantity,
        EntityKind.Equipment => Role.Equipment,
        _ when entity.Code is null or "OTHER" => entity.Kind == EntityKind.Person ? Role.Person : Role.Other,
        _ when conflict?.Aggressors.Contains(entity.Code) == true => Role.Aggressor,
        _ when entity.Code == conflict?.Partner => Role.Partner,
        EntityKind.Person => Role.Leader,
        _ => Role.Ally,
    };

    private static int FirstIn(IReadOnlyList<Token> tokens, int offset)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
