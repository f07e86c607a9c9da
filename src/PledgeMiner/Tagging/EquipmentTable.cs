using static PledgeMiner.Tagging.GazetteerTable;

namespace PledgeMiner.Tagging;

/// <summary>Weapon systems and equipment with the instrument each belongs to.</summary>
internal static class EquipmentTable
{
    public static IEnumerable<(string Phrase, GazetteerEntry Entry)> Entries()
    {
        foreach (var row in Rows("equipment.tsv", 4))
        {
            if (!Labels.TryParse<Instrument>(row[0], out var instrument))
                throw new InvalidDataException($"actors/equipment.tsv: no instrument \"{row[0]}\"");
            foreach (var name in Split(row[3]).Prepend(row[2]))
            {
                var entry = new GazetteerEntry(GazetteerRole.Equipment, "", row[2]) { Instrument = instrument, Noun = row[1] == "noun", Unit = name };
                yield return (name, entry);
                if (Plural(name) is { } plural) yield return (plural, entry);
            }
        }
    }

    /// <summary>"F-16s", "Leopards", "batteries"; null for a name that is already plural or takes none.</summary>
    public static string? Plural(string name) => name[^1] switch
    {
        's' or 'x' or 'z' => name.EndsWith("ss", StringComparison.Ordinal) ? name + "es" : null,
        'y' when name[^2] is not ('a' or 'e' or 'o' or 'u') => name[..^1] + "ies",
        'h' when name.EndsWith("ch", StringComparison.Ordinal) || name.EndsWith("sh", StringComparison.Ordinal) => name + "es",
        _ => name + "s",
    };
}
