namespace PledgeMiner.Detecting;

/// <summary>Says who speaks: a person, office, state or organisation by a verb of speech, a pronoun that stands for whoever spoke before, a quotation that goes on, or a turn of a transcript.</summary>
internal sealed class SpeakerFinder
{
    private readonly DocumentActors _actors;
    private readonly UtteranceFinder _utterances;
    private readonly TranscriptTurn _turn;
    private readonly Dictionary<string, string> _codes = new(StringComparer.OrdinalIgnoreCase);
    private Speaker? _recent;
    private Speaker? _person;
    private readonly Dictionary<string, string> _offices = [];
    private string? _organisation;
    private string? _state;
    private bool _quoteOpen;

    public SpeakerFinder(DocumentActors actors) =>
        (_actors, _utterances, _turn) = (actors, new(CanSpeak), new((view, person) => Of(view, person), name => _codes!.GetValueOrDefault(name) ?? actors.Home ?? "OTHER"));

    /// <summary>Who speaks in a document's next sentence, or nobody.</summary>
    /// <param name="voice">Who says "we" in it: the speaker, or in a transcript whoever has the floor.</param>
    public Speaker? Next(SentenceView view, List<VerbGroup> verbs, out Speaker? voice)
    {
        var opensInside = _quoteOpen;
        _quoteOpen = LeavesOpen(view, opensInside);
        var opensTurn = _turn.Read(view);
        var utterances = _utterances.Find(view, verbs);
        var speaker = Innermost(view, utterances) is { } utterance ? Of(view, utterance.Subject) : null;
        if (speaker is null && utterances.Count == 0) speaker = opensTurn ? _turn.Speaker : _turn.Speaker is null && (opensInside || view.Word(0) is "\"" or "“") ? _recent : null;
        speaker ??= TranscriptTurn.InRecord(view);
        voice = speaker ?? _turn.Speaker;
        Remember(view, voice);
        return speaker;
    }

    /// <summary>Goes past a sentence that is not searched: who is named in it may be "he" in the next.</summary>
    public void Pass(SentenceView view)
    {
        _quoteOpen = LeavesOpen(view, _quoteOpen);
        _turn.Read(view);
        Remember(view, _turn.Speaker);
    }

    private bool CanSpeak(SentenceView view, Subject subject)
    {
        if (PersonIn(view, subject) is not null || SpeakerNouns.Contains(view.Lemma(subject.Head)) || view.Lemma(subject.Head) == "statement") return true;
        if (view.EntityAt(subject.Head) is { } entity) return entity.Kind is EntityKind.State or EntityKind.Group or EntityKind.Organisation || entity is { Kind: EntityKind.Location, Code: not null };
        return view.Word(subject.Head) is "he" or "she" or "it" or "they" or "i" or "we" or "one";
    }

    /// <summary>Of two layers the inner one: a verb of speech inside what another says. Beside each other the first.</summary>
    private static Utterance? Innermost(SentenceView view, List<Utterance> utterances)
    {
        if (utterances.Count == 0) return null;
        var inner = utterances[0];
        for (var i = 1; i < utterances.Count; i++)
        {
            var next = utterances[i];
            if (next.Subject.First <= inner.Verb || view.Words[next.Verb] == "according") continue;
            var from = inner.Verb + 1;
            var said = next.Subject.First - from <= 3 || view.Word(from) == "that";
            for (var k = from; said && k < next.Subject.First; k++) said = view.Word(k) is not ("," or ";" or "and" or "but");
            if (said) inner = next;
        }
        return inner;
    }

