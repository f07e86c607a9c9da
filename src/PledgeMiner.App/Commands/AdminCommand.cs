using System.CommandLine;
using Microsoft.EntityFrameworkCore;
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
            var file = AccountsContext.FileIn(settings.Data);
            if (!File.Exists(file)) throw new InvalidDataException($"{file} does not exist: start the app once, it prints the first link itself.");
            await using var accounts = new AccountsContext(AccountsContext.Options(file));
            if ((await accounts.Database.GetPendingMigrationsAsync(cancel)).Any()) throw new InvalidDataException($"{file} is of an earlier version: start the app once, it brings it up to date.");
            await AccountServices.AnnounceAsync(accounts, settings.Urls.Split(';')[0]);
            return CommandLine.Done;
        });
        return new Command("admin", "Administer accounts from the console.") { reset };
    }
}
