namespace PledgeMiner.Classifying;

/// <summary>What tells through what a deed is carried out: the phrases that name an instrument, all words, what the sentence before and the text around name, the deed itself.
/// With pairs of words instruments' F1 is 0.831 and 0.789 where it is 0.825 and 0.796 without (see <see cref="Calibration.InstrumentShare"/>), and their table is read twice as often.</summary>
internal static class InstrumentFeatures
{
    private const int MostNamed = 3, MostSums = 2;

    private static readonly Term[] Kinds = [.. Labels.All<Instrument>().Select(x => Term.Of(x.Code()))];
    private static readonly Term[] Acts = [.. Labels.All<Act>().Select(x => Term.Of(x.Code()))];
    private static readonly Term[] Numbers = [.. Enumerable.Range(0, MostNamed + 1).Select(x => Term.Of(x.ToString()))];
    private static readonly Term Named = "named", Own = "own", Before = "before", Title = "title", Heading = "heading", LeadIn = "lead-in", Act = "act", Sums = "sums", Unit = "unit";

    public static void Of(FeatureCollector to, DocumentContext context, Deed deed, SlotWords words, Act act)
    {
        OfNamed(to, context, deed);
        for (var i = 0; i < words.Count; i++) to.Add(FeatureKind.MeansWord, words.Lemma(i));
        var block = context.Sentences[deed.Sentence].Block;
        foreach (var word in context.TitleWords) to.Add(FeatureKind.MeansContext, Title, word);
        foreach (var word in context.HeadingWords(block)) to.Add(FeatureKind.MeansContext, Heading, word);
        foreach (var word in context.LeadInWords(block)) to.Add(FeatureKind.MeansContext, LeadIn, word);
        to.Add(FeatureKind.MeansOfDeed, Act, Acts[(int)act]);
        to.Add(FeatureKind.MeansOfDeed, Sums, Numbers[Math.Min(MostSums, deed.Amounts.Count)]);
        foreach (var count in deed.Counts) to.Add(FeatureKind.MeansOfDeed, Unit, count.Value.Unit);
    }

    private static void OfNamed(FeatureCollector to, DocumentContext context, Deed deed)
    {
        to.Add(FeatureKind.MeansFound, Named, Numbers[Math.Min(MostNamed, deed.Instruments.Count)]);
        for (var i = 0; i < deed.Instruments.Count; i++)
        {
            var (instrument, span) = deed.Instruments[i];
            var kind = Kinds[(int)instrument];
            to.Add(FeatureKind.MeansFound, Named, kind);
            if (span.Length > 0)
            {
                to.Add(FeatureKind.MeansFound, Own, kind);
                to.Add(FeatureKind.MeansFound, kind, LowerCase.Of(span.Of(context.Document.Text)));
            }
            for (var j = 0; j < i; j++) to.Add(FeatureKind.MeansFound, Kinds[Math.Min((int)instrument, (int)deed.Instruments[j].Value)], Kinds[Math.Max((int)instrument, (int)deed.Instruments[j].Value)]);
        }
        if (context.DeedBefore(deed) is not { } before) return;
        foreach (var found in before.Instruments) to.Add(FeatureKind.MeansFound, Before, Kinds[(int)found.Value]);
    }
}