    private Speaker? Of(SentenceView view, Subject subject)
    {
        if (PersonIn(view, subject) is { } person) return Of(view, person);
        if (Appositive(view, subject) is { } named) return Of(view, named, CodeIn(view, subject.First, subject.End) ?? PossessorOf(view, subject));
        var word = view.Word(subject.Head);
        if (word is "he" or "she") return PersonBefore(view, subject.First) ?? _person ?? _recent;
        if (word is "it" or "they" or "one") return _recent;
        if (word is "i" or "we") return _turn.Speaker is not null ? null : (view.Words.Contains("\"") || view.Words.Contains("“") ? _recent : null);
        var name = view.SpanOf(subject.First, subject.End).Of(view.Text);
        if (view.EntityAt(subject.Head) is { Kind: not EntityKind.Equipment } entity) return new(entity.Name ?? entity.Span.Of(view.Text), entity.Code ?? (IsOffice(view, entity) ? CodeOf(view, subject) : null) ?? "OTHER");
        return new(name, CodeOf(view, subject) ?? "OTHER");
    }

    /// <summary>"Ghana's Ministry of Defence": an office of a state, not a company.</summary>
    private static bool IsOffice(SentenceView view, Entity entity)
    {
        for (var i = view.IndexOf(entity.Span.Start); i < view.IndexOf(entity.Span.End); i++)
        {
            if (view.Words[i] is "ministry" or "department" or "office" or "embassy" or "presidency" or "chancellery" or "cabinet") return true;
        }
        return false;
    }

    /// <summary>For whom an unnamed speaker speaks.</summary>
    private string? CodeOf(SentenceView view, Subject subject)
    {
        var lemma = view.Lemma(subject.Head);
        if (SpeakerNouns.SpeakForNobody(lemma)) return null;
        for (var i = subject.First; i <= subject.Head; i++)
        {
            if (SpeakerNouns.IsPrivate(view.Lemma(i))) return null;
        }
        if (CodeIn(view, subject.First, subject.End) is { } own) return own;
        if (lemma == "diplomat") return null;
        if (PossessorOf(view, subject) is { } possessor) return possessor;
        if (OrganisationOf(view, subject) is { } organisation) return organisation;
        if (IsOneOfMany(view, subject)) return null;
        // "Poland has given aid, the ministry said"
        if (subject.First > 3 && view.EntityAt(0) is { Kind: EntityKind.State, Code: { } opening } && view.Pos(view.IndexOf(view.EntityAt(0)!.Span.End)) is PartOfSpeech.Verb or PartOfSpeech.Aux && _actors.Conflict?.Partner != opening) return opening;
        return view.Word(subject.First) is "the" or "another" && _offices.TryGetValue(lemma, out var known) ? known : SideOf(view, subject.First);
    }

    /// <summary>"his defence minister", "its foreign ministry"</summary>
    private string? PossessorOf(SentenceView view, Subject subject) => view.Word(subject.First) switch
    {
        "his" or "her" => _person?.Code,
        "our" => _turn.Speaker?.Code ?? _actors.Home,
        "its" or "their" => StateIn(view, subject.First) ?? _state,
        _ => null,
    };

    private static string? StateIn(SentenceView view, int end)
    {
        string? found = null;
        foreach (var entity in view.Sentence.Entities)
        {
            if (view.IndexOf(entity.Span.Start) >= end) break;
            if (entity is { Kind: EntityKind.State or EntityKind.Organisation, Code: { } code } && view.Pos(view.IndexOf(entity.Span.Start) - 1) is not (PartOfSpeech.Adp or PartOfSpeech.Verb)) found ??= code;
        }
        return found;
    }

    /// <summary>"officials familiar with the plan", "officials" in a sentence on several states: of which they are is not told.</summary>
    private bool IsOneOfMany(SentenceView view, Subject subject)
    {
        if (view.Lemma(subject.Head) is not ("official" or "source" or "aide") || view.Word(subject.First) is "the" or "another") return false;
        if (view.Word(subject.Head + 1) is "familiar" or "briefed" or "close") return true;
        var codes = view.Sentence.Entities.Where(x => x is { Kind: EntityKind.State or EntityKind.Organisation, Code: { } code } && _actors.IsAlly(code)).Select(x => x.Code).Distinct().Count();
        return codes > 1;
    }

