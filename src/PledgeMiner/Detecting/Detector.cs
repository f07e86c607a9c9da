namespace PledgeMiner.Detecting;

/// <summary>Reads the slots of every sentence's deed from its words. Immutable, shared by threads.</summary>
/// <param name="codeOf">The actor code of a name such as "Government of Latvia", or null.</param>
public sealed class Detector(Func<string, string?> codeOf)
{
    /// <summary>Help that is said to be of no kind: it is not of the kind of the sentence before either.</summary>
    private static readonly HashSet<string> Unspecific =
    [
        .. "support aid assistance weapon weapons arms package packages equipment kit materiel matériel help cooperation cooperate assist supporting lethal arming fields security".Split(' '),
    ];

    /// <summary>What a text goes on to speak of without naming it: of such sentences in the corpus' train part six in ten mean it, of others three.</summary>
    private static readonly HashSet<Instrument> Continuing = [Instrument.Troops, Instrument.Monitoring, Instrument.Sanctions, Instrument.AirDefence, Instrument.SecurityGuarantee];

    private readonly ConditionFinder _conditions = new();
    private readonly InstrumentFinder _instruments = new();

    /// <summary>The deeds of a document, in text order; every sentence has at least one, whether or not it commits anybody.</summary>
    public IReadOnlyList<Deed> Detect(Document document, IReadOnlyList<Sentence> sentences) => Detect(document, sentences, [.. sentences.Select(_ => true)]);

