namespace PledgeMiner.Detecting;

/// <summary>Says how many of what a deed gives, takes away or asks for: things, people and measures alike, by the last word of their noun.</summary>
internal sealed class QuantityFinder
{
    /// <summary>What is counted without being given: those who act, times, shares, parts of texts and of meetings.</summary>
    private static readonly HashSet<string> NotGiven =
    [
        .. "country nation state ally partner government participant signatory capital leader party side minister year month week day hour minute night decade century time occasion percent cent percentage point quarter half third fifth share".Split(' '),
        .. "article paragraph section chapter clause resolution page step phase stage pillar option question reason way thing word vote goal condition kilometre km mile metre front sea city town village euro dollar pound crown yen zloty january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday peso ruble rouble hryvnia shekel rupee".Split(' '),
        .. "round-table speaker journalist reader candidate star season meter mm degree age anniversary lawmaker senator war side scenario priority area sentence line other door president customer job matter type tranche ministry sign co-sponsor kilometer out chair agency exercise date port sort republic treaty tenth welcome official diplomat aide source head coup bill law industry ground grounds applicant mate company explosion blow p.m. a.m. bn trillion gdp border attack strike member sponsor colleague attendee leg one act deputy nation firm producer money deal accord pact navy text paper count injury travel hear guarantor claim winter summer spring autumn military chief draft proposal verbale part track objective memorandum profit democracy class".Split(' '),
    ];

    /// <summary>Who is sanctioned, where a sentence tells of that; elsewhere they act.</summary>
    private static readonly HashSet<string> Businesses = ["company", "firm", "producer", "subsidiary", "bank", "official", "member"];

    /// <summary>What names a thing by a number: "Role 2 hospital", "Nord Stream 2".</summary>
    private static readonly HashSet<string> Numbered = [.. "role lot mk mark type annex article resolution paragraph no no. section § regulation stream phase block track point law decree level".Split(' ')];

    private static bool IsNumbered(SentenceView view, int i) => Numbered.Contains(view.Word(i)) && view.Pos(i) != PartOfSpeech.Verb || view.Pos(i) == PartOfSpeech.Noun && Numbered.Contains(view.Lemma(i));

    /// <summary>What was counted last, for "another four hundred" and "26 of them".</summary>
    private string? _unit;

    private bool _counted;
    private SentenceView? _previous;

    /// <summary>The last sentence that named arms or people, for documents that have counted nothing yet.</summary>
    private SentenceView? _mentioned;

    /// <summary>Whatever is counted, doubtful or not.</summary>
    public List<Candidate<Measure>> Find(SentenceView view)
    {
        List<Candidate<Measure>> found = [];
        var before = new Counted(_unit, false, _counted, _previous, _unit is null ? _mentioned : null);
        for (var i = 0; i < view.Count; i++)
        {
            if (CountAt(view, i, before) is not { } count) continue;
            var given = IsGiven(count.Unit) || before.Here && count.Unit == before.Unit || HeadNoun.IsOfForces(view, count.End) || Businesses.Contains(count.Unit) && (IsOnSanctions(view) || IsOfArmy(view, count.End));
            var beside = CountBackground.Is(view, i, count.End);
            found.Add(new(new(count.Value, count.Unit), view.SpanOf(i, count.End), (given ? Doubt.None : Doubt.NotGiven) | (beside ? Doubt.Beside : Doubt.None)));
            if (!given) continue;
            before = before with { Unit = count.Unit, Here = true };
            i = count.End - 1;
        }
        (_unit, _counted, _previous) = (before.Unit, before.Here, view);
        _mentioned = _unit is not null ? null : HeadNoun.LastNamed(view) is null ? _mentioned : view;
        return found;
    }

    /// <summary>"two commando companies", "20,000 service members"</summary>
    private static bool IsOfArmy(SentenceView view, int end) =>
        view.Word(end - 2) is "service" or "engineer" or "engineering" or "infantry" or "tank" or "rifle" or "armoured" or "armored" or "mechanised" or "mechanized" or "commando" or "ranger" or "parachute" or "airborne" or "mortar" or "guard" or "signals" or "transport";

