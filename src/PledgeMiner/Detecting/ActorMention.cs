namespace PledgeMiner.Detecting;

/// <summary>A mention of an actor in a sentence, weighed as to whether it carries the deed out.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
internal readonly record struct ActorMention(string Code, string Name, int First, int End, double Weight)
{
    public bool IsWe => Code == "WE";
}

/// <summary>Finds and weighs the mentions of actors.</summary>
internal static class ActorMentions
{
    private static readonly HashSet<string> OwnForces =
    [
        .. "troop soldier force government administration parliament aid assistance support jet tank weapon official minister ministry president leader army navy commitment contribution pledge decision plan proposal offer package company lawmaker officer instructor military cabinet initiative delegation mission team expert monitor observer unit contingent".Split(' '),
    ];

    public static List<ActorMention> Of(SentenceView view, List<VerbGroup> verbs, Speech? speech, DocumentActors actors)
    {
        var mentions = new List<ActorMention>();
        var asides = Asides(view, verbs);
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity.Code is null || entity.Kind is EntityKind.Equipment or EntityKind.Money or EntityKind.Quantity or EntityKind.Date) continue;
            var (first, end) = (view.IndexOf(entity.Span.Start), view.IndexOf(entity.Span.End));
            if (first >= end) continue;
            var weight = Weigh(view, verbs, asides, speech, first, end);
            if (actors.IsPartner(entity.Code)) weight -= 3;
            if (actors.IsAggressor(entity.Code)) weight -= 5;
            if (entity.Kind == EntityKind.Location) weight -= 1;
            // A table's row or a list's line that begins with who it is about: "Austria | EUR 2 million", "Belgium: two ships".
            if (first == 0 && entity.Kind != EntityKind.Person && view.Word(end) is "|" or ":") weight += 2;
            mentions.Add(new(entity.Code, entity.Name ?? entity.Span.Of(view.Text), first, end, weight));
        }
        for (var i = 0; i < view.Count; i++)
        {
            var we = view.Words[i] is "we" or "our" or "us" or "i" or "my" && view.EntityAt(i) is null
                || view.Lemma(i) is "participant" or "signatory" || (view.Words[i] is "sides" or "parties" && view.Word(i - 1) is "both" or "the" or "two");
            if (we) mentions.Add(new("WE", view.Words[i], i, i + 1, Weigh(view, verbs, asides, speech, i, i + 1) + (view.Words[i] is "we" or "i" ? 0.5 : 0)));
        }
        return mentions;
    }

    private static double Weigh(SentenceView view, List<VerbGroup> verbs, List<(int From, int To)> asides, Speech? speech, int first, int end)
    {
        var weight = 0.3 * (1 - ((double)first / view.Count));
        var before = view.Word(first - 1) is "the" or "a" or "an" ? view.Word(first - 2) : view.Word(first - 1);
        weight += before switch
        {
            "by" => 2,
            "from" => 0.5,
            "to" or "for" or "in" or "against" or "into" or "on" or "at" or "over" or "near" or "inside" or "across" or "towards" => -2,
            "of" or "with" or "between" => -1,
            "and" or "or" or "," => 0.2,
            _ => 0.5,
        };
        // The head noun that an adjective or possessive belongs to: "French troops", "Canada's new government".
        var head = end;
        while (head < view.Count && head < end + 3 && view.Pos(head) is PartOfSpeech.Adj or PartOfSpeech.Part or PartOfSpeech.Noun or PartOfSpeech.Propn && !OwnForces.Contains(view.Lemma(head))) head++;
        if (OwnForces.Contains(view.Lemma(head))) weight += 1;
        var from = end;
        foreach (var aside in asides)
        {
            if (first > aside.From && end <= aside.To) return weight - 1;
            if (aside.From - from is >= 0 and <= 5 && ReachesVerb(view, from, aside.From)) from = aside.To + 1;
        }
        var verb = verbs.Find(x => x.Finite && x.First >= from && x.First - from <= 8 && ReachesVerb(view, from, x.First));
        if (verb.Lemma is null) return weight;
        return weight + (speech?.Verb == verb.Head ? 0.4 : 2.5);
    }

    /// <summary>Clauses put between a subject and its verb: "Romania, which sweeps the sea, has agreed". From comma to comma.</summary>
    private static List<(int From, int To)> Asides(SentenceView view, List<VerbGroup> verbs)
    {
        List<(int From, int To)> asides = [];
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Word(i) != "," || !(view.Word(i + 1) is "which" or "who" or "whose" || view.Word(i + 2) is "which" or "whom" or "whose")) continue;
            var to = ClosingComma(view, verbs, i);
            if (to < 0) continue;
            asides.Add((i, to));
            i = to;
        }
        return asides;
    }

    /// <summary>The next comma after which the main clause goes on with its verb, or -1.</summary>
    private static int ClosingComma(SentenceView view, List<VerbGroup> verbs, int opening)
    {
        foreach (var verb in verbs)
        {
            if (!verb.Finite || verb.First < opening + 4) continue;
            if (view.Word(verb.First - 1) == ",") return verb.First - 1;
            if (view.Pos(verb.First - 1) == PartOfSpeech.Adv && view.Word(verb.First - 2) == ",") return verb.First - 2;
        }
        return -1;
    }

    /// <summary>Nothing but the subject's own words between a mention and a verb.</summary>
    private static bool ReachesVerb(SentenceView view, int from, int verb)
    {
        for (var i = from; i < verb; i++)
        {
            if (view.Word(i) is ";" or ":" or "\"" or "“" or "”" or "that" or "which" or "who") return false;
            if (view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Sconj) return false;
            if (view.Pos(i) == PartOfSpeech.Pron && view.Word(i) is "he" or "she" or "it" or "they" or "we" or "i") return false;
        }
        return true;
    }
}
