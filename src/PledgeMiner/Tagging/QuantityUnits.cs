namespace PledgeMiner.Tagging;

/// <summary>What is counted: each noun's own singular is its unit ("troops" are troop, "soldiers" soldier), so that nothing is guessed.</summary>
internal static class QuantityUnits
{
    private const string Countable =
        "troop soldier serviceman servicewoman servicemember recruit cadet officer marine sailor pilot airman trainer instructor trainee reservist conscript volunteer veteran fighter " +
        "peacekeeper observer monitor inspector adviser advisor expert specialist engineer sapper technician medic doctor nurse mechanic guard gunner paratrooper " +
        "police policeman person civilian prisoner refugee child household family national citizen patient worker employee student mercenary " +
        "brigade battalion regiment division platoon squadron corps battlegroup unit crew team contingent army flotilla wing detachment " +
        "battery system launcher missile interceptor rocket shell round projectile munition bullet cartridge grenade mine torpedo bomb warhead charge mortar gun cannon " +
        "rifle pistol howitzer radar sensor jammer tank vehicle truck lorry car bus ambulance tractor trailer bulldozer excavator transporter carrier hauler tanker " +
        "helicopter jet plane aircraft airplane airframe fighter bomber drone uav uas ugv quadcopter unmanned satellite balloon terminal receiver radio phone laptop camera " +
        "ship vessel boat frigate corvette minehunter minesweeper destroyer submarine warship ferry barge cutter ferry craft hovercraft launch " +
        "helmet vest uniform jacket boot blanket tent sleeping bag kit set goggle binocular device item piece part component engine barrel turret simulator scope sight " +
        "generator transformer turbine boiler battery panel substation pump heater charger plant unit module converter inverter " +
        "hospital school shelter bridge house home apartment hub base centre center facility laboratory factory workshop depot warehouse clinic station port airfield runway line site range " +
        "tonne ton kilogram kilogramme kg litre liter barrel kilometre kilometer km metre meter mile hectare gigawatt megawatt kilowatt mw gw kw container pallet truckload shipment convoy wagon train " +
        "package tranche instalment installment project programme program course licence license ship vehicle " +
        "sortie flight patrol exercise mission attack strike dose vaccine box load spare prosthesis tourniquet bed crate bundle " +
        "howitzer obus carrier robot demolisher machine breaker crane forklift loader trailer pontoon ferry exoskeleton detector dog mask respirator suit" +
        " company bank entity listing planner verifier gendarme investigator consignment shipment planeload rotation truce infantryman" +
        " minelayer gunship trainer jet ifv apc mrap manpads uniform weapon firearm";

    private static readonly Dictionary<string, string> ByWord = Fill();

    public static IEnumerable<string> Words => ByWord.Keys;

    /// <summary>Words that a counted noun phrase does not go past.</summary>
    public static IEnumerable<string> Stops =>
    [
        "of", "the", "and", "or", "to", "in", "on", "at", "by", "for", "from", "with", "as", "is", "are", "was", "were", "will", "would", "has", "have", "had", "that",
        "which", "who", "this", "its", "his", "their", "but", "than", "after", "before", "since", "until", "into", "not", "be", "been", "per", "a", "an", "said", "says", "under", "over", "during", "shall", "may", "can", "could", "should", "must", "did", "does",
    ];

    /// <summary>The unit of a counted noun, or null.</summary>
    public static string? Of(string word) => ByWord.GetValueOrDefault(word);

    /// <summary>A plural, or a noun without one: "14 tank crews" counts crews.</summary>
    public static bool IsPlural(string word) => ByWord.TryGetValue(word, out var unit) && (unit != word || IsInvariant(word));

    private static bool IsInvariant(string word) => word is "aircraft" or "personnel" or "corps" or "craft" or "hovercraft" or "police" or "kg" or "km" or "mw" or "gw" or "kw" or "staff" or "uas" or "manpads";

    private static Dictionary<string, string> Fill()
    {
        var units = new Dictionary<string, string>();
        foreach (var noun in Countable.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            units[noun] = noun;
            if (!IsInvariant(noun) && EquipmentTable.Plural(noun) is { } plural) units[plural] = noun;
        }
        foreach (var (plural, singular) in new[]
        {
            ("people", "person"), ("men", "man"), ("women", "woman"), ("children", "child"), ("servicemen", "serviceman"), ("servicewomen", "servicewoman"), ("personnel", "personnel"), ("staff", "staff"),
            ("policemen", "policeman"), ("airmen", "airman"), ("infantrymen", "infantryman"), ("buses", "bus"), ("boxes", "box"), ("prostheses", "prosthesis"), ("tonnes", "tonne"), ("tons", "ton"), ("megawatts", "megawatt"), ("mines", "mine"),
        })
        {
            units[plural] = singular;
        }
        return units;
    }
}
