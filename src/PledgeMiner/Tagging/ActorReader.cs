namespace PledgeMiner.Tagging;

/// <summary>Resolves the gazetteer's phrases of a sentence into actors, with the document's date and what it told before.</summary>
internal sealed partial class ActorReader(ActorDirectory directory, ActorMemory memory, int first, int end)
{
    private readonly List<GazetteerHit> _hits = memory.SentenceHits;
    private readonly List<Entity> _found = memory.Found;
    private readonly GazetteerText _text = memory.Text;

    /// <summary>The word up to which names were read: a surname within one is not read again.</summary>
    private int _done;

    public void Read()
    {
        for (var k = 0; k < _hits.Count; k++)
        {
            var hit = _hits[k];
            if (hit.First < _done) continue;
            switch (hit.Entry.Role)
            {
                case GazetteerRole.State or GazetteerRole.Demonym or GazetteerRole.Metonym or GazetteerRole.Organisation or GazetteerRole.Capital or GazetteerRole.Group:
                    k = ReadActor(k);
                    break;
                case GazetteerRole.Office:
                    k = ReadOffice(k);
                    break;
                case GazetteerRole.Person:
                    Person(hit, hit.Entry.Persons[0]);
                    break;
                case GazetteerRole.Surname:
                    Surname(hit);
                    break;
                case GazetteerRole.Equipment:
                    _found.Add(new(Span(hit.First, hit.After), EntityKind.Equipment) { Name = hit.Entry.Name, Instrument = hit.Entry.Instrument });
                    break;
            }
        }
    }

    /// <summary>A state or organisation, alone or with an office behind it ("the French president", "NATO's secretary-general").</summary>
    private int ReadActor(int k)
    {
        var hit = _hits[k];
        if (!hit.Entry.Plain && !memory.Names(hit.Entry.Code)) return k;
        if (IsOther(hit) || IsOfAnother(k)) return k;
        var code = hit.Entry.Code;
        if (code == "EUROPE" && hit.Count == 1 && IsContinent(hit))
        {
            _found.Add(new(Span(hit.First, hit.After), EntityKind.Location));
            return k;
        }
        if (OfficeBehind(k, out var unmade) is { } office)
        {
            var title = ActorOffices.Of(code, office.Entry.Code);
            if (ReadNamed(k + 1, code, title))
            {
                Emit(hit);
                return k + 2;
            }
            if (UnknownName(office.After, out var after))
            {
                Emit(hit);
                Unknown(office.After, after, code, title);
                return k + 1;
            }
            Titled(hit.First, office.After, code, title, unmade || UnmadeBefore(hit.First));
            return k + 1;
        }
        Emit(hit);
        return k;
    }

    /// <summary>"the French Senate", "the Senate of Poland": institutions that several states have.</summary>
    private bool IsOfAnother(int k)
    {
        var hit = _hits[k];
        if (hit.Entry.Role != GazetteerRole.Metonym) return false;
        if (k > 0 && _hits[k - 1] is { Entry.Role: GazetteerRole.State or GazetteerRole.Demonym } before && before.After == hit.First && _text.Joined(hit.First)) return before.Entry.Code != hit.Entry.Code;
        return k + 1 < _hits.Count && _hits[k + 1] is { Entry.Role: GazetteerRole.State } behind && behind.Entry.Code != hit.Entry.Code && behind.First == hit.After + 1 && _text[hit.After] == "of";
    }

    private GazetteerHit? OfficeBehind(int k, out bool unmade)
    {
        unmade = false;
        if (k + 1 >= _hits.Count || _hits[k + 1].Entry.Role != GazetteerRole.Office) return null;
        var at = _hits[k].After;
        if (_text[at] == "s" && _text.Words[at].Gap == GazetteerGap.Apostrophe) at++;
        while (at < _hits[k + 1].First && _text.Joined(at) && ActorCues.MayStandBetween(_text[at]))
        {
            unmade |= ActorCues.UnmakesHolder(_text[at]);
            at++;
        }
        return at == _hits[k + 1].First && (_text.Joined(at) || _text.Words[at].Gap is GazetteerGap.DotSpace) ? _hits[k + 1] : null;
    }

