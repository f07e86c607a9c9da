namespace PledgeMiner.Tagging;

/// <summary>
/// The labels of the part-of-speech model: the universal parts of speech, some divided further (number, verb form),
/// because the finer label of the word before tells more about the next one.
/// </summary>
internal static class PosLabels
{
    private static readonly string[] Names =
    [
        "ADJ", "ADJ+R", "ADJ+S", "ADP", "ADV", "AUX", "AUX+D", "AUX+B", "AUX+M", "CCONJ", "DET", "INTJ", "NOUN", "NOUN+S", "NUM",
        "PART", "PART+P", "PRON", "PRON+P", "PROPN", "PROPN+S", "PUNCT", "SCONJ", "SYM", "VERB", "VERB+D", "VERB+N", "VERB+G", "VERB+Z", "X",
    ];

    private static readonly PartOfSpeech[] Parts =
        [.. Names.Select(x => Enum.Parse<PartOfSpeech>(x.Split('+')[0], ignoreCase: true))];

    public static int Count => Names.Length;

    private static readonly bool[] Finite = [.. Names.Select(x => x is "AUX" or "AUX+D" or "AUX+M" or "VERB" or "VERB+D" or "VERB+Z")];

    public static bool IsFinite(int label) => Finite[label];

    public static PartOfSpeech PartOf(int label) => Parts[label];

    public static int Of(PartOfSpeech part, string fine)
    {
        var name = part.ToString().ToUpperInvariant();
        var kind = (part, fine) switch
        {
            (PartOfSpeech.Adj, "JJR") => "+R",
            (PartOfSpeech.Adj, "JJS") => "+S",
            (PartOfSpeech.Aux, "VBD") => "+D",
            (PartOfSpeech.Aux, "VB") => "+B",
            (PartOfSpeech.Aux, "MD") => "+M",
            (PartOfSpeech.Noun, "NNS") => "+S",
            (PartOfSpeech.Propn, "NNPS") => "+S",
            (PartOfSpeech.Part, "POS") => "+P",
            (PartOfSpeech.Pron, "PRP$" or "WP$") => "+P",
            (PartOfSpeech.Verb, "VBD") => "+D",
            (PartOfSpeech.Verb, "VBN") => "+N",
            (PartOfSpeech.Verb, "VBG") => "+G",
            (PartOfSpeech.Verb, "VBZ") => "+Z",
            _ => "",
        };
        return Array.IndexOf(Names, name + kind);
    }
}
