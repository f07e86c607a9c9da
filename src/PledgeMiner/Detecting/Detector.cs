namespace PledgeMiner.Detecting;

/// <summary>Reads the slots of every sentence's deed from its words. Immutable, shared by threads.</summary>
/// <param name="codeOf">The actor code of a name such as "Government of Latvia", or null.</param>
public sealed class Detector(Func<string, string?> codeOf)
{
    private readonly ConditionFinder _conditions = new();
    private readonly PhraseLexicon<Instrument> _instruments = PhraseLexicon<Instrument>.Load("instruments.tsv");

    /// <summary>The deeds of a document, in text order; every sentence has at least one, whether or not it commits anybody.</summary>
    public IReadOnlyList<Deed> Detect(Document document, IReadOnlyList<Sentence> sentences)
    {
        var actors = new DocumentActors(sentences, document.Publisher is { } publisher && codeOf(publisher) is { } code ? [code] : []);
        var deeds = new List<Deed>(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
        {
            var deed = Read(document, sentences, i, actors, LeadInOf(document, sentences, deeds, i));
            actors.Remember(i, deed.Pledgers);
            deeds.Add(deed);
        }
        return deeds;
    }

    private Deed Read(Document document, IReadOnlyList<Sentence> sentences, int index, DocumentActors actors, IReadOnlyList<Pledger> leadIn)
    {
        var sentence = sentences[index];
        var view = new SentenceView(document.Text, sentence);
        var verbs = VerbGroups.Of(view);
        var speech = SpeechFinder.Find(view, verbs);
        var pledgers = PledgerFinder.Find(view, index, speech, verbs, actors, leadIn);
        return new Deed(sentence.Span, index, 0)
        {
            Pledgers = pledgers,
            Speaker = speech is null ? null : new Speaker(speech.Subject?.Name ?? speech.Subject?.Span.Of(document.Text) ?? speech.SubjectWord, speech.Subject?.Code ?? "OTHER"),
            Beneficiaries = BeneficiaryFinder.Find(view, pledgers, actors),
            Instruments = InstrumentsOf(view),
            Conditions = _conditions.Find(view),
            Amounts = AmountFinder.Find(view),
            Quantities = [.. sentence.Entities.Where(x => x.Measure is not null).Select(x => new Found<Measure>(x.Measure!.Value, x.Span))],
            Due = DueFinder.Find(view, speech, document.Published),
            Frames = FrameFinder.Find(view, verbs),
        };
    }

    private IReadOnlyList<Found<Instrument>> InstrumentsOf(SentenceView view)
    {
        var named = view.Sentence.Entities.Where(x => x.Instrument is not null).Select(x => new Found<Instrument>(x.Instrument!.Value, x.Span));
        var spoken = _instruments.In(view, 0, view.Count).Select(x => new Found<Instrument>(x.Label, view.SpanOf(x.First, x.End)));
        return [.. named.Concat(spoken).DistinctBy(x => x.Value).OrderBy(x => x.Span.Start)];
    }

    /// <summary>Who acts in the sentence that introduces an item's list; nobody for what is no item.</summary>
    private static IReadOnlyList<Pledger> LeadInOf(Document document, IReadOnlyList<Sentence> sentences, List<Deed> deeds, int index)
    {
        if (document.LeadInOf(sentences[index].Block) is not { } leadIn) return [];
        var last = deeds.FindLast(x => leadIn.Span.Contains(x.Span));
        var here = new TextSpan(sentences[index].Span.Start, sentences[index].Span.Start);
        return last is null ? [] : [.. last.Pledgers.Select(x => x with { Span = here })];
    }
}
