using System.Globalization;
using System.Reflection;

namespace PledgeMiner.Tests.Tagging;

/// <summary>The tables of corpora/actors hold together.</summary>
public class ActorTablesTests
{
    private static readonly string[] Groups = ["EU", "NATO", "UN", "OSCE", "G7", "IMF", "WB", "JEF", "NB8", "COW", "RAMSTEIN", "EUROPE", "ALLIES", "OTHER"];

    private static readonly HashSet<string> States = [.. Rows("states.tsv").Select(x => x[0])];

    [Fact]
    public void Every_state_is_there_once()
    {
        Assert.Equal(197, Rows("states.tsv").Count);
        Assert.Equal(197, States.Count);
        Assert.All(States, code => Assert.Matches("^[A-Z]{3}$", code));
    }

    [Fact]
    public void Every_organisation_has_a_code_of_the_guidelines() =>
        Assert.All(Rows("organisations.tsv"), row => Assert.Contains(row[0], Groups));

    [Fact]
    public void Every_term_is_of_an_actor_and_ends_after_it_began() =>
        Assert.All(Rows("people.tsv"), row =>
        {
            Assert.True(States.Contains(row[0]) || Groups.Contains(row[0]), row[0]);
            Assert.True(row[5].Length == 0 || string.CompareOrdinal(row[4], row[5]) < 0, string.Join(' ', row));
            Assert.All(row[4..].Where(x => x.Length > 0), day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        });

    [Fact]
    public void No_two_hold_a_state_s_first_offices_at_once()
    {
        string[] single = ["president-executive", "president", "prime-minister", "foreign-minister", "defence-minister"];
        foreach (var office in Rows("people.tsv").Where(x => single.Contains(x[1])).GroupBy(x => (x[0], x[1])))
        {
            var terms = office.OrderBy(x => x[4], StringComparer.Ordinal).ToList();
            for (var i = 1; i < terms.Count; i++)
                Assert.True(terms[i - 1][5].Length > 0 && string.CompareOrdinal(terms[i - 1][5], terms[i][4]) <= 0, $"{terms[i - 1][2]} and {terms[i][2]}");
        }
    }

    [Fact]
    public void Every_membership_is_of_a_state() =>
        Assert.All(Rows("memberships.tsv"), row => Assert.Contains(row[1], States));

    [Fact]
    public void Every_piece_of_equipment_belongs_to_an_instrument() =>
        Assert.All(Rows("equipment.tsv"), row => Assert.True(Labels.TryParse<Instrument>(row[0], out _) && row[1] is "system" or "noun", row[2]));

    private static List<string[]> Rows(string file)
    {
        var root = typeof(ActorTablesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "RepositoryRoot").Value!;
        return [.. File.ReadLines(Path.Combine(root, "corpora", "actors", file)).Where(x => x.Length > 0 && x[0] != '#').Select(x => x.Split('\t'))];
    }
}
