using System.CommandLine;
using PledgeMiner.Classifying;

namespace PledgeMiner.App.Commands;

/// <summary>`train`: models from the corpora.</summary>
internal static class TrainCommand
{
    public static Command Build()
    {
        var what = new Argument<string>("MODEL") { Description = "acts, pillars, force, or all of these." };
        what.AcceptOnlyFromAmong("acts", "pillars", "force", "all");
        var corpus = new Option<string>("--corpus") { Description = "The labelled documents to learn from.", HelpName = "DIR", DefaultValueFactory = _ => "corpora/pledges" };
        var output = new Option<string?>("--out") { Description = "The folder of models to write into; default models below the data folder.", HelpName = "DIR" };
        var command = new Command("train", "Train models and write them with their cards.") { what, corpus, output };
        command.SetAction(parsed =>
        {
            var settings = CommandLine.SettingsOf(parsed);
            var folder = Path.Combine(parsed.GetValue(output) ?? Path.Combine(settings.Data, "models"), "pledges-en");
            var train = Path.Combine(parsed.GetValue(corpus)!, "train.jsonl");
            if (!File.Exists(train)) throw new InvalidDataException($"{train} does not exist: name the folder of the labelled documents with --corpus DIR.");
            var tagger = Parts.Tagger(settings);
            var detector = Parts.Detector(tagger);
            var trainer = new ClassifierTrainer();
            foreach (var document in LabelledDocument.Load(train)) trainer.Add(Miner.Prepare(document, tagger, detector));
            trainer.Train(Enum.Parse<ModelKind>(parsed.GetValue(what)!, ignoreCase: true), folder, x => Console.Error.WriteLine($"training {x}"));
            Console.WriteLine($"wrote {folder}");
            return CommandLine.Done;
        });
        return command;
    }
}
