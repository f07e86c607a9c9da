namespace PledgeMiner.Classifying;

/// <summary>
/// What the models see of a deed: its words, the classes they belong to, what was found in it, and where it stands in the document.
/// Names of actors are replaced by what they are, so that nothing is learnt about a country.
/// </summary>
internal static class SentenceFeatures
{
    private static readonly Term[] Conditions = [.. Labels.All<ConditionKind>().Select(x => Term.Of(x.Code()))];
    private static readonly Term[] Instruments = [.. Labels.All<Instrument>().Select(x => Term.Of(x.Code()))];
    private static readonly Term[] Blocks = [.. Labels.All<BlockKind>().Select(x => Term.Of(x.Code()))];
    private static readonly Term SumOfMoney = "a sum of money", Date = "a date", Reported = "reported speech";
    private static readonly Term We = "we", Aggressor = "aggressor", Partner = "partner", Allies = "allies", SomebodyElse = "somebody else", State = "state", Organisation = "organisation";

    public static void Collect(FeatureCollector to, DocumentContext context, Deed deed)
    {
        var (sentence, terms) = context.WordsOf(deed);
        Words(to, terms.Words);
        AddEach(to, FeatureKind.Lemma, terms.Lemmas);
        Classes(to, terms.Classes);
        FrameFeatures.Collect(to, sentence, terms, deed.Frames);
        Slots(to, deed, sentence, context);
        Surroundings(to, context, sentence.Block);
    }

    private static void Words(FeatureCollector to, ReadOnlySpan<Term> words)
    {
        AddEach(to, FeatureKind.Word, words);
        if (words.Length > 1) to.Add(FeatureKind.Opening, words[0], words[1]);
        to.Add(FeatureKind.Length, words.Length switch { < 5 => "1-4 words", < 10 => "5-9 words", < 20 => "10-19 words", < 35 => "20-34 words", _ => "35 words and more" });
    }

    private static void Classes(FeatureCollector to, ReadOnlySpan<Term> classes)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            to.Add(FeatureKind.Class, classes[i]);
            if (i + 1 < classes.Length) to.Add(FeatureKind.ClassPair, classes[i], classes[i + 1]);
            if (i + 2 >= classes.Length) continue;
            to.Add(FeatureKind.ClassGap, classes[i], classes[i + 2]);
            to.Add(FeatureKind.ClassTriple, classes[i], classes[i + 1], classes[i + 2]);
        }
    }

    private static void Slots(FeatureCollector to, Deed deed, Sentence sentence, DocumentContext context)
    {
        foreach (var x in deed.Conditions) to.Add(FeatureKind.Condition, Conditions[(int)x.Value]);
        foreach (var x in deed.Instruments) if (x.Span.Length > 0) to.Add(FeatureKind.Instrument, Instruments[(int)x.Value]);
        foreach (var x in deed.Pledgers) to.Add(FeatureKind.Actor, ActorClass(x.Code, context.Conflict));
        if (deed.Amounts.Count > 0) to.Add(FeatureKind.Amount, SumOfMoney);
        if (deed.Due is { Span.Length: > 0 }) to.Add(FeatureKind.Due, Date);
        if (deed.Speaker is not null) to.Add(FeatureKind.Reported, Reported);
        to.Add(FeatureKind.Block, Blocks[(int)context.Document.Blocks[sentence.Block].Kind]);
    }

    private static void Surroundings(FeatureCollector to, DocumentContext context, int block)
    {
        AddEach(to, FeatureKind.Heading, context.HeadingWords(block));
        AddEach(to, FeatureKind.LeadIn, context.LeadInWords(block));
        AddEach(to, FeatureKind.Title, context.TitleWords);
    }

    private static void AddEach(FeatureCollector to, FeatureKind kind, ReadOnlySpan<Term> terms)
    {
        foreach (var term in terms) to.Add(kind, term);
    }

    /// <summary>What sort of actor a code stands for; which one must not weigh.</summary>
    public static Term ActorClass(string code, Conflict? conflict) => code switch
    {
        "WE" => We,
        _ when conflict?.Aggressors.Contains(code) == true => Aggressor,
        _ when code == conflict?.Partner => Partner,
        "EUROPE" or "ALLIES" => Allies,
        "OTHER" => SomebodyElse,
        { Length: 3 } when code is not ("COW" or "JEF" or "NB8" or "IMF") => State,
        _ => Organisation,
    };
}
