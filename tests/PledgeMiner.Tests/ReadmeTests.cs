using System.CommandLine;
using System.Text.RegularExpressions;
using PledgeMiner.App;
using PledgeMiner.App.Commands;

namespace PledgeMiner.Tests;

/// <summary>Every command and setting is in the README, and what the README names exists.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.File("README.md"));

    [Fact]
    public void Every_command_is_documented() =>
        Assert.All(Leaves(CommandLine.Build(), ""), x => Assert.Contains($"`{x}", Readme));

    [Fact]
    public void Every_option_is_documented() =>
        Assert.All(Options(CommandLine.Build()).Where(x => !x.Hidden).Select(x => x.Name), x => Assert.Contains(x, Readme));

    [Fact]
    public void Every_setting_is_documented_with_its_default()
    {
        var defaults = new Settings();
        Assert.All(typeof(Settings).GetProperties().Where(x => x.CanWrite), x =>
        {
            var written = x.GetValue(defaults) is string { Length: > 0 } text ? $"`{x.Name}` | `{text}`" : $"`{x.Name}` | ";
            Assert.Contains(written, Readme);
        });
    }

    [Fact]
    public void Every_documented_option_exists()
    {
        var known = Options(CommandLine.Build()).Select(x => x.Name).Concat(["--help", "--version", "--project"]).ToHashSet();
        Assert.All(DocumentedOption().Matches(Readme).Select(x => x.Value), x => Assert.Contains(x, known));
    }

    [Fact]
    public void Every_documented_setting_exists()
    {
        var table = Readme[Readme.IndexOf("| setting |", StringComparison.Ordinal)..Readme.IndexOf("## The map", StringComparison.Ordinal)];
        var known = typeof(Settings).GetProperties().Select(x => x.Name).ToHashSet();
        Assert.All(SettingRow().Matches(table).Select(x => x.Groups[1].Value), x => Assert.Contains(x, known));
    }

    [Fact]
    public void Every_file_it_names_exists() =>
        Assert.All(NamedPath().Matches(Readme).Select(x => x.Groups[1].Value),
            x => Assert.True(File.Exists(Repository.File(x)) || Directory.Exists(Repository.File(x)), x));

    private static IEnumerable<string> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0 ? [path] : command.Subcommands.Where(x => !x.Hidden).SelectMany(x => Leaves(x, $"{path} {x.Name}".Trim()));

    private static IEnumerable<Option> Options(Command command) => command.Options.Concat(command.Subcommands.SelectMany(Options));

    [GeneratedRegex(@"--[a-z]+(?:-[a-z]+)*")]
    private static partial Regex DocumentedOption();

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@"[`(]((?:src|tests|models|corpora)/[\w./-]+)[`)]")]
    private static partial Regex NamedPath();
}
