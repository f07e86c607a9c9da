using System.CommandLine;
using PledgeMiner.Classifying;
using PledgeMiner.Detecting;
using PledgeMiner.Tagging.Training;

namespace PledgeMiner.App.Commands;

/// <summary>`train`: models from the corpora.</summary>
internal static class TrainCommand
{
    private static readonly Argument<string> Model = new("MODEL") { Description = "acts, pillars, force, slots, lone (sentences), all of these, or tagger." };
    private static readonly Option<string> Corpus = new("--corpus") { Description = "The labelled documents to learn from.", HelpName = "DIR", DefaultValueFactory = _ => "corpora/pledges" };
    private static readonly Option<string?> Treebank = new("--treebank") { Description = "For the tagger: the folder of treebanks that models/tagger-en/card.md names.", HelpName = "DIR" };
    private static readonly Option<string?> Out = new("--out") { Description = "The folder of models to write into; default models below the data folder.", HelpName = "DIR" };

    public static Command Build()
    {
        Model.AcceptOnlyFromAmong("acts", "pillars", "force", "slots", "lone", "all", "tagger");
        var command = new Command("train", "Train models and write them with their cards.") { Model, Corpus, Treebank, Out };
        command.SetAction(parsed =>
        {
            var settings = CommandLine.SettingsOf(parsed);
            var models = parsed.GetValue(Out) ?? Path.Combine(settings.Data, "models");
            var folder = parsed.GetValue(Model) == "tagger" ? TrainTagger(parsed, models) : TrainClassifier(parsed, settings, models);
            Console.WriteLine($"wrote {folder}");
            return CommandLine.Done;
        });
        return command;
    }

    private static string TrainTagger(ParseResult parsed, string models)
    {
        var treebank = parsed.GetValue(Treebank) ?? throw new InvalidDataException("The tagger learns from treebanks: name their folder with --treebank DIR.");
        if (!Directory.Exists(treebank)) throw new InvalidDataException($"The folder {treebank} does not exist: name the treebanks' folder with --treebank DIR.");
        var folder = Path.Combine(models, Parts.TaggerModel);
        TaggerTrainer.Train(treebank, folder, Say);
        return folder;
    }

    private static string TrainClassifier(ParseResult parsed, Settings settings, string models)
    {
        var train = Path.Combine(parsed.GetValue(Corpus)!, "train.jsonl");
        if (!File.Exists(train)) throw new InvalidDataException($"{train} does not exist: name the folder of the labelled documents with --corpus DIR.");
        var tagger = Parts.Tagger(settings);
        var detector = new Detector(tagger.CodeOf);
        var trainer = new ClassifierTrainer();
        var documents = LabelledDocument.Load(train);
        foreach (var document in documents) trainer.Add(Miner.Prepare(document, tagger, detector));
        var sentences = Path.Combine(parsed.GetValue(Corpus)!, "sentences.jsonl");
        foreach (var sentence in File.Exists(sentences) ? LabelledDocument.Load(sentences) : []) trainer.AddLone(sentence);
        var folder = Path.Combine(models, Parts.PledgesModel);
        trainer.Train(Enum.Parse<ModelKind>(parsed.GetValue(Model)!, ignoreCase: true), folder, Say);
        ModelCard.Write(folder, train, documents, Classifier.Load(folder, Parts.FolderOf(settings, Parts.NetworkModel)).Version);
        return folder;
    }

    private static void Say(string progress) => Console.Error.WriteLine(progress);
}
