using System.Data.Common;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Commands;

/// <summary>Opens the ledger of a data folder for a command, and says in a sentence what stands in the way.</summary>
internal static class WithLedger
{
    /// <param name="make">Whether a ledger is begun where there is none.</param>
    public static async Task<int> RunAsync(Settings settings, bool make, Func<Ledger, Task<int>> work)
    {
        var file = Path.GetFullPath(Path.Combine(settings.Data, "ledger.db"));
        if (!make && !File.Exists(file)) throw new InvalidDataException($"{file} does not exist: name the data folder with --data DIR.");
        var (folder, refusal) = DataFolder.Open(settings.Data);
        if (folder is null) throw new InvalidDataException(refusal);
        using (folder)
        {
            try
            {
                return await work(Ledger.Open(folder));
            }
            catch (DbException e)
            {
                await Console.Error.WriteLineAsync($"The ledger {folder.LedgerFile} cannot be read ({e.Message.TrimEnd('.')}): bring it back from a backup.");
                return CommandLine.Refused;
            }
        }
    }
}
