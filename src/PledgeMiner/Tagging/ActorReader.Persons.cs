namespace PledgeMiner.Tagging;

internal sealed partial class ActorReader
{
    /// <summary>As many phrases to either side tell which state is spoken of: a sentence of news names fewer.</summary>
    private const int Near = 16;

    /// <summary>A person of the gazetteer right behind a title.</summary>
    private bool ReadNamed(int k, string? code, string title)
    {
        if (k + 1 >= _hits.Count || _hits[k + 1].Entry is not { Role: GazetteerRole.Person or GazetteerRole.Surname } entry) return false;
        var hit = _hits[k + 1];
        var gap = _text.Words[hit.First].Gap;
        // "SACEUR General Christopher Cavoli"
        var next = _hits[k].After;
        if (ActorCues.IsCivility(_text[next]) && next < hit.First) next++;
        if (hit.First != next || gap is not (GazetteerGap.Space or GazetteerGap.DotSpace)) return false;
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

    private void Surname(GazetteerHit hit)
    {
        var after = hit.After;
        if (after < end && _text.Words[after] is { Gap: GazetteerGap.Space, IsCapital: true } && _text[after].Length == 0) return;
        var before = hit.First - 1;
        var civil = before >= first && ActorCues.IsCivility(_text[before]);
        if (Spelled(hit) is { } full)
        {
            Person(full.Hit, full.Bearer);
            return;
        }
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
        Person(hit, serving ?? hit.Entry.Persons[0]);
    }

    /// <summary>"Volodymyr Oleksandrovych Zelenskyy": the first name stands before, with others between.</summary>
    private (GazetteerHit Hit, ActorPerson Bearer)? Spelled(GazetteerHit hit)
    {
        var start = hit.First;
        while (start > first && start > hit.First - 4 && _text.Words[start - 1].IsCapital && _text.Words[start].Gap is GazetteerGap.Space or GazetteerGap.DotSpace or GazetteerGap.Hyphen)
        {
            start--;
            if (HitAt(start) is not null) return null;
            var name = GazetteerFold.Text(_text.Raw(start));
            foreach (var person in hit.Entry.Persons)
            {
                if (person.Name.IndexOf(' ') is > 0 and var space && GazetteerFold.Text(person.Name.AsSpan(0, space)) == name)
                    return (hit with { First = start, Count = hit.After - start }, person);
            }
        }
        return null;
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

    /// <summary>A person with or without a title. Only a title makes someone "the president" in another's stead.</summary>
    private void Person(GazetteerHit hit, ActorPerson person, string? title = null)
    {
        var term = person.TermAt(memory.Published);
        var office = ActorOffices.Class(term.Office);
        Introduce(hit.First, hit.After, new(term.Code, person.Name), title ?? (memory.ByOffice(office) is null ? office : null));
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

    private void Add(int from, int after, ActorMention mention) =>
        _found.Add(new(Span(from, after), EntityKind.Person) { Code = mention.Code, Name = mention.Name });
}
