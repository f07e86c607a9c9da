using System.CommandLine;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Commands;

/// <summary>`verify`: whether the ledger still holds what it recorded.</summary>
internal static class VerifyCommand
{
    public static Command Build()
    {
        var command = new Command("verify", "Check every stored page against its hash, every document against its id and every quote against its document.");
        command.SetAction((parsed, cancel) => WithLedger.RunAsync(CommandLine.SettingsOf(parsed), make: false, ledger => RunAsync(ledger, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(Ledger ledger, CancellationToken cancel)
    {
        using var progress = new ProgressLine();
        var found = await ledger.VerifyAsync(new Watch(progress), cancel);
        foreach (var fault in found.Faults) progress.Tell(fault);
        Console.WriteLine($"{found.Bodies} bodies, {found.Pages} pages, {found.Documents} documents, {found.Commitments} commitments, {found.Nones} sentences without one checked: {(found.Faults.Count == 0 ? "all as recorded" : $"{found.Faults.Count} wrong")}");
        return found.Faults.Count == 0 ? CommandLine.Done : CommandLine.Refused;
    }

    private sealed class Watch(ProgressLine line) : IProgress<VerifyProgress>
    {
        public void Report(VerifyProgress value) => line.Show($"{value.Done} of {value.All} {value.What} checked");
    }
}
