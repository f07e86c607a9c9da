namespace PledgeMiner.Tagging.Training;

/// <summary>Trains the tagger from treebanks: the same folder gives the same model, byte for byte.</summary>
public static class TaggerTrainer
{
    private static readonly string[] Tagged = ["ewt", "gum-open"], Named = ["uner-ewt", "gum-ner-silver-open", "wnut17", "btc"];

    /// <summary>Writes the model file, its card and its metrics.</summary>
    /// <param name="treebankFolder">Holds one folder a treebank, each with a train and a dev part.</param>
    public static void Train(string treebankFolder, string outFolder, Action<string>? progress = null)
    {
        progress ??= _ => { };
        string Path(string name) => System.IO.Path.Combine(treebankFolder, name);
        var tagged = Tagged.SelectMany(x => Treebank.ReadConllu(Path(x + "/train.conllu"))).ToList();
        var named = Named.SelectMany(x => Treebank.ReadIob2(Path(x + "/train.iob2"))).ToList();
        progress($"{tagged.Count} tagged sentences, {named.Count} sentences with names");
        var vocabulary = VocabularyTrainer.Train(tagged, named, new Dictionary<ulong, ushort>());
        progress($"vocabulary: {vocabulary.Count} words");
        var splitter = SplitterTrainer.Train(tagged, vocabulary);
        progress("splitter trained");
        var parts = PosTrainer.Train(tagged, vocabulary);
        progress("parts of speech trained");
        var lemmas = LemmaTrainer.Train(tagged);
        var names = NameTrainer.Train(named, vocabulary, parts, progress);
        Directory.CreateDirectory(outFolder);
        new TaggerModel(vocabulary, splitter, parts, lemmas, names).Save(System.IO.Path.Combine(outFolder, TaggerModel.FileName));
        progress("saved");
    }
}