    /// <summary>The deeds of the wanted sentences, in text order; the others tell only who was spoken of.</summary>
    /// <param name="wanted">By sentence.</param>
    public IReadOnlyList<Deed> Detect(Document document, IReadOnlyList<Sentence> sentences, IReadOnlyList<bool> wanted)
    {
        var actors = new DocumentActors(sentences, PublisherOf(document) is { } code ? [code] : []);
        var speakers = new SpeakerFinder(actors);
        var quantities = new QuantityFinder();
        var deeds = new List<Deed>(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
        {
            if (!wanted[i])
            {
                speakers.Pass(new SentenceView(document.Text, sentences[i]));
                continue;
            }
            var before = deeds.Count > 0 && deeds[^1].Sentence == i - 1 ? deeds[^1] : null;
            var deed = Read(document, sentences, i, actors, speakers, quantities, LeadInOf(document, sentences, deeds, i), before, deeds);
            actors.Remember(i, deed.Pledgers);
            deeds.Add(deed);
        }
        return deeds;
    }

    /// <summary>"Senate of the Republic of Latvia, Legal Office": the state or organisation of the whole name or of a part between commas.</summary>
    private string? PublisherOf(Document document) =>
        document.Publisher is not { } publisher ? null : codeOf(publisher) ?? publisher.Split([',', '–', '('], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(codeOf).FirstOrDefault(x => x is not null);

    private Deed Read(Document document, IReadOnlyList<Sentence> sentences, int index, DocumentActors actors, SpeakerFinder speakers, QuantityFinder quantities, Deed? leadIn, Deed? before, List<Deed> earlier)
    {
        var sentence = sentences[index];
        var view = new SentenceView(document.Text, sentence);
        var verbs = VerbGroups.Of(view);
        // What an item takes from its lead-in, its conditions too, stands nowhere in its own words.
        var here = sentence.Span with { End = sentence.Span.Start };
        var speaker = speakers.Next(view, verbs, out var voice);
        IReadOnlyList<Pledger> given = leadIn is null ? [] : [.. leadIn.Pledgers.Select(x => x with { Span = here })];
        var pledgers = PledgersOf(view, verbs, given);
        var counts = quantities.Find(view);
        var dates = DueFinder.Find(view, document.Published, verbs, pledgers);
        if (!dates.Exists(x => x.Doubts == Doubt.None)) dates.AddRange(DueElsewhere.Find(view, here, leadIn, earlier));
        var provisos = _conditions.Find(view);
        if (leadIn is not null) provisos.AddRange(leadIn.Provisos.Select(x => x with { Span = here }));
        var whole = new Deed(sentence.Span, index, 0)
        {
            Pledgers = pledgers,
            Speaker = speaker,
            Beneficiaries = BeneficiaryFinder.Find(view, pledgers, actors),
            Instruments = InstrumentsOf(view, here, leadIn, before),
            Provisos = provisos,
            Conditions = ConditionFinder.Sure(provisos),
            Amounts = AmountFinder.Find(view),
            Counts = counts,
            Quantities = [.. counts.Where(x => x.Doubts == Doubt.None).Select(x => x.Found)],
            Dates = dates,
            Due = DueFinder.Settle(view, dates, document.Published, verbs),
            Frames = FrameFinder.Find(view, verbs),
        };
        var clauses = new List<Deed>();
        foreach (var clause in ClauseFinder.Find(view, verbs))
        {
            var part = new SentenceView(document.Text, sentence.Part(clause.Span));
            var own = VerbGroups.Of(part);
            IReadOnlyList<Pledger> last = clauses.Count == 0 ? given : [.. clauses[^1].Pledgers.Select(x => x with { Span = here })];
            clauses.Add(PartOf(whole, clause.Span) with { Pledgers = clause.OwnSubject ? PledgersOf(part, own, last) : last, Frames = FrameFinder.Find(part, own) });
        }
        return whole with { Clauses = clauses };

        IReadOnlyList<Pledger> PledgersOf(SentenceView view, List<VerbGroup> verbs, IReadOnlyList<Pledger> given) =>
            PledgerFinder.Find(view, index, SpeechFinder.Find(view, verbs), voice, verbs, actors, given);
    }

    /// <summary>A deed with what was read from a stretch of its words, or from none of them.</summary>
    private static Deed PartOf(Deed deed, TextSpan span)
    {
        IReadOnlyList<Found<T>> Kept<T>(IReadOnlyList<Found<T>> found) => [.. found.Where(x => x.Span.Length == 0 || span.Contains(x.Span))];
        return deed with
        {
            Span = span,
            Instruments = Kept(deed.Instruments),
            Conditions = Kept(deed.Conditions),
            Provisos = [.. deed.Provisos.Where(x => x.Span.Length == 0 || span.Contains(x.Span))],
            Amounts = Kept(deed.Amounts),
            Quantities = Kept(deed.Quantities),
            Counts = [.. deed.Counts.Where(x => span.Contains(x.Span))],
            Dates = [.. deed.Dates.Where(x => x.Span.Length == 0 || span.Contains(x.Span))],
            Due = deed.Due is { } due && (due.Span.Length == 0 || span.Overlap(due.Span) > 0) ? due : null,
        };
    }

    /// <summary>What a sentence names, else its lead-in, else, of what follows on ("another twenty of them"), the sentence before.</summary>
    private IReadOnlyList<Found<Instrument>> InstrumentsOf(SentenceView view, TextSpan here, Deed? leadIn, Deed? before)
    {
        var found = _instruments.Find(view);
        if (found.Count > 0) return found;
        var from = leadIn is { Instruments.Count: > 0 } ? leadIn : before is { Instruments: [{ Value: var value }] } && Continuing.Contains(value) && !view.Words.Any(Unspecific.Contains) ? before : null;
        return from is null ? [] : [.. from.Instruments.Select(x => x with { Span = here })];
    }

    /// <summary>The deed of the sentence that introduces an item's list; none for what is no item.</summary>
    private static Deed? LeadInOf(Document document, IReadOnlyList<Sentence> sentences, List<Deed> deeds, int index)
    {
        if (document.LeadInOf(sentences[index].Block) is not { } leadIn) return null;
        var last = deeds.Count - 1;
        while (last >= 0 && deeds[last].Span.Start >= leadIn.Span.End) last--;
        return last >= 0 && leadIn.Span.Contains(deeds[last].Span) ? deeds[last] : null;
    }
}
