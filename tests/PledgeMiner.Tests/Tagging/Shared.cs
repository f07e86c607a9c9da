using System.Reflection;
using PledgeMiner.Tagging;

namespace PledgeMiner.Tests.Tagging;

/// <summary>What the tagger's tests share: the repository's folders, and the trained model, loaded once.</summary>
internal static class Shared
{
    private static readonly Lazy<Tagger> Loaded = new(() => PledgeMiner.Tagging.Tagger.Load(ModelFolder));

    public static string Root { get; } = typeof(Shared).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "RepositoryRoot").Value!;

    public static string ModelFolder => Path.Combine(Root, "models", "tagger-en");

    public static Tagger Tagger => Loaded.Value;

    public static string Case(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", "tagging", name);

    /// <summary>The treebanks' folder; the test is skipped where there is none.</summary>
    public static string Treebanks()
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "treebanks"));
        if (!Directory.Exists(folder)) Assert.Skip($"{folder} is absent: the treebanks are not part of the repository.");
        return folder;
    }

    public static Document DocumentOf(string text)
    {
        var span = new TextSpan(0, text.Length).Trim(text);
        return new(text, span.Length == 0 ? [] : [new(BlockKind.Paragraph, span)], null, null, null, "en");
    }
}
