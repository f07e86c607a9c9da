using static PledgeMiner.Tagging.GazetteerTable;

namespace PledgeMiner.Tagging;

/// <summary>Turns the data files into phrases.</summary>
internal static class GazetteerSource
{
    /// <summary>Each phrase with what it stands for; of two that are written alike the earlier wins.</summary>
    public static IEnumerable<(string Phrase, GazetteerEntry Entry)> Entries(ActorDirectory directory) =>
        Blocks().Concat(States()).Concat(Organisations()).Concat(Offices()).Concat(directory.Entries()).Concat(EquipmentTable.Entries());

    private static IEnumerable<(string, GazetteerEntry)> Blocks() =>
        from row in Rows("blocks.tsv", 1)
        select (row[0], new GazetteerEntry(GazetteerRole.Block, "", row[0]));

    private static IEnumerable<(string, GazetteerEntry)> States()
    {
        foreach (var row in Rows("states.tsv", 5))
        {
            var (code, names) = (row[0], Split(row[1]));
            foreach (var name in names) yield return (name, new(GazetteerRole.State, code, names[0]));
            foreach (var demonym in Split(row[2]))
            {
                var entry = new GazetteerEntry(GazetteerRole.Demonym, code, names[0]);
                yield return (demonym, entry);
                if (TakesPlural(demonym)) yield return (demonym + "s", entry);
            }
            foreach (var capital in Split(row[3])) yield return (capital, new(GazetteerRole.Capital, code, names[0]));
            foreach (var metonym in Split(row[4])) yield return (metonym, new(GazetteerRole.Metonym, code, names[0]));
        }
    }

    private static bool TakesPlural(string demonym) =>
        !demonym.EndsWith("ese", StringComparison.Ordinal) && !demonym.EndsWith("men", StringComparison.Ordinal) && demonym[^1] is not ('h' or 's' or 'z' or 'x' or '.');

    private static IEnumerable<(string, GazetteerEntry)> Organisations()
    {
        foreach (var row in Rows("organisations.tsv", 5))
        {
            var role = row[1] == "group" ? GazetteerRole.Group : GazetteerRole.Organisation;
            foreach (var name in Split(row[3])) yield return (name, new(role, row[0], row[2]));
            foreach (var name in Split(row[4])) yield return (name, new(role, row[0], row[2]) { Plain = false });
        }
    }

    private static IEnumerable<(string, GazetteerEntry)> Offices() =>
        from row in Rows("offices.tsv", 4)
        from phrase in Split(row[3])
        select (phrase, new GazetteerEntry(GazetteerRole.Office, row[1], row[0]) { Owner = row[2].Length == 0 ? null : row[2] });
}
