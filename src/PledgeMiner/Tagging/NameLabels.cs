namespace PledgeMiner.Tagging;

/// <summary>The labels of the name model: outside, or begin, inside, end or single of a person, organisation or location.</summary>
internal static class NameLabels
{
    public const int Count = 13, Outside = 0, Begin = 0, Inside = 1, End = 2, Single = 3;

    private static readonly string[] Kinds = ["PER", "ORG", "LOC"];

    private static readonly EntityKind[] Entities = [EntityKind.Person, EntityKind.Organisation, EntityKind.Location];

    public static int Of(int kind, int part) => 1 + (kind * 4) + part;

    public static int KindOf(int label) => (label - 1) / 4;

    public static int PartOf(int label) => (label - 1) % 4;

    public static EntityKind EntityOf(int label) => Entities[KindOf(label)];

    public static int KindOf(string code) => Array.IndexOf(Kinds, code);

    public static string CodeOf(EntityKind kind) => Kinds[Array.IndexOf(Entities, kind)];

    public static bool Opens(int label) => label != Outside && PartOf(label) is Begin or Single;

    public static bool Closes(int label) => label != Outside && PartOf(label) is End or Single;

    /// <summary>Whether the second label may follow the first; <see cref="Outside"/> stands for the ends of the sentence too.</summary>
    public static bool MayFollow(int first, int second)
    {
        var open = first != Outside && PartOf(first) is Begin or Inside;
        var goesOn = second != Outside && PartOf(second) is Inside or End;
        return open == goesOn && (!open || KindOf(first) == KindOf(second));
    }
}
