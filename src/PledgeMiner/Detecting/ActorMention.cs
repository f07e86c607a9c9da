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
    private static readonly HashSet<string> Authors = ["participant", "signatory"];
    private static readonly HashSet<string> OwnForces =
    [
        .. "troop soldier force government administration parliament aid assistance support jet tank weapon official minister ministry president leader army navy commitment contribution pledge decision plan proposal offer package company lawmaker officer instructor military cabinet initiative delegation mission team expert monitor observer unit contingent".Split(' '),
    ];

    public static List<ActorMention> Of(SentenceView view, List<VerbGroup> verbs, Speech? speech, DocumentActors actors)
    {
        var mentions = new List<ActorMention>();
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity.Code is null || entity.Kind is EntityKind.Equipment or EntityKind.Money or EntityKind.Quantity or EntityKind.Date) continue;
            var (first, end) = (view.IndexOf(entity.Span.Start), view.IndexOf(entity.Span.End));
            if (first >= end) continue;
            var weight = Weigh(view, verbs, speech, first, end);
            if (actors.IsPartner(entity.Code)) weight -= 3;
            if (actors.IsAggressor(entity.Code)) weight -= 5;
            if (entity.Kind == EntityKind.Location) weight -= 1;
            mentions.Add(new(entity.Code, entity.Name ?? entity.Span.Of(view.Text), first, end, weight));
        }
        for (var i = 0; i < view.Count; i++)
        {
            var we = view.Words[i] is "we" or "our" or "us" or "i" or "my" && view.EntityAt(i) is null
                || Authors.Contains(view.Lemma(i)) || (view.Words[i] is "sides" or "parties" && view.Word(i - 1) is "both" or "the" or "two");
            if (we) mentions.Add(new("WE", view.Words[i], i, i + 1, Weigh(view, verbs, speech, i, i + 1) + (view.Words[i] is "we" or "i" ? 0.5 : 0)));
        }
        return mentions;
    }

    private static double Weigh(SentenceView view, List<VerbGroup> verbs, Speech? speech, int first, int end)
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
        var verb = verbs.Find(x => x.Finite && x.First >= end && x.First - end <= 8 && ReachesVerb(view, end, x.First));
        if (verb.Lemma is null) return weight;
        return weight + (speech?.Verb == verb.Head ? 0.4 : 2.5);
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
