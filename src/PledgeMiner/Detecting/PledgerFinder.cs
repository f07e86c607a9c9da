namespace PledgeMiner.Detecting;

/// <summary>Says who would carry a deed out: the subject of the deed and not the one who speaks of it.</summary>
internal static class PledgerFinder
{
    /// <summary>Below this a mention only stands in the sentence: it is the place, the receiver or the topic.</summary>
    private const double Acts = 0.9;

    /// <summary>Mentions this close to the best one act beside it where words join them.</summary>
    private const double Beside = 2.6;

    /// <summary>A partner weighs three less than others (see <see cref="ActorMentions"/>), and yet both sides of a subject act: "Denmark and Ukraine will produce".</summary>
    private const double BesidePartner = 3.6;

    public static IReadOnlyList<Pledger> Find(SentenceView view, int index, Speech? speech, Speaker? speaker, List<VerbGroup> verbs, DocumentActors actors, IReadOnlyList<Pledger> leadIn)
    {
        var mentions = ActorMentions.Of(view, verbs, speech, actors);
        if (PronounOfSpeaker(view, speech, speaker, verbs, mentions) is { } self) return [self];
        if (mentions.Count > 0)
        {
            var best = mentions.MaxBy(x => x.Weight);
            if (best.Weight >= Acts && mentions.Count == 1) return [Of(view, best, speech, speaker, actors)];
            if (best.Weight >= Acts)
            {
                var joined = Joined(view, mentions, best).Where(x => x.Code == best.Code || x.Weight >= best.Weight - (actors.IsPartner(x.Code) ? BesidePartner : Beside)).Concat(mentions.Where(x => x.First > best.End && actors.IsAlly(x.Code) && SharesVerb(view, x, verbs)));
                return [.. joined.DistinctBy(x => x.Code).Select(x => Of(view, x, speech, speaker, actors))];
            }
        }
        return Inherited(view, index, speaker, mentions, actors, leadIn);
    }

    /// <summary>"Macron said he would", "he said he would": the speaker acts himself.</summary>
    private static Pledger? PronounOfSpeaker(SentenceView view, Speech? speech, Speaker? speaker, List<VerbGroup> verbs, List<ActorMention> mentions)
    {
        if (speech is null || (speech.Subject?.Code ?? speaker?.Code) is not { } code || code == "OTHER") return null;
        var reported = verbs.Find(x => x.Finite && x.Head > speech.Verb);
        if (reported.Lemma is null) return null;
        for (var i = reported.First - 1; i > Math.Max(speech.Verb, reported.First - 4); i--)
        {
            if (view.Word(i) is not ("he" or "she" or "it")) continue;
            if (mentions.Exists(x => x.Weight > 2.4 && x.First > speech.Verb)) return null;
            return speech.Subject is { Code: not null } subject ? Of(view, subject) : new(code, speaker!.Name, view.SpanOf(i, i + 1), []);
        }
        return null;
    }

    /// <summary>"Norway will give two launchers and Denmark three", "France will send troops and Germany a battery": it gives something of its own by the verb before.</summary>
    private static bool SharesVerb(SentenceView view, ActorMention mention, List<VerbGroup> verbs)
    {
        if (view.Word(mention.First - 1) is not ("and" or ",") || view.EntityAt(mention.End)?.Kind is EntityKind.Date || view.EntityAt(mention.End + 1)?.Kind is EntityKind.Date || view.Lemma(mention.End + 1) is "day" or "week" or "month" or "year" or "hour") return false;
        if (!(view.Pos(mention.End) == PartOfSpeech.Num || view.Word(mention.End) is "a" or "an" or "another" or "some" or "about" || view.EntityAt(mention.End)?.Kind == EntityKind.Equipment)) return false;
        for (var i = mention.End; i < view.Count && view.Word(i) is not ("and" or "," or ";" or "."); i++)
        {
            if (view.Pos(i) is PartOfSpeech.Verb or PartOfSpeech.Aux) return false;
        }
        return verbs.Exists(x => x.Finite && x.Head < mention.First - 1);
    }

    /// <summary>The best mention and those joined to it by "and" or commas.</summary>
    private static IEnumerable<ActorMention> Joined(SentenceView view, List<ActorMention> mentions, ActorMention best)
    {
        var ordered = mentions.OrderBy(x => x.First).ToList();
        var at = ordered.IndexOf(best);
        var (from, to) = (at, at);
        while (from > 0 && AreJoined(view, ordered[from - 1], ordered[from])) from--;
        while (to + 1 < ordered.Count && AreJoined(view, ordered[to], ordered[to + 1])) to++;
        return ordered.Skip(from).Take(to - from + 1);
    }

    private static bool AreJoined(SentenceView view, ActorMention left, ActorMention right)
    {
        if (right.First - left.End > 4) return false;
        var joins = false;
        for (var i = left.End; i < right.First; i++)
        {
            joins |= view.Word(i) is "and" or "," or "&" or "or" or "with" or "/";
            if (!(view.Word(i) is "and" or "," or "&" or "or" or "the" or "with" or "together" or "/" or "also" or "its" or "other")) return false;
        }
        return joins;
    }

    private static IReadOnlyList<Pledger> Inherited(SentenceView view, int index, Speaker? speaker, List<ActorMention> mentions, DocumentActors actors, IReadOnlyList<Pledger> leadIn)
    {
        if (leadIn.Count > 0) return leadIn;
        var span = view.Sentence.Span with { End = view.Sentence.Span.Start };
        if (actors.Of(index - 1) is { Count: > 0 } before) return [.. before.Select(x => x with { Span = span })];
        var weak = mentions.Where(x => x.IsWe || actors.IsAlly(x.Code)).OrderByDescending(x => x.Weight).ToList();
        if (weak.Count > 0) return [Of(view, weak[0], null, speaker, actors)];
        if (actors.Authors.Count > 0) return [.. actors.Authors.Select(x => new Pledger(x, x, span, []))];
        return actors.Chief is { } chief ? [new Pledger(chief, chief, span, [])] : [new Pledger("OTHER", "", span, [])];
    }

    private static Pledger Of(SentenceView view, ActorMention mention, Speech? speech, Speaker? speaker, DocumentActors actors) =>
        new(mention.Code, mention.Name, view.SpanOf(mention.First, mention.End), mention.IsWe ? ResolveWe(mention, speech, speaker, actors) : []);

    /// <summary>"We" in a quotation is the speaker's side, elsewhere the document's authors; "the Participants" are authors and partner.</summary>
    private static IReadOnlyList<string> ResolveWe(ActorMention we, Speech? speech, Speaker? speaker, DocumentActors actors)
    {
        if (speech?.Subject?.Code is { } code) return [code];
        if (we.Name is "we" or "our" or "us" or "i" or "my" && speaker is { Code: not "OTHER" }) return [speaker.Code];
        var both = we.Name is "participants" or "sides" or "parties" or "signatories" && actors.Conflict is not null;
        var authors = actors.Authors.Count > 0 ? actors.Authors : both && actors.Chief is { } chief ? [chief] : [];
        return both ? [.. authors, .. authors.Contains(actors.Conflict!.Partner) ? [] : new[] { actors.Conflict.Partner }] : authors;
    }

    private static Pledger Of(SentenceView view, Entity entity) => new(entity.Code!, entity.Name ?? entity.Span.Of(view.Text), entity.Span, []);
}