    /// <summary>"Congo's foreign minister, Jane Doe, told": the person between two commas behind an office.</summary>
    private static Entity? Appositive(SentenceView view, Subject subject)
    {
        var head = subject.Head;
        if (view.Word(head + 1) != "," || !SpeakerNouns.IsPerson(view.Lemma(head))) return null;
        for (var i = head + 2; i <= head + 4; i++)
        {
            if (view.EntityAt(i) is { Kind: EntityKind.Person } person) return view.Word(view.IndexOf(person.Span.End)) == "," ? person : null;
        }
        return null;
    }

    /// <summary>"Poroshenko went further in his speech, where he appealed"</summary>
    private Speaker? PersonBefore(SentenceView view, int pronoun)
    {
        foreach (var entity in view.Sentence.Entities)
        {
            var first = view.IndexOf(entity.Span.Start);
            if (first < pronoun && entity.Kind == EntityKind.Person && view.Pos(first - 1) != PartOfSpeech.Adp && view.EntityAt(first - 1) is null && view.Word(first - 2) is not ("with" or "to" or "of")) return Of(view, entity);
        }
        return null;
    }

    private string? OrganisationOf(SentenceView view, Subject subject)
    {
        for (var i = subject.First; i < subject.End; i++)
        {
            if (SpeakerNouns.IsOrganisation(view.Lemma(i))) return _organisation;
        }
        return null;
    }

    private static Entity? PersonIn(SentenceView view, Subject subject)
    {
        for (var i = subject.Head; i >= subject.First; i--)
        {
            if (view.EntityAt(i) is { Kind: EntityKind.Person } person) return person;
            if (view.Pos(i) == PartOfSpeech.Part || i == subject.Head && SpeakerNouns.Contains(view.Lemma(i))) return null;
        }
        return null;
    }

