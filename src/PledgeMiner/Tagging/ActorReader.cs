namespace PledgeMiner.Tagging;

/// <summary>Resolves the gazetteer's phrases of a sentence into actors, with the document's date and what it told before.</summary>
internal sealed class ActorReader(ActorDirectory directory, ActorMemory memory, int first, int end)
{
    private readonly List<GazetteerHit> _hits = memory.SentenceHits;
    private readonly List<Entity> _found = memory.Found;
    private readonly GazetteerText _text = memory.Text;

    /// <summary>As many phrases to either side tell which state is spoken of: a sentence of news names fewer.</summary>
    private const int Near = 16;

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
                    Person(hit, hit.Entry.Persons[0], null);
                    break;
                case GazetteerRole.Surname:
                    Surname(hit, null);
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
            _found.Add(new(Span(hit.First, hit.After), EntityKind.Location) { Name = hit.Entry.Name });
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
        if (definite && !unmade && memory.ByOffice(title) is { } known) Add(office.First - 1, office.After, known);
        else if (ActorOffices.OwnerOf(office.Entry, memory) is { } owner) Titled(office.First, office.After, owner, title, unmade);
        return k;
    }

    /// <summary>A person of the gazetteer right behind a title.</summary>
    private bool ReadNamed(int k, string? code, string title)
    {
        if (k + 1 >= _hits.Count || _hits[k + 1].Entry is not { Role: GazetteerRole.Person or GazetteerRole.Surname } entry) return false;
        var hit = _hits[k + 1];
        var gap = _text.Words[hit.First].Gap;
        if (hit.First != _hits[k].After || gap is not (GazetteerGap.Space or GazetteerGap.DotSpace)) return false;
        if (entry.Role == GazetteerRole.Person) Person(hit, entry.Persons[0], title);
        else return TitledSurname(hit, code, title);
        return true;
    }

    private bool TitledSurname(GazetteerHit hit, string? code, string title)
    {
        if (memory.BySurname(_text.Raw(hit.After - 1)) is { } known && (code is null || known.Code == code))
        {
            Introduce(hit.First, hit.After, known, title);
            return true;
        }
        var bearer = hit.Entry.Persons.FirstOrDefault(x => x.TermAt(memory.Published) is var term && ActorOffices.Same(term.Office, title) && (code is null || term.Code == code))
            ?? hit.Entry.Persons.FirstOrDefault(x => x.Terms.Any(term => ActorOffices.Same(term.Office, title) && (code is null || term.Code == code)))
            ?? hit.Entry.Persons.FirstOrDefault(x => code is null ? hit.Entry.Plain : x.TermAt(memory.Published).Code == code);
        if (bearer is null) return false;
        Person(hit, bearer, title);
        return true;
    }

    private void Surname(GazetteerHit hit, string? title)
    {
        var after = hit.After;
        if (after < end && _text.Words[after] is { Gap: GazetteerGap.Space, IsCapital: true } && _text[after].Length == 0) return;
        var before = hit.First - 1;
        var civil = before >= first && ActorCues.IsCivility(_text[before]);
        // "Melania Trump": another first name, another person.
        if (!civil && before >= first && _text.Words[before] is { IsCapital: true } && _text.Words[hit.First].Gap == GazetteerGap.Space && _text[before].Length == 0) return;
        if (memory.BySurname(_text.Raw(hit.After - 1)) is { } known)
        {
            Add(hit.First, hit.After, known);
            return;
        }
        var serving = hit.Entry.Persons.FirstOrDefault(x => memory.Published is { } day && x.TermAt(day).Covers(day) && (hit.Entry.Plain || civil || IsSpokenOf(x.TermAt(day).Code, hit.First)));
        if (serving is null && !hit.Entry.Plain && !civil) return;
        if (_text.Has(hit.First, GazetteerSense.Month) && !civil) return;
        Person(hit, serving ?? hit.Entry.Persons[0], title);
    }

    /// <summary>"Johnson" in a sentence or document on Britain, while a Johnson governs it, is no other.</summary>
    private bool IsSpokenOf(string code, int word)
    {
        if (memory.Names(code)) return true;
        var index = GazetteerHits.IndexFrom(_hits, word);
        for (var i = Math.Max(0, index - Near); i < Math.Min(_hits.Count, index + Near); i++)
        {
            if (_hits[i].Entry.Code == code) return true;
        }
        return false;
    }

    private void Person(GazetteerHit hit, ActorPerson person, string? title)
    {
        var term = person.TermAt(memory.Published);
        Introduce(hit.First, hit.After, new(term.Code, person.Name), title ?? term.Office);
    }

    private void Introduce(int from, int after, ActorMention mention, string? office)
    {
        memory.Introduce(mention, office is null ? null : ActorOffices.Class(office));
        Add(from, after, mention);
        _done = Math.Max(_done, after);
    }

    /// <summary>Capitalised words behind a state and an office are a name, whoever it is.</summary>
    private bool UnknownName(int at, out int after)
    {
        after = at;
        while (after < end && after - at < 4 && _text.Words[after].IsCapital && _text.Words[after].Gap is GazetteerGap.Space or GazetteerGap.Hyphen && MayBeName(after)) after++;
        return after > at;
    }

    /// <summary>No phrase of the gazetteers, or a surname ("Sabrina Singh").</summary>
    private bool MayBeName(int word) => HitAt(word) is not { } hit || hit.Entry.Role == GazetteerRole.Surname || IsOther(hit);

    private bool IsHit(int word) => HitAt(word) is { } hit && !IsOther(hit);

    private bool IsOther(GazetteerHit hit) => ActorAmbiguity.IsOther(memory, hit, first, end);

    private GazetteerHit? HitAt(int word) => GazetteerHits.At(_hits, word);

    /// <summary>Who is not in the gazetteers, or is there under another spelling of the first name ("Emanuel Macron").</summary>
    private void Unknown(int from, int after, string code, string title)
    {
        if (HitAt(after - 1) is { Entry.Role: GazetteerRole.Surname } hit && hit.After == after)
        {
            var bearer = hit.Entry.Persons.FirstOrDefault(x => x.TermAt(memory.Published) is var term && term.Code == code && ActorOffices.Same(term.Office, title));
            if (bearer is not null)
            {
                Introduce(from, after, new(code, bearer.Name), title);
                return;
            }
        }
        Introduce(from, after, new(code, Span(from, after).Of(_text.Text)), title);
    }

    /// <summary>A title of a state: of the one who is named right behind it, between commas, else of its holder.</summary>
    private void Titled(int from, int after, string code, string title, bool unmade)
    {
        if (after >= end || _text.Words[after].Gap != GazetteerGap.Comma)
        {
            Holder(from, after, code, title, unmade);
            return;
        }
        if (HitAt(after) is { Entry.Role: GazetteerRole.Person } hit && hit.First == after)
        {
            var person = hit.Entry.Persons[0];
            var same = person.Terms.Any(x => x.Code == code);
            if (same) Add(from, after, new(code, person.Name));
            else Holder(from, after, code, title, unmade);
            return;
        }
        var name = after;
        while (name < end && name - after < 4 && _text.Words[name].IsCapital && !IsHit(name) && (name == after || _text.Words[name].Gap is GazetteerGap.Space or GazetteerGap.Hyphen)) name++;
        var closed = name == end || _text.Words[name].Gap != GazetteerGap.Space;
        if (name - after < 2 || !closed)
        {
            Holder(from, after, code, title, unmade);
            return;
        }
        Add(from, after, new(code, Span(after, name).Of(_text.Text)));
        Unknown(after, name, code, title);
    }

    /// <summary>Who holds the office at the document's date; of a former one only the state is known.</summary>
    private void Holder(int from, int after, string code, string title, bool unmade)
    {
        var mention = new ActorMention(code, unmade ? null : directory.Holder(code, title, memory.Published)?.Name);
        if (!unmade) memory.Introduce(mention, ActorOffices.Class(title));
        Add(from, after, mention);
    }

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

    private void Add(int from, int after, ActorMention mention) =>
        _found.Add(new(Span(from, after), EntityKind.Person) { Code = mention.Code, Name = mention.Name });

    /// <summary>The words' span, with the last full stop of an abbreviation such as "U.S.".</summary>
    private TextSpan Span(int from, int after)
    {
        var span = _text.Span(from, after);
        var dotted = after - from > 1 && _text.Words[after - 1].Gap is GazetteerGap.Dot && span.End < _text.Text.Length && _text.Text[span.End] == '.';
        return dotted ? span with { End = span.End + 1 } : span;
    }
}
