namespace PledgeMiner.Classifying;

/// <summary>What tells whether a pledge hangs on something that may be its condition: how it is opened and named, the words and verbs within and around it, what else may be one.</summary>
internal static class ConditionFeatures
{
    private const int WordsBefore = 3, WordsWithin = 12, MostAlike = 3;

    private static readonly Term[] Kinds = [.. Labels.All<ConditionKind>().Select(x => Term.Of(x.Code()))];
    private static readonly Term[] Places = [.. Enumerable.Range(-WordsBefore, WordsBefore + WordsWithin).Select(x => Term.Of($"{x:+0;-0}"))];
    private static readonly Term Sure = "sure", Unsure = "unsure", Before = "before", Within = "within", After = "after", First = "first", Later = "later", None = "none", LeadIn = "lead-in";
    private static readonly Term[] Numbers = [.. Enumerable.Range(0, MostAlike + 1).Select(x => Term.Of(x.ToString()))];

    public static void Of(FeatureCollector to, SlotWords words, IReadOnlyList<Proviso> provisos, int index)
    {
        var proviso = provisos[index];
        Term kind = Kinds[(int)proviso.Kind], sure = proviso.Sure ? Sure : Unsure, opener = proviso.Opener, phrase = proviso.Phrase;
        to.Add(FeatureKind.ProvisoKind, kind);
        to.Add(FeatureKind.ProvisoKind, sure);
        to.Add(FeatureKind.ProvisoKind, kind, sure);
        to.Add(FeatureKind.ProvisoOpener, opener);
        to.Add(FeatureKind.ProvisoOpener, opener, kind);
        to.Add(FeatureKind.ProvisoOpener, opener, sure);
        to.Add(FeatureKind.ProvisoPhrase, phrase);
        to.Add(FeatureKind.ProvisoPhrase, phrase, kind);
        to.Add(FeatureKind.ProvisoPhrase, phrase, opener);
        Others(to, provisos, index, kind);
        if (proviso.Span.Length == 0)
        {
            to.Add(FeatureKind.ProvisoWord, LeadIn, kind);
            return;
        }
        var (first, end) = words.IndicesOf(proviso.Span);
        for (var i = Math.Max(-1, first - WordsBefore); i < Math.Min(end + 1, first + WordsWithin); i++)
        {
            Term word = words.Lemma(i), place = i < first ? Before : i < end ? Within : After;
            to.Add(FeatureKind.ProvisoWord, place, word);
            to.Add(FeatureKind.ProvisoWord, place, word, kind);
            if (i - first is >= -2 and <= 2) to.Add(FeatureKind.ProvisoWord, Places[i - first + WordsBefore], word);
        }
        to.Add(FeatureKind.ProvisoWord, Before, words.PartOfSpeechAt(first - 1), kind);
        Verb(to, Within, words.VerbFrom(first) is { } inner && inner.Head < end ? inner : null, kind, sure);
        Verb(to, Before, words.VerbBefore(first), kind, sure);
        Verb(to, After, words.VerbFrom(end), kind, sure);
    }

    private static void Verb(FeatureCollector to, Term place, VerbFrame? verb, Term kind, Term sure)
    {
        if (verb is not { } found)
        {
            to.Add(FeatureKind.ProvisoVerb, place, None, kind);
            return;
        }
        var manner = SlotFeatures.MannerOf(found);
        to.Add(FeatureKind.ProvisoVerb, place, manner);
        to.Add(FeatureKind.ProvisoVerb, place, manner, kind);
        to.Add(FeatureKind.ProvisoVerb, place, manner, sure);
    }

    private static void Others(FeatureCollector to, IReadOnlyList<Proviso> provisos, int index, Term kind)
    {
        var alike = 0;
        for (var i = 0; i < provisos.Count; i++)
        {
            if (i == index) continue;
            if (provisos[i].Kind == provisos[index].Kind) alike++;
            else if (provisos[i].Sure) to.Add(FeatureKind.ProvisoOthers, kind, Kinds[(int)provisos[i].Kind], i < index ? First : Later);
        }
        to.Add(FeatureKind.ProvisoOthers, kind, Numbers[Math.Min(MostAlike, alike)]);
    }
}
