namespace PledgeMiner.Classifying;

/// <summary>
/// What the models see of a deed: the words of its sentence, what was found in it, and where it stands in the document.
/// Names of actors are replaced by what they are, so that nothing is learnt about a country.
/// </summary>
internal static class SentenceFeatures
{
    /// <summary>Words of a neighbouring stretch of text beyond this many tell nothing more.</summary>
    private const int ContextWords = 25;

    public static void Collect(FeatureCollector to, DocumentContext context, Deed deed)
    {
        var sentence = context.Sentences[deed.Sentence];
        var words = context.Words[deed.Sentence];
        Words(to, words, sentence);
        Slots(to, deed, sentence, context);
        Surroundings(to, context, deed.Sentence);
    }

    private static void Words(FeatureCollector to, string[] words, Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < words.Length; i++)
        {
            var next = i + 1 < words.Length ? words[i + 1] : "</s>";
            var third = i + 2 < words.Length ? words[i + 2] : "</s>";
            to.Add(FeatureKind.Word, words[i]);
            to.Add(FeatureKind.WordPair, words[i], next);
            to.Add(FeatureKind.WordTriple, words[i], next, third);
            if (i + 2 < words.Length) to.Add(FeatureKind.Gap, words[i], third);
            if (i >= tokens.Count) continue;
            to.Add(FeatureKind.Lemma, tokens[i].Lemma);
            if (i + 1 < tokens.Count) to.Add(FeatureKind.LemmaPair, tokens[i].Lemma, tokens[i + 1].Lemma);
            if (i + 2 < tokens.Count)
                to.Add(FeatureKind.PartOfSpeechTriple, Name(tokens[i].Pos), Name(tokens[i + 1].Pos), Name(tokens[i + 2].Pos));
            if (tokens[i].Pos == PartOfSpeech.Verb)
                to.Add(FeatureKind.Verb, i > 0 && tokens[i - 1].Pos is PartOfSpeech.Aux or PartOfSpeech.Part ? tokens[i - 1].Lemma : "-", tokens[i].Lemma);
        }
        if (words.Length > 1) to.Add(FeatureKind.Opening, words[0], words[1]);
        to.Add(FeatureKind.Length, words.Length switch { < 5 => "1-4 words", < 10 => "5-9 words", < 20 => "10-19 words", < 35 => "20-34 words", _ => "35 words and more" });
    }

    private static void Slots(FeatureCollector to, Deed deed, Sentence sentence, DocumentContext context)
    {
        foreach (var entity in sentence.Entities) to.Add(FeatureKind.Names, entity.Kind.ToString());
        foreach (var x in deed.Conditions) to.Add(FeatureKind.Condition, x.Value.Code());
        foreach (var x in deed.Instruments) to.Add(FeatureKind.Instrument, x.Value.Code());
        foreach (var x in deed.Pledgers) to.Add(FeatureKind.Actor, ActorClass(x.Code));
        if (deed.Pledgers.Count == 0) to.Add(FeatureKind.Actor, "nobody");
        if (deed.Amounts.Count > 0) to.Add(FeatureKind.Amount, "a sum of money");
        if (deed.Due is not null) to.Add(FeatureKind.Due, "a date");
        if (deed.Speaker is not null) to.Add(FeatureKind.Reported, "reported speech");
        to.Add(FeatureKind.Block, context.Document.Blocks[sentence.Block].Kind.ToString());
    }

    private static void Surroundings(FeatureCollector to, DocumentContext context, int index)
    {
        var sentence = context.Sentences[index];
        AddWords(to, FeatureKind.Heading, context.HeadingWords(sentence.Block));
        AddWords(to, FeatureKind.LeadIn, context.LeadInWords(sentence.Block));
        AddWords(to, FeatureKind.Title, context.TitleWords);
        if (index > 0) AddWords(to, FeatureKind.Before, context.Words[index - 1]);
        if (index + 1 < context.Sentences.Count) AddWords(to, FeatureKind.After, context.Words[index + 1]);
        foreach (var word in context.TopicWords) to.Add(FeatureKind.Document, word, value: 0.5f);
        to.Add(FeatureKind.Place, index == 0 ? "first sentence" : index + 1 == context.Sentences.Count ? "last sentence" : "inside");
    }

    private static void AddWords(FeatureCollector to, FeatureKind kind, string[] words)
    {
        for (var i = 0; i < Math.Min(words.Length, ContextWords); i++) to.Add(kind, words[i], value: 0.5f);
    }

    /// <summary>What sort of actor a code stands for; which one must not weigh.</summary>
    private static string ActorClass(string code) => code switch
    {
        "WE" => "we",
        "RUS" or "BLR" or "PRK" => "aggressor",
        "EUROPE" or "ALLIES" => "allies",
        { Length: 3 } when code is not ("COW" or "JEF" or "NB8" or "IMF") => "state",
        _ => "organisation",
    };

    private static string Name(PartOfSpeech pos) => Names[(int)pos];

    private static readonly string[] Names = Enum.GetNames<PartOfSpeech>();
}
