namespace PledgeMiner.Classifying;

/// <summary>
/// What tells whether somebody is the one to act: what they are to the conflict, where they come from, how the sentence names them, of which verbs they are the subject,
/// how much the document speaks of them. Which state it is must not weigh.
/// </summary>
internal static class PledgerFeatures
{
    private const int MostMentions = 3, MostRank = 4;

    private static readonly Term Number = "number", Rank = "rank", Share = "share", Speaker = "speaker", Unnamed = "unnamed", Subject = "subject", Object = "object", Place = "place", Before = "before", After = "after", Kind = "kind", Quoted = "quoted", First = "first", None = "none", Act = "act";
    private static readonly Term[] Numbers = [.. Enumerable.Range(0, 10).Select(x => Term.Of(x.ToString()))];
    private static readonly Term[] Sources = [.. Enumerable.Range(0, 2 * (int)Enum.GetValues<PledgerSource>().Max()).Select(x => Term.Of(((PledgerSource)x).ToString()))];
    private static readonly Term[] Kinds = [.. Enum.GetNames<EntityKind>().Select(Term.Of)];
    private static readonly Term[] Acts = [.. Labels.All<Act>().Select(x => Term.Of(x.Code()))];
    private static readonly Term Taken = "taken", NotTaken = "not taken";
    private static readonly HashSet<string> Speech = [.. "say tell announce state add stress insist warn argue note write report confirm declare think believe explain".Split(' ')];

    public static void Of(FeatureCollector to, DocumentContext context, Deed deed, SlotWords words, PledgerCandidate candidate, Act act)
    {
        var code = candidate.Pledger.Code;
        var entities = context.WordsOf(deed).Sentence.Entities;
        Term kind = SentenceFeatures.ActorClass(code, context.Conflict), name = Acts[(int)act], source = Sources[(int)candidate.Source], taken = candidate.Is(PledgerSource.Taken) ? Taken : NotTaken;
        to.Add(FeatureKind.PledgerSource, source);
        to.Add(FeatureKind.PledgerSource, source, kind);
        to.Add(FeatureKind.PledgerSource, Kind, kind);
        to.Add(FeatureKind.PledgerSource, name, kind);
        for (var bit = 1; bit <= (int)candidate.Source; bit <<= 1)
        {
            if (((int)candidate.Source & bit) == 0) continue;
            var one = Sources[bit];
            to.Add(FeatureKind.PledgerSource, Act, one);
            to.Add(FeatureKind.PledgerSource, Kind, one, kind);
            to.Add(FeatureKind.PledgerSource, Act, one, name);
        }
        var (named, first) = Named(entities);
        to.Add(FeatureKind.PledgerWeight, Number, Numbers[Math.Min(4, named)], taken);
        to.Add(FeatureKind.PledgerWeight, taken, Numbers[Math.Min(3, deed.Pledgers.Count)]);
        var rank = Numbers[Math.Min(MostRank, context.Actors.RankOf(code))];
        to.Add(FeatureKind.PledgerWeight, Rank, rank);
        to.Add(FeatureKind.PledgerWeight, Rank, rank, kind);
        to.Add(FeatureKind.PledgerWeight, Share, Numbers[(int)(5 * context.Actors.ShareOf(code))]);
        if (deed.Speaker?.Code == code) to.Add(FeatureKind.PledgerWeight, Speaker, kind);
        to.Add(FeatureKind.PledgerWeight, Speaker, deed.Speaker is null ? None : Kind);
        var mentions = 0;
        foreach (var entity in entities)
        {
            if (entity.Code != code || mentions == MostMentions) continue;
            mentions++;
            Mention(to, words, deed, entity, kind);
            to.Add(FeatureKind.PledgerMention, First, entity.Span.Start == first ? First : None);
        }
        to.Add(FeatureKind.PledgerWeight, Unnamed, Numbers[mentions]);
        if (code == "WE") We(to, words, deed, candidate.Pledger);
        if (mentions > 0) return;
        to.Add(FeatureKind.PledgerUnnamed, kind);
        to.Add(FeatureKind.PledgerUnnamed, source, Numbers[Math.Min(3, named)]);
        to.Add(FeatureKind.PledgerUnnamed, Before, words.Word(0));
        to.Add(FeatureKind.PledgerUnnamed, Before, words.Word(0), source);
    }

