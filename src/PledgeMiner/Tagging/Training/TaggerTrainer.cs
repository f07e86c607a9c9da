namespace PledgeMiner.Tagging.Training;

/// <summary>Trains the tagger from treebanks: the same folder gives the same model, byte for byte.</summary>
public static class TaggerTrainer
{
    private static readonly string[] Tagged = ["ewt", "gum-open"], Named = ["uner-ewt", "gum-ner-silver-open", "wnut17", "btc"];

    /// <summary>Writes the model file, its card and its metrics.</summary>
    /// <param name="treebankFolder">Holds one folder a treebank, each with a train and a dev part.</param>
    /// <exception cref="InvalidDataException">A treebank is missing; the message names it.</exception>
    public static void Train(string treebankFolder, string outFolder, Action<string>? progress = null)
    {
        progress ??= _ => { };
        var tagged = Read(treebankFolder, Tagged, "train.conllu", Treebank.ReadConllu);
        var named = Read(treebankFolder, Named, "train.iob2", Treebank.ReadIob2);
        var taggedDev = Read(treebankFolder, Tagged, "dev.conllu", Treebank.ReadConllu);
        var namedDev = Read(treebankFolder, Named, "dev.iob2", Treebank.ReadIob2);
        var model = Train([.. tagged.Values.SelectMany(x => x)], [.. named.Values.SelectMany(x => x)], progress);
        Directory.CreateDirectory(outFolder);
        model.Save(Path.Combine(outFolder, TaggerModel.FileName));
        var metrics = TaggerMetrics.Measure(new Tagger(model), taggedDev, namedDev);
        File.WriteAllText(Path.Combine(outFolder, "metrics.json"), metrics);
        File.WriteAllText(Path.Combine(outFolder, "card.md"), TaggerCard.Write(
            treebankFolder, [.. Tagged.Select(x => (x, "train.conllu")), .. Named.Select(x => (x, "train.iob2"))], metrics));
        progress("saved the model, its card and its metrics");
    }

    internal static TaggerModel Train(List<TreebankSentence> tagged, List<TreebankSentence> named, Action<string> progress)
    {
        progress($"{tagged.Count} sentences with parts of speech, {named.Count} with names");
        var vocabulary = VocabularyTrainer.Train(tagged, named, ClusterTrainer.Train(tagged.Concat(named)));
        progress($"vocabulary of {vocabulary.Count} words");
        var splitter = SplitterTrainer.Train(tagged, vocabulary);
        progress("sentence ends learned");
        var guesses = PosTrainer.CrossTag(tagged, vocabulary);
        progress("training text labelled crosswise");
        var parts = PosTrainer.Train(tagged, guesses, vocabulary);
        progress("parts of speech learned");
        var names = NameTrainer.Train(named, PartsOf(named, tagged, guesses, parts, vocabulary), vocabulary, progress);
        return new(vocabulary, splitter, parts, LemmaTrainer.Train(tagged), names);
    }

    private static Dictionary<string, List<TreebankSentence>> Read(string folder, string[] treebanks, string file, Func<string, List<TreebankSentence>> read) =>
        treebanks.ToDictionary(x => x, x =>
        {
            var path = Path.Combine(folder, x, file);
            return File.Exists(path) ? read(path) : throw new InvalidDataException($"{path} is missing: the tagger learns from {string.Join(", ", Tagged.Concat(Named))}.");
        });

    /// <summary>Part-of-speech labels for the sentences with names; where one was trained on, those guessed without it.</summary>
    private static List<byte[]> PartsOf(List<TreebankSentence> named, List<TreebankSentence> tagged, byte[][] guesses, PosTagger parts, Vocabulary vocabulary)
    {
        string Key(TreebankSentence sentence) => string.Join(' ', sentence.Words.Select(x => x.Form));
        var known = new Dictionary<string, byte[]>();
        for (var i = 0; i < tagged.Count; i++) known[Key(tagged[i])] = guesses[i];
        var words = new WordBuffer();
        return [.. named.Select(x =>
        {
            if (known.TryGetValue(Key(x), out var labels)) return labels;
            words.Fill(x.Text, x.Spans, vocabulary);
            labels = new byte[words.Count];
            parts.Tag(words, 0, words.Count, labels, new byte[words.Count]);
            return labels;
        })];
    }
}
