namespace PledgeMiner.Recording;

/// <summary>The folder that holds a ledger and its keys. One process at a time: held from opening to disposal.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock) => (Path, _lock) = (path, @lock);

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>The ledger's database file.</summary>
    public string LedgerFile => System.IO.Path.Combine(Path, "ledger.db");

    /// <summary>Makes the folder where it is missing and takes hold of it.</summary>
    /// <returns>Null with a sentence for a person where another process holds it or it cannot be written.</returns>
    public static (DataFolder? Folder, string? Refusal) Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            var folder = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(full)
                : Directory.CreateDirectory(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            // The system lets go of the lock when the process ends, however it ends.
            var file = new FileStream(System.IO.Path.Combine(folder.FullName, ".lock"),
                FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return (new DataFolder(full, file), null);
        }
        catch (IOException) when (File.Exists(System.IO.Path.Combine(full, ".lock")))
        {
            return (null, $"Another PledgeMiner works on {full}: stop it, or choose another folder with --data DIR.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"The data folder {full} cannot be written ({e.Message}): choose another with --data DIR.");
        }
    }

    public void Dispose() => _lock.Dispose();
}
