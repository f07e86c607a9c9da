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

    /// <summary>What the "chief" of an organisation, or the "top diplomat" of the Union, is called there.</summary>
    public static string Of(string code, string title) => title == "foreign-minister" && code == "EU" ? "high-representative" : title != "chief" ? title : code switch
    {
        "NATO" or "UN" or "OSCE" => "secretary-general",
        "EU" => "commission-president",
        "IMF" => "managing-director",
        "WB" => "president",
        _ => title,
    };

    /// <summary>Whose office a title is where neither state nor holder were named, or null.</summary>
    public static string? OwnerOf(GazetteerEntry office, ActorMemory memory) => office.Owner
        ?? (office.Code != "secretary-general" ? null : memory.Names("NATO") ? "NATO" : memory.Names("UN") ? "UN" : null);
}
