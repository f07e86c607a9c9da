namespace PledgeMiner.Detecting;

/// <summary>Says which person speaks: by name or office, by a pronoun that stands for whoever spoke before, in a quotation that goes on, or in a turn of a transcript.</summary>
internal sealed class SpeakerFinder(DocumentActors actors)
{
    /// <summary>Verbs by which a person says what should be or will be, whether or not a clause hangs on them.</summary>
    private static readonly HashSet<string> Utterances =
    [
        .. "say tell add state declare explain stress insist warn write reiterate argue emphasise emphasize underline reply answer observe remark repeat ask call urge beg demand appeal rule thank want expect hint suggest assure confirm recall announce describe threaten reaffirm propose talk refuse back mention exclude unveil".Split(' '),
    ];

    private static readonly HashSet<string> Offices =
    [
        .. "minister president spokesman spokeswoman spokesperson chancellor secretary premier ambassador envoy general commissioner chief taoiseach admiral senator king".Split(' '),
    ];

    private readonly Dictionary<string, string> _codes = new(StringComparer.OrdinalIgnoreCase);
    private Speaker? _recent;
    private Speaker? _turn;
    private bool _quoteOpen;

    /// <summary>A name in small letters before a colon speaks to the end of its paragraph only; null for a transcript's capitals, which go on.</summary>
    private int? _turnBlock;

    /// <summary>Who speaks in a document's next sentence, or nobody.</summary>
    public Speaker? Next(SentenceView view, Speech? speech, List<VerbGroup> verbs)
    {
        var opensInside = _quoteOpen;
        _quoteOpen = LeavesOpen(view, opensInside);
        ReadTurn(view);
        var speaker = OfSpeech(view, speech) ?? OfUtterance(view, verbs) ?? According(view);
        if (speaker is null && speech is null) speaker = _turn ?? (opensInside || view.Word(0) is "\"" or "“" ? _recent : null);
        Remember(view, speaker);
        return speaker;
    }

    private Speaker? OfSpeech(SentenceView view, Speech? speech)
    {
        if (speech is null) return null;
        if (speech.Subject is { Kind: EntityKind.Person } person) return Of(view, person);
        if (speech.SubjectWord is "he" or "she") return _recent;
        if (speech.SubjectWord is "i" or "we") return _turn ?? (view.Words.Contains("\"") || view.Words.Contains("“") ? _recent : null);
        return Offices.Contains(speech.SubjectWord) && speech.Subject is { Code: { } code } ? new(speech.SubjectWord, code) : null;
    }

    /// <summary>"Kyiv's ambassador, Andrij Melnyk, has again urged": a person or "he" before the verb, with at most a description between two commas.</summary>
    private Speaker? OfUtterance(SentenceView view, List<VerbGroup> verbs)
    {
        foreach (var verb in verbs)
        {
            if (!verb.Finite || verb.Passive || !Utterances.Contains(verb.Lemma)) continue;
            if (view.Word(verb.First - 1) is "he" or "she" && _recent is not null) return _recent;
            foreach (var entity in view.Sentence.Entities)
            {
                if (entity.Kind == EntityKind.Person && IsSubject(view, view.IndexOf(entity.Span.End), verb.First)) return Of(view, entity);
            }
        }
        return null;
    }

    private static bool IsSubject(SentenceView view, int end, int verb)
    {
        if (verb < end || verb - end > 14 || verb - end > 1 && !(view.Word(end) == "," && view.Word(verb - 1) == ",")) return false;
        for (var i = end; i < verb; i++)
        {
            if (view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Cconj || view.Word(i) is "\"" or "“" or "”") return false;
        }
        return true;
    }

    /// <summary>"according to the French president"</summary>
    private Speaker? According(SentenceView view)
    {
        for (var i = 0; i + 2 < view.Count; i++)
        {
            if (view.Words[i] != "according" || view.Words[i + 1] != "to") continue;
            return (view.EntityAt(i + 2) ?? view.EntityAt(i + 3)) is { Kind: EntityKind.Person } person ? Of(view, person) : null;
        }
        return null;
    }

    private Speaker Of(SentenceView view, Entity person)
    {
        var name = person.Name ?? person.Span.Of(view.Text);
        var surname = name[(name.LastIndexOf(' ') + 1)..];
        var code = person.Code ?? StateBefore(view, person) ?? _codes.GetValueOrDefault(surname) ?? actors.Home;
        if (code is not null) _codes[surname] = code;
        return new(name, code ?? "OTHER");
    }

    /// <summary>"Norway's Prime Minister Jonas Gahr Støre": the state within a few words before a name.</summary>
    private static string? StateBefore(SentenceView view, Entity person)
    {
        var first = view.IndexOf(person.Span.Start);
        for (var i = first - 1; i >= Math.Max(0, first - 6); i--)
        {
            if (view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Adp || view.Word(i) is ";" or ":") return null;
            if (view.EntityAt(i) is { Kind: EntityKind.State or EntityKind.Organisation or EntityKind.Location, Code: { } code }) return code;
        }
        return null;
    }

    /// <summary>A transcript's "PRESIDENT MACRON:" opens a turn, a question ends it.</summary>
    private void ReadTurn(SentenceView view)
    {
        var colon = Array.IndexOf(view.Words, ":", 0, Math.Min(view.Count, 7));
        if (_turnBlock is { } block && block != view.Sentence.Block) (_turn, _turnBlock) = (null, null);
        if (colon < 1) return;
        if (view.Words[0] is "question" or "q") _turn = null;
        var titled = Offices.Contains(view.Words[0]) || view.Words[0] is "mr" or "mr." or "ms" or "ms." or "gen." or "prime" or "foreign" or "defence" or "defense";
        if (titled && colon > 1 && !Offices.Contains(view.Words[colon - 1]) && IsAllCapitals(view, colon))
        {
            var name = view.SpanOf(colon - 1, colon).Of(view.Text);
            _turnBlock = null;
            _turn = new(name, view.EntityAt(colon - 1)?.Code ?? _codes.GetValueOrDefault(name) ?? actors.Home ?? "OTHER");
            return;
        }
        for (var i = 0; i < colon; i++)
        {
            if (view.Pos(i) == PartOfSpeech.Verb) return;
            if (view.EntityAt(i) is not { Kind: EntityKind.Person } person || view.IndexOf(person.Span.End) != colon) continue;
            _turn = Of(view, person);
            _turnBlock = IsAllCapitals(view, colon) ? null : view.Sentence.Block;
            return;
        }
    }

    private static bool IsAllCapitals(SentenceView view, int end)
    {
        for (var i = view.Tokens[0].Start; i < view.Tokens[end].Start; i++)
        {
            if (char.IsLower(view.Text[i]) || char.IsDigit(view.Text[i])) return false;
        }
        return true;
    }

    private void Remember(SentenceView view, Speaker? speaker)
    {
        if (speaker is not null) _recent = speaker;
        else if (view.Sentence.Entities.FirstOrDefault(x => x.Kind == EntityKind.Person) is { } person) _recent = Of(view, person);
    }

    /// <summary>Whether a quotation goes on beyond a sentence.</summary>
    private static bool LeavesOpen(SentenceView view, bool open)
    {
        foreach (var word in view.Words)
        {
            open = word switch
            {
                "“" => true,
                "”" => false,
                "\"" => !open,
                _ => open,
            };
        }
        return open;
    }
}
