namespace PledgeMiner.Tagging;

/// <summary>What kind of phrase a gazetteer holds.</summary>
internal enum GazetteerRole : byte { State, Demonym, Capital, Metonym, Organisation, Group, Office, Person, Surname, Equipment, Block }

/// <summary>A phrase of the gazetteers and what it stands for.</summary>
internal sealed record GazetteerEntry(GazetteerRole Role, string Code, string Name)
{
    /// <summary>Who may be meant: one for a full name, all who bear it for a surname.</summary>
    public IReadOnlyList<ActorPerson> Persons { get; init; } = [];

    /// <summary>Means what it means without an introduction: not so a surname such as Johnson, or "the coalition" before the coalition of the willing.</summary>
    public bool Plain { get; init; } = true;

    /// <summary>For an office: whose it is where no state is named, or null ("the Foreign Secretary" is British).</summary>
    public string? Owner { get; init; }

    /// <summary>For equipment.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>For equipment: the name as listed, in the singular: what "four M270s" counts.</summary>
    public string? Unit { get; init; }

    /// <summary>For equipment: a general noun ("tank") rather than a system's name ("Leopard 2").</summary>
    public bool Noun { get; init; }
}

/// <summary>A phrase as it must be written: a capital where the gazetteer has one.</summary>
/// <param name="Capitals">Two bits a word: 1 an initial capital, 2 capitals throughout.</param>
internal sealed record GazetteerPhrase(GazetteerEntry Entry, uint Capitals)
{
    public bool Suits(List<GazetteerWord> words, int first, int count)
    {
        for (var i = 0; i < count && i < 16; i++)
        {
            var needed = (GazetteerCase)((Capitals >> (2 * i)) & 3);
            if ((words[first + i].Case & needed) != needed) return false;
        }
        return true;
    }

    /// <summary>What the words of a phrase ask of a text's words.</summary>
    /// <param name="loose">From how many letters on a word in capitals may also be written with one.</param>
    public static uint CapitalsOf(IReadOnlyList<GazetteerWord> phrase, int loose)
    {
        var capitals = 0u;
        for (var i = 0; i < phrase.Count && i < 16; i++)
        {
            var needed = phrase[i].Case & (GazetteerCase.Initial | GazetteerCase.Upper);
            if (phrase[i].End - phrase[i].Start >= loose) needed &= GazetteerCase.Initial;
            capitals |= (uint)needed << (2 * i);
        }
        return capitals;
    }
}

/// <summary>A phrase found in a text.</summary>
internal readonly record struct GazetteerHit(int First, int Count, GazetteerEntry Entry)
{
    public int After => First + Count;
}
