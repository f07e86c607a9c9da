namespace PledgeMiner.Tagging;

/// <summary>The words around a name that tell what it stands for.</summary>
internal static class ActorCues
{
    public static IEnumerable<string> Words =>
        ("in at near to from around outside across inside into via toward towards visiting visit visited left reached of s the a an and by with for on mr mrs ms dr sir lord lady dame general gen " +
        "presidents premiers chancellors ministers leaders republican democrat conservative labour congressman senators secretaries kings " +
        "eastern western central northern southern continental throughout within mainland europe business trading trade implementing private commercial political " +
        "admiral adm col colonel capt senator sen then former ex late deputy vice acting interim new outgoing incoming current caretaker assistant under shadow his her their its our my your").Split(' ');

    /// <summary>A capital after one of these is a place: "talks in Berlin".</summary>
    public static bool LeadsToPlace(string word) => word is "in" or "at" or "near" or "to" or "from" or "around" or "outside" or "across" or "inside" or "into" or "via"
        or "toward" or "towards" or "visiting" or "visit" or "visited" or "left" or "reached";

    public static bool IsCivility(string word) => word is "mr" or "mrs" or "ms" or "dr" or "sir" or "lord" or "lady" or "dame" or "general" or "gen" or "admiral" or "adm" or "col" or "colonel" or "capt";

    /// <summary>Who no longer or not quite holds an office.</summary>
    public static bool UnmakesHolder(string word) => word is "former" or "ex" or "then" or "late" or "deputy" or "vice" or "acting" or "interim" or "assistant" or "under" or "shadow" or "incoming";

    /// <summary>What may stand between a state and an office without changing who is meant.</summary>
    public static bool MayStandBetween(string word) => word is "new" or "outgoing" or "current" or "caretaker" || UnmakesHolder(word);
}
