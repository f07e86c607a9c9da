namespace PledgeMiner.Classifying;

/// <summary>
/// What the models see of a deed: its words, the classes they belong to, what was found in it, and where it stands in the document.
/// Names of actors are replaced by what they are, so that nothing is learnt about a country.
/// </summary>
internal static class SentenceFeatures
{
    /// <summary>Words of a heading, lead-in or title beyond this many tell nothing more.</summary>
    private const int ContextWords = 25;

    public static void Collect(FeatureCollector to, DocumentContext context, Deed deed)
    {
        Words(to, context.Words[deed.Sentence]);
        Classes(to, context.Classes[deed.Sentence]);
        Slots(to, deed, context.Sentences[deed.Sentence], context);
        Surroundings(to, context, deed.Sentence);
    }

    private static void Words(FeatureCollector to, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            to.Add(FeatureKind.Word, words[i]);
            to.Add(FeatureKind.WordPair, words[i], i + 1 < words.Length ? words[i + 1] : "</s>");
        }
        if (words.Length > 1) to.Add(FeatureKind.Opening, words[0], words[1]);
        to.Add(FeatureKind.Length, words.Length switch { < 5 => "1-4 words", < 10 => "5-9 words", < 20 => "10-19 words", < 35 => "20-34 words", _ => "35 words and more" });
    }

    private static void Classes(FeatureCollector to, string[] classes)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            to.Add(FeatureKind.Class, classes[i]);
            if (i + 1 < classes.Length) to.Add(FeatureKind.ClassPair, classes[i], classes[i + 1]);
            if (i + 2 >= classes.Length) continue;
            to.Add(FeatureKind.ClassGap, classes[i], classes[i + 2]);
            to.Add(FeatureKind.ClassTriple, classes[i], classes[i + 1], classes[i + 2]);
        }
        var distinct = classes.Distinct().Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < distinct.Length; i++)
        {
            for (var j = i + 1; j < distinct.Length; j++) to.Add(FeatureKind.ClassesTogether, distinct[i], distinct[j]);
        }
    }

    private static void Slots(FeatureCollector to, Deed deed, Sentence sentence, DocumentContext context)
    {
        foreach (var x in deed.Conditions) to.Add(FeatureKind.Condition, x.Value.Code());
        foreach (var x in deed.Instruments) to.Add(FeatureKind.Instrument, x.Value.Code());
        foreach (var x in deed.Pledgers) to.Add(FeatureKind.Actor, ActorClass(x.Code, context.Conflict));
        if (deed.Amounts.Count > 0) to.Add(FeatureKind.Amount, "a sum of money");
        if (deed.Due is not null) to.Add(FeatureKind.Due, "a date");
        if (deed.Speaker is not null) to.Add(FeatureKind.Reported, "reported speech");
        to.Add(FeatureKind.Block, context.Document.Blocks[sentence.Block].Kind.Code());
    }

    private static void Surroundings(FeatureCollector to, DocumentContext context, int index)
    {
        var sentence = context.Sentences[index];
        AddWords(to, FeatureKind.Heading, context.HeadingWords(sentence.Block));
        AddWords(to, FeatureKind.LeadIn, context.LeadInWords(sentence.Block));
        AddWords(to, FeatureKind.Title, context.TitleWords);
        if (index > 0) AddWords(to, FeatureKind.Before, context.Classes[index - 1]);
        if (index + 1 < context.Sentences.Count) AddWords(to, FeatureKind.After, context.Classes[index + 1]);
        foreach (var (actor, level) in context.Shares) to.Add(FeatureKind.Document, actor, Levels[level]);
    }

    private static void AddWords(FeatureCollector to, FeatureKind kind, string[] words)
    {
        for (var i = 0; i < Math.Min(words.Length, ContextWords); i++) to.Add(kind, words[i]);
    }

    /// <summary>What sort of actor a code stands for; which one must not weigh.</summary>
    private static string ActorClass(string code, Conflict? conflict) => code switch
    {
        "WE" => "we",
        _ when conflict?.Aggressors.Contains(code) == true => "aggressor",
        _ when code == conflict?.Partner => "partner",
        "EUROPE" or "ALLIES" => "allies",
        "OTHER" => "somebody else",
        { Length: 3 } when code is not ("COW" or "JEF" or "NB8" or "IMF") => "state",
        _ => "organisation",
    };

    private static readonly string[] Levels = ["never", "hardly", "little", "some", "often", "all the time"];
}
