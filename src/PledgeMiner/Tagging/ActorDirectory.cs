using System.Globalization;
using static PledgeMiner.Tagging.GazetteerTable;

namespace PledgeMiner.Tagging;

/// <summary>Who held which office when.</summary>
internal sealed class ActorDirectory
{
    private readonly Dictionary<string, ActorPerson> _persons = [];
    private readonly Dictionary<(string Code, string Office), List<ActorPerson>> _holders = [];
    private readonly Dictionary<string, (string Phrase, List<ActorPerson> Bearers, bool Plain)> _surnames = [];
    private readonly Dictionary<string, HashSet<string>> _aliases = [];

    public static ActorDirectory Load()
    {
        var directory = new ActorDirectory();
        foreach (var row in Rows("people.tsv", 6)) directory.Add(row);
        return directory;
    }

    /// <summary>The name of who held an office at a date, or null. Without a date, who holds it last.</summary>
    public ActorPerson? Holder(string code, string office, DateOnly? date)
    {
        if (office == "leader") return Holder(code, "president-executive", date) ?? Holder(code, "prime-minister", date);
        if (office == "president" && Holder(code, "president-executive", date) is { } executive) return executive;
        if (office == "head-of-state") return Holder(code, "monarch", date) ?? Holder(code, "president", date);
        if (!_holders.TryGetValue((code, office), out var holders)) return null;
        ActorPerson? latest = null;
        DateOnly begin = default;
        foreach (var person in holders)
        {
            foreach (var term in person.Terms)
            {
                if (term.Code != code || term.Office != office || !term.Covers(date ?? DateOnly.MaxValue) || term.From < begin) continue;
                (latest, begin) = (person, term.From);
            }
        }
        return latest;
    }

    /// <summary>Full names and surnames as phrases. A surname that several share is one phrase with all its bearers.</summary>
    public IEnumerable<(string Phrase, GazetteerEntry Entry)> Entries()
    {
        foreach (var (name, person) in _persons)
        {
            var entry = new GazetteerEntry(GazetteerRole.Person, "", name) { Persons = [person] };
            yield return (name, entry);
            foreach (var alias in _aliases[name]) yield return (alias, entry);
        }
        foreach (var (surname, bearers, plain) in _surnames.Values)
            yield return (surname, new(GazetteerRole.Surname, "", surname) { Persons = bearers, Plain = plain });
    }

    /// <summary>Columns: code, office, name, aliases, from, to. An alias of one word is a surname that needs no introduction.</summary>
    private void Add(string[] row)
    {
        var name = row[2];
        if (!_persons.TryGetValue(name, out var person))
        {
            _persons.Add(name, person = new(name));
            _aliases.Add(name, []);
            if (name.LastIndexOf(' ') is > 0 and var space) AddSurname(name[(space + 1)..], person, plain: false);
        }
        var term = new ActorTerm(row[0], row[1], Day(row[4], first: true), row[5].Length == 0 ? null : Day(row[5], first: false));
        person.Add(term);
        if (!_holders.TryGetValue((term.Code, term.Office), out var holders)) _holders.Add((term.Code, term.Office), holders = []);
        if (!holders.Contains(person)) holders.Add(person);
        foreach (var alias in Split(row[3]))
        {
            if (alias[0] == '~') AddSurname(alias[1..], person, plain: false);
            else if (alias.Contains(' ')) _aliases[name].Add(alias);
            else AddSurname(alias, person, plain: true);
        }
    }

    private void AddSurname(string surname, ActorPerson person, bool plain)
    {
        var key = GazetteerFold.Text(surname);
        var (phrase, bearers, known) = _surnames.GetValueOrDefault(key, (surname, [], false));
        if (!bearers.Contains(person)) bearers.Add(person);
        _surnames[key] = (phrase, bearers, known || plain);
    }

    /// <summary>"2017-05-14", "2017-05" or "2017".</summary>
    public static DateOnly Day(string text, bool first)
    {
        if (text.Length == 10) return DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var year = int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var month = text.Length == 7 ? int.Parse(text.AsSpan(5), CultureInfo.InvariantCulture) : first ? 1 : 12;
        return new(year, month, first ? 1 : DateTime.DaysInMonth(year, month));
    }
}