    private static string? CodeIn(SentenceView view, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (view.EntityAt(i) is { Kind: EntityKind.State or EntityKind.Organisation or EntityKind.Location or EntityKind.Person or EntityKind.Group, Code: { } code }) return code;
        }
        return null;
    }

    /// <summary>An office without a state is of the ally that the sentence begins with ("Kenya will go, the foreign ministry said"), else of the document's own.</summary>
    private string? SideOf(SentenceView view, int speaker)
    {
        foreach (var entity in view.Sentence.Entities)
        {
            if (view.IndexOf(entity.Span.Start) >= speaker) break;
            if (entity is { Kind: EntityKind.State or EntityKind.Person, Code: { } code } && _actors.IsAlly(code)) return code;
        }
        return _actors.Home;
    }

    private Speaker Of(SentenceView view, Entity person, string? office = null)
    {
        var name = person.Name ?? person.Span.Of(view.Text);
        var surname = name[(name.LastIndexOf(' ') + 1)..];
        if (person.Code is null && office is null && IsPrivate(view, person)) return new(name, "OTHER");
        var code = person.Code ?? office ?? StateBefore(view, person) ?? StateAfter(view, person) ?? _codes.GetValueOrDefault(surname) ?? SideOf(view, view.IndexOf(person.Span.Start));
        if (code is not null) _codes[surname] = code;
        return new(name, code ?? "OTHER");
    }

    /// <summary>"Norway's Prime Minister Jonas Gahr Støre": the state within a few words before a name.</summary>
    private static string? StateBefore(SentenceView view, Entity person)
    {
        var first = view.IndexOf(person.Span.Start);
        for (var i = first - 1; i >= Math.Max(0, first - 6); i--)
        {
            if (view.EntityAt(i) is { Kind: EntityKind.State or EntityKind.Organisation or EntityKind.Location or EntityKind.Person, Code: { } code }) return code;
            if (view.Word(i) is "sen" or "sen." or "senator" or "rep" or "rep." or "congressman" or "congresswoman") return "USA";
            if (view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Adp || view.Word(i) is ";" or ":" || i < first - 1 && view.Word(i) == ",") return null;
        }
        return null;
    }

    /// <summary>"Jane Doe, Norway's defence minister, said", "Jane Doe of the State Department": the state in the description behind a name.</summary>
    private static string? StateAfter(SentenceView view, Entity person)
    {
        var end = view.IndexOf(person.Span.End);
        if (view.Word(end) is not ("," or "of" or "from" or "(")) return null;
        for (var i = end + 1; i < end + 10; i++)
        {
            if (view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Punct or PartOfSpeech.Pron) return null;
            if (view.EntityAt(i) is { Kind: EntityKind.State or EntityKind.Organisation or EntityKind.Location or EntityKind.Person, Code: { } code }) return code;
        }
        return null;
    }

    /// <summary>"chief executive Jane Doe", "Jane Doe, an analyst at"</summary>
    private static bool IsPrivate(SentenceView view, Entity person)
    {
        var (first, end) = (view.IndexOf(person.Span.Start), view.IndexOf(person.Span.End));
        for (var i = first - 2; i < first; i++)
        {
            if (SpeakerNouns.IsPrivate(view.Lemma(i))) return true;
        }
        for (var i = end + 1; view.Word(end) == "," && i < end + 5 && view.Word(i) != ","; i++)
        {
            if (SpeakerNouns.IsPrivate(view.Lemma(i))) return true;
        }
        return false;
    }

    /// <summary>"the Polish defence minister", "Defence Minister Jane Doe": who "the minister" is afterwards.</summary>
    private void RememberOffices(SentenceView view)
    {
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity is not { Code: { } code, Kind: EntityKind.State or EntityKind.Organisation or EntityKind.Location or EntityKind.Person }) continue;
            var (first, end) = (view.IndexOf(entity.Span.Start), view.IndexOf(entity.Span.End));
            for (var i = end; entity.Kind != EntityKind.Person && i < end + 5 && (view.Pos(i) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Part); i++) Office(i, code);
            for (var i = first - 1; entity.Kind == EntityKind.Person && i > first - 4 && (view.Pos(i) is PartOfSpeech.Noun or PartOfSpeech.Propn); i--) Office(i, code);
        }

        void Office(int i, string code)
        {
            if (SpeakerNouns.Contains(view.Lemma(i)) && !SpeakerNouns.SpeakForNobody(view.Lemma(i))) _offices[view.Lemma(i)] = code;
        }
    }

    private void Remember(SentenceView view, Speaker? speaker)
    {
        RememberOffices(view);
        _state = StateIn(view, view.Count) ?? _state;
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity is { Kind: EntityKind.Organisation, Code: { } code } && code != "OTHER") _organisation = code;
        }
        var person = view.Sentence.Entities.FirstOrDefault(x => x.Kind == EntityKind.Person);
        var named = person is null ? null : Of(view, person);
        _recent = speaker ?? named ?? _recent;
        _person = IsPerson(view, speaker) ? speaker : named ?? _person;
    }

    /// <summary>Whether a speaker can be "he" or "she" afterwards; an institution cannot.</summary>
    private bool IsPerson(SentenceView view, Speaker? speaker) =>
        speaker is not null && (speaker == _person || speaker.Name.Split(' ').Any(SpeakerNouns.IsPerson) || view.Sentence.Entities.Any(x => x.Kind == EntityKind.Person && (x.Name ?? x.Span.Of(view.Text)) == speaker.Name));

    /// <summary>Whether a quotation goes on beyond a sentence.</summary>
    private static bool LeavesOpen(SentenceView view, bool open)
    {
        for (var i = 0; i < view.Count; i++) open = view.IsMark(i, '“') || !view.IsMark(i, '”') && open != view.IsMark(i, '"');
        return open;
    }
}