    /// <summary>An office without a state before it: "the president", "President Macron", "the president of France".</summary>
    private int ReadOffice(int k)
    {
        var office = _hits[k];
        var title = office.Entry.Code;
        if (ReadNamed(k, null, title)) return k + 1;
        var unmade = UnmadeBefore(office.First);
        var at = office.After;
        if (at + 1 < end && _text[at] is "of" or "for")
        {
            at++;
            if (_text[at] == "the") at++;
            if (k + 1 < _hits.Count && _hits[k + 1].First == at && _hits[k + 1].Entry is { Role: GazetteerRole.State or GazetteerRole.Organisation } of)
            {
                title = ActorOffices.Of(of.Code, title);
                if (ReadNamed(k + 1, of.Code, title))
                {
                    Emit(_hits[k + 1]);
                    return k + 2;
                }
                Titled(office.First, _hits[k + 1].After, of.Code, title, unmade);
                return k + 1;
            }
            return k;
        }
        var definite = office.First > first && _text[office.First - 1] == "the";
        if (definite && HitAt(at) is { Entry.Role: GazetteerRole.Person } named && named.First == at && at < end && _text.Words[at].Gap == GazetteerGap.Comma
            && named.Entry.Persons[0] is var person && person.TermAt(memory.Published) is var term && ActorOffices.Same(term.Office, title))
        {
            // "the president, Zuzana Caputova"
            Add(office.First - 1, office.After, new(term.Code, person.Name));
        }
        else if (definite && !unmade && memory.ByOffice(title) is { } known) Add(office.First - 1, office.After, known);
        else if (ActorOffices.OwnerOf(office.Entry, memory) is { } owner) Titled(office.First, office.After, owner, title, unmade);
        return k;
    }

    private bool IsHit(int word) => HitAt(word) is { } hit && !IsOther(hit);

    private bool IsOther(GazetteerHit hit) => ActorAmbiguity.IsOther(memory, hit, first, end);

    private GazetteerHit? HitAt(int word) => GazetteerHits.At(_hits, word);

    private bool UnmadeBefore(int word) => word > first && ActorCues.UnmakesHolder(_text[word - 1]);

    private void Emit(GazetteerHit hit)
    {
        var kind = hit.Entry.Role switch
        {
            GazetteerRole.Organisation => EntityKind.Organisation,
            GazetteerRole.Group => EntityKind.Group,
            GazetteerRole.Capital when IsPlace(hit) => EntityKind.Location,
            _ => EntityKind.State,
        };
        // Brussels is a Belgian city, but who speaks there is the Union.
        var union = hit.Entry is { Role: GazetteerRole.Capital, Code: "BEL" } && kind == EntityKind.State;
        _found.Add(new(Span(hit.First, hit.After), kind) { Code = union ? "EU" : hit.Entry.Code, Name = union ? "European Union" : hit.Entry.Name });
    }

    /// <summary>"in Berlin", or the place line of a report ("BERLIN, 4 May").</summary>
    private bool IsPlace(GazetteerHit hit) => hit.First > first
        ? ActorCues.LeadsToPlace(_text[hit.First - 1])
        : (_text.Words[hit.First].Case & GazetteerCase.Upper) != 0;

    /// <summary>"war in Europe", "Eastern Europe": the continent, who does nothing.</summary>
    private bool IsContinent(GazetteerHit hit) => _text[hit.First] == "europe" && hit.First > first
        && (ActorCues.LeadsToPlace(_text[hit.First - 1]) || _text[hit.First - 1] is "eastern" or "western" or "central" or "northern" or "southern" or "continental" or "throughout" or "within" or "of" or "mainland");

    /// <summary>The words' span, with the last full stop of an abbreviation such as "U.S.".</summary>
    private TextSpan Span(int from, int after)
    {
        var span = _text.Span(from, after);
        var dotted = after - from > 1 && _text.Words[after - 1].Gap is GazetteerGap.Dot && span.End < _text.Text.Length && _text.Text[span.End] == '.';
        return dotted ? span with { End = span.End + 1 } : span;
    }
}
