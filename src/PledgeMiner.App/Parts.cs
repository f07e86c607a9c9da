using PledgeMiner.Classifying;
using PledgeMiner.Detecting;
using PledgeMiner.Reading;
using PledgeMiner.Tagging;

namespace PledgeMiner.App;

/// <summary>Puts the library's parts together from the settings, for commands and jobs alike.</summary>
internal static class Parts
{
    /// <summary>The hidden command that reads PDF in a process of its own.</summary>
    public const string PdfCommand = "pdf-text";

    public const string TaggerModel = "tagger-en";
    public const string PledgesModel = "pledges-en";
    public const string NetworkModel = "textcnn-en";

    public static Reader Reader() => new(PdfChild());

    public static Tagger WordTagger(Settings settings) => Tagging.Tagger.Load(FolderOf(settings, TaggerModel));

    public static EntityTagger Tagger(Settings settings) => new(TaggerChoice.Load(settings.Tagger, FolderOf(settings, TaggerModel)));

    /// <exception cref="InvalidDataException">A model is missing or damaged; the message says what to do.</exception>
    public static Miner Miner(Settings settings)
    {
        var tagger = Tagger(settings);
        return new Miner(Reader(), tagger, new Detector(tagger.CodeOf), Classifier.Load(FolderOf(settings, PledgesModel), FolderOf(settings, NetworkModel)));
    }

    /// <summary>A model's folder below the chosen one, or the bundled one where only others were retrained.</summary>
    public static string FolderOf(Settings settings, string model)
    {
        var chosen = Path.Combine(settings.ModelFolder, model);
        return Directory.Exists(chosen) ? chosen : Path.Combine(AppContext.BaseDirectory, "models", model);
    }

    private static PdfChild PdfChild()
    {
        var self = Environment.ProcessPath!;
        // Started as `dotnet PledgeMiner.App.dll`, the process is dotnet and wants the assembly's name first.
        return Path.GetFileNameWithoutExtension(self) == "dotnet"
            ? new(self, [typeof(Parts).Assembly.Location, PdfCommand])
            : new(self, [PdfCommand]);
    }
}