    /// <summary>How many are named, and where the first stands.</summary>
    private static (int Count, int First) Named(IReadOnlyList<Entity> entities)
    {
        var (count, first) = (0, int.MaxValue);
        for (var i = 0; i < entities.Count; i++)
        {
            if (entities[i].Code is not { } code) continue;
            first = Math.Min(first, entities[i].Span.Start);
            var known = false;
            for (var k = 0; k < i && !known; k++) known = entities[k].Code == code;
            if (!known) count++;
        }
        return (count, first);
    }

    private static void Mention(FeatureCollector to, SlotWords words, Deed deed, Entity entity, Term kind)
    {
        var (first, end) = words.IndicesOf(entity.Span);
        var what = Kinds[(int)entity.Kind];
        to.Add(FeatureKind.PledgerMention, Kind, what);
        to.Add(FeatureKind.PledgerMention, Place, Numbers[Math.Min(4, first / 4)]);
        to.Add(FeatureKind.PledgerMention, Before, words.Word(first - 1));
        to.Add(FeatureKind.PledgerMention, Before, words.Word(first - 2), words.Word(first - 1));
        to.Add(FeatureKind.PledgerMention, Before, what, words.Word(first - 1));
        to.Add(FeatureKind.PledgerMention, After, words.Word(end));
        to.Add(FeatureKind.PledgerMention, After, words.Lemma(end));
        to.Add(FeatureKind.PledgerMention, After, what, words.Word(end));
        to.Add(FeatureKind.PledgerMention, After, words.Word(end), words.Word(end + 1));
        to.Add(FeatureKind.PledgerMention, After, words.PartOfSpeechAt(end));
        if (words.Has("\"", 0, first) || words.Has("“", 0, first)) to.Add(FeatureKind.PledgerMention, Quoted, Before);
        foreach (var verb in deed.Frames)
        {
            Term manner = SlotFeatures.MannerOf(verb), lemma = words.Lemma(verb.Head);
            if (first <= verb.Subject && verb.Subject < end)
            {
                to.Add(FeatureKind.PledgerVerb, Subject);
                to.Add(FeatureKind.PledgerVerb, Subject, manner);
                to.Add(FeatureKind.PledgerVerb, Subject, lemma);
                to.Add(FeatureKind.PledgerVerb, Subject, manner, kind);
                to.Add(FeatureKind.PledgerVerb, Subject, Speech.Contains(lemma.Text) ? Speaker : None);
            }
            if (verb.Head >= first || first >= verb.End) continue;
            to.Add(FeatureKind.PledgerVerb, Object, lemma);
            to.Add(FeatureKind.PledgerVerb, Object, manner);
            to.Add(FeatureKind.PledgerVerb, Object, words.Word(first - 1), verb.Passive ? Subject : Object);
        }
        if (words.VerbBefore(first) is { } before)
        {
            to.Add(FeatureKind.PledgerVerb, Before, words.Lemma(before.Head));
            to.Add(FeatureKind.PledgerVerb, Before, SlotFeatures.MannerOf(before));
        }
        else
        {
            to.Add(FeatureKind.PledgerVerb, Before, None);
        }
        if (words.VerbFrom(end) is not { } after) return;
        to.Add(FeatureKind.PledgerVerb, After, words.Lemma(after.Head));
        to.Add(FeatureKind.PledgerVerb, After, SlotFeatures.MannerOf(after));
    }

    /// <summary>"We" is the document's authors, a speaker's state or a reporter's readers.</summary>
    private static void We(FeatureCollector to, SlotWords words, Deed deed, Pledger we)
    {
        to.Add(FeatureKind.PledgerWeight, Quoted, words.Has("\"", 0, words.Count) || words.Has("“", 0, words.Count) ? Kind : None);
        to.Add(FeatureKind.PledgerWeight, Quoted, deed.Speaker is null ? None : Speaker, we.Resolved.Count > 0 ? Kind : None);
    }
}
