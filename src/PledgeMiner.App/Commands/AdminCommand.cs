using System.CommandLine;
using PledgeMiner.App.Accounts;

namespace PledgeMiner.App.Commands;

/// <summary>`admin`: what only who runs the machine may do.</summary>
internal static class AdminCommand
{
    public static Command Build()
    {
        var reset = new Command("reset", "Print a one-time link that sets up an administrator anew; works while the app runs.");
        reset.SetAction(async (parsed, cancel) =>
        {
            var settings = CommandLine.SettingsOf(parsed);
            await AccountServices.ResetAsync(settings.Data, settings.Urls.Split(';')[0], cancel);
            return CommandLine.Done;
        });
        return new Command("admin", "Administer accounts from the console.") { reset };
    }
}