    private static bool IsOnSanctions(SentenceView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Lemma(i) is "sanction" or "sanctions" or "designate" or "designation" or "blacklist" or "block" || view.Lemma(i) == "list" && view.Pos(i) == PartOfSpeech.Verb || view.Word(i) == "list" && view.Word(i - 1) == "the") return true;
        }
        return false;
    }

    public static (decimal Value, string Unit, int End)? CountAt(SentenceView view, int i, Counted before)
    {
        if (view.Word(i) == "one" && (view.Word(i - 1) == "not" || view.Word(i - 1) == "of" && view.Word(i - 2) == "words")) return null;
        if (view.EntityAt(i) is { } entity)
        {
            // The tagger's own reading, where it knows the noun.
            if (entity.Measure is { } measure) return view.IndexOf(entity.Span.Start) == i && !IsListNumber(view, i) && !IsNumbered(view, i - 1) && !IsCalibre(view, i) ? (measure.Number, HeadNoun.Measured(view, view.IndexOf(entity.Span.End), HeadNoun.LastWord(measure.Unit.ToLowerInvariant())), view.IndexOf(entity.Span.End)) : null;
            if (entity.Kind is EntityKind.Money or EntityKind.Date or EntityKind.Equipment) return null;
        }
        if (CountReader.At(view, i) is not { } count || !IsNumberOfThings(view, i, count.End)) return null;
        var end = count.End;
        // "a battalion 1,090 strong"
        if (view.Word(end) == "strong") return (count.Value / 1.0000m, "troop", end);
        // "a 4,000-strong brigade"
        if (view.Word(end) == "-" && view.Word(end + 1) == "strong") return (count.Value / 1.0000m, "soldier", end + 2);
        var unit = HeadNoun.UnitAfter(view, ref end) ?? HeadNoun.UnitBefore(view, i) ?? HeadNoun.Shared(view, end, before) ?? HeadNoun.Understood(view, i, end, before);
        return unit is { Length: > 1 } ? (count.Value / 1.0000m, unit, Math.Max(end, i + 1)) : null;
    }

    /// <summary>Things and people; no deeds of mind and paper, whose names end alike: "agreement", "condition".</summary>
    public static bool IsGiven(string unit) =>
        !NotGiven.Contains(unit) && !(unit.EndsWith("ment", StringComparison.Ordinal) && unit is not ("shipment" or "consignment" or "detachment" or "regiment" or "instalment" or "installment" or "garment") || unit.EndsWith("ity", StringComparison.Ordinal) && unit is not ("entity" or "facility" or "activity") || unit.EndsWith("ence", StringComparison.Ordinal) || unit.EndsWith("ance", StringComparison.Ordinal) && unit != "ambulance"
            || unit.EndsWith("ion", StringComparison.Ordinal) && unit is not ("ration" or "organisation" or "organization" or "station" or "substation" or "munition" or "battalion" or "division" or "contribution" or "mission"));

    /// <summary>"2.4 Eight packages": the number of an item.</summary>
    private static bool IsListNumber(SentenceView view, int i) => i == 0 && (view.Word(0).Contains('.') || view.Word(1) is "." or ")" or "bis" or "ter");

    /// <summary>No list's number, year, part of a name, rank or price.</summary>
    private static bool IsNumberOfThings(SentenceView view, int first, int end)
    {
        if (IsListNumber(view, first) || view.Word(end) is "-" && !(view.Word(end + 1) == "odd" || view.Word(end + 1) == "strong" && view.Word(end + 2) is "army" or "force" or "brigade" or "battalion" or "battlegroup" or "contingent" or "mission" or "deployment" or "garrison" or "corps") || first > 0 && !(first == 1 && IsListNumber(view, 0)) && view.Word(first - 1) is not (":" or "\"" or "“" or "." or "-" or "–" or "—" or ";") && char.IsUpper(view.Text[view.Tokens[first].Start]) || view.Word(end) is "p.m." or "a.m." || view.Word(first - 1) is "/" or "$" or "€" or "£" || view.Word(first - 1) == "-" && view.Tokens[first - 1].End == view.Tokens[first].Start || IsNumbered(view, first - 1) || view.Word(first - 1) is "to" or "and" && IsNumbered(view, first - 3) || view.Word(first - 1) is "of" && view.EntityAt(first - 2)?.Kind == EntityKind.Quantity && view.Word(first) != "a") return false;
        // "at quarter to three"
        if (view.Word(first - 1) is "to" or "past" && view.Word(first - 2) is "quarter" or "half" or "minutes") return false;
        if (view.Word(first - 1) is "(" && view.Word(end) == ")" || view.Word(end) is "%" or "percent" or "per" or "mm" or "bn" or "billion" or "/" || view.Word(end) == "-" && view.Word(end + 1) is "mm" or "year" or "day" or "month" or "point" or "hour") return false;
        // "in 2024 soldiers", "over 2025 to 2027"
        if (view.Word(first).Length == 4 && view.Word(first)[0] is '1' or '2' && char.IsAsciiDigit(view.Word(first)[1]) && view.Word(first - 1) is "in" or "since" or "by" or "until" or "from" or "of" || view.Word(first) is ['2', '0', _, _] && view.Word(first - 1) == "over") return false;
        // "one of the two systems" is one, "one of the reasons" none.
        if (view.Word(first) == "one" && view.Word(end) == "of" && view.Word(end + 1) is "the" or "its" or "their" or "our" && CountReader.At(view, end + 2) is not null) return true;
        // "one of its Patriot systems"
        if (view.Word(first) == "one" && view.Word(end) == "of" && view.Word(end + 1) is "its" or "their" or "our") return true;
        return !(view.Word(first) == "one" && (view.Word(end) is "of" or "day" or "another" || view.Pos(end) is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Punct or PartOfSpeech.Adp));
    }

    /// <summary>"155-millimetre rounds"</summary>
    private static bool IsCalibre(SentenceView view, int i) => view.Word(i + 1) == "-" && view.Word(i + 2) is "mm" or "millimetre" or "millimeter" or "inch" or "pound" || view.Word(i + 1) is "mm" or "millimetre" or "millimeter";
}
