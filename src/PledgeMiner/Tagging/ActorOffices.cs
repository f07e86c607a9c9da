namespace PledgeMiner.Tagging;

/// <summary>Which titles mean the same office, and whose office a title means where no state is named.</summary>
internal static class ActorOffices
{
    /// <summary>The office under which a bare title finds its last holder.</summary>
    public static string Class(string office) => office switch
    {
        "president-executive" => "president",
        "monarch" => "head-of-state",
        _ => office,
    };

    public static bool Same(string office, string title) =>
        Class(office) == Class(title) || (title == "leader" && Class(office) is "president" or "prime-minister") || (title == "minister" && office.EndsWith("minister", StringComparison.Ordinal));

    /// <summary>The only actor that has such an office, or null.</summary>
    public static string? OwnerOf(string title, ActorMemory memory) => title switch
    {
        "high-representative" => "EU",
        "saceur" => "NATO",
        "secretary-general" => memory.HasSeen("NATO") ? "NATO" : memory.HasSeen("UN") ? "UN" : null,
        _ => null,
    };
}
