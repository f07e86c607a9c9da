namespace PledgeMiner.Tagging;

/// <summary>An office held: for whom, as what, from when to when.</summary>
/// <param name="To">Null for who still holds it.</param>
internal sealed record ActorTerm(string Code, string Office, DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly date) => From <= date && (To is null || date <= To);
}

/// <summary>A person who speaks or spoke for an actor.</summary>
internal sealed class ActorPerson(string name)
{
    private readonly List<ActorTerm> _terms = [];

    public string Name { get; } = name;

    public IReadOnlyList<ActorTerm> Terms => _terms;

    public void Add(ActorTerm term) => _terms.Add(term);

    /// <summary>The office that counts at a date: the one held, else the last one held before, else the first to come.</summary>
    public ActorTerm TermAt(DateOnly? date)
    {
        var day = date ?? DateOnly.MaxValue;
        ActorTerm? past = null, coming = null;
        foreach (var term in _terms)
        {
            if (term.Covers(day)) return term;
            if (term.From <= day)
            {
                if (past is null || term.To > past.To) past = term;
            }
            else if (coming is null || term.From < coming.From)
            {
                coming = term;
            }
        }
        return past ?? coming!;
    }
}
