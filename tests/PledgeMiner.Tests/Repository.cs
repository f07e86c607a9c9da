using System.Reflection;

namespace PledgeMiner.Tests;

/// <summary>The repository that these tests were built from, and what may lie beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.TrimEndingDirectorySeparator(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "RepositoryRoot").Value!);

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    public static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(File(folder), "*.*", SearchOption.AllDirectories)
            .Where(x => Path.GetExtension(x) is ".cs" or ".razor" && !x.Contains("Migrations", StringComparison.Ordinal));

    /// <summary>A file or folder of the shared measuring data; the test is skipped where it is absent.</summary>
    public static string Shared(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([Root, "..", "shared", .. parts]));
        if (!System.IO.File.Exists(path) && !Directory.Exists(path)) Assert.Skip($"{string.Join('/', parts)} is measuring data that is not part of the project; it is not here.");
        return path;
    }
}
