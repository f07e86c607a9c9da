using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using GivenTypes = ArchUnitNET.Fluent.Syntax.Elements.Types.GivenTypesConjunction;

namespace PledgeMiner.Tests;

/// <summary>Keeps the walls of the house: nouns see nothing, a stage sees nouns and no other stage, the library never sees the app.</summary>
public class PathTests
{
    private static readonly string[] Stages = ["Crawling", "Reading", "Tagging", "Detecting", "Classifying", "Recording", "Measuring", "Accounting"];

    private static readonly Architecture House = new ArchLoader().LoadAssemblies(typeof(Miner).Assembly, typeof(global::PledgeMiner.App.Commands.CommandLine).Assembly).Build();

    public static TheoryData<string> AllStages => [.. Stages];

    [Theory]
    [MemberData(nameof(AllStages))]
    public void A_stage_sees_no_other_stage(string stage) =>
        Check(In($"PledgeMiner.{stage}").Should().NotDependOnAny(In($"PledgeMiner.({string.Join('|', Stages.Where(x => x != stage))})")));

    [Fact]
    public void Nouns_see_no_stage() =>
        Check(Types().That().ResideInNamespaceMatching("^PledgeMiner$").And().DoNotHaveNameMatching("^Miner$").And().DoNotHaveNameMatching("Program")
            .Should().NotDependOnAny(In($"PledgeMiner.({string.Join('|', Stages)})")));

    [Fact]
    public void The_library_does_not_see_the_app() =>
        Check(Types().That().ResideInAssembly(typeof(Miner).Assembly).Should().NotDependOnAny(In("PledgeMiner.App")));

    [Theory]
    [InlineData("Microsoft.ML", "Classifying")]
    [InlineData("Microsoft.EntityFrameworkCore", "Recording")]
    [InlineData("System.Net.Http", "Crawling")]
    [InlineData("HtmlAgilityPack", "Crawling|Reading")]
    [InlineData("UglyToad.PdfPig", "Reading")]
    public void A_package_stays_in_its_room(string package, string room)
    {
        // Dependencies on types outside the house are seen by name only.
        var outside = House.Types.Where(x => x.Assembly.Name.StartsWith("PledgeMiner,", StringComparison.Ordinal) || x.Assembly.Name == "PledgeMiner")
            .Where(x => !System.Text.RegularExpressions.Regex.IsMatch(x.FullName, $@"^PledgeMiner\.({room})\b"))
            .Where(x => x.Dependencies.Any(d => d.Target.FullName.StartsWith(package + ".", StringComparison.Ordinal))).Select(x => x.FullName);
        Assert.Empty(outside);
    }

    [Theory]
    [InlineData("src"), InlineData("tests")]
    public void No_file_is_longer_than_400_lines(string folder) =>
        Assert.DoesNotContain(Repository.SourceFiles(folder), x => File.ReadLines(x).Count() > 400);

    [Fact]
    public void The_visible_root_holds_only_what_it_may() =>
        Assert.Equal(["PledgeMiner.sln", "README.md", "corpora", "models", "src", "tests"],
            Directory.EnumerateFileSystemEntries(Repository.Root).Select(x => Path.GetFileName(x)).Where(x => x[0] != '.' && x is not ("data" or "TestResults")).Order(StringComparer.Ordinal));

    private static void Check(IArchRule rule) => rule.Check(House);

    private static GivenTypes In(string ns) => Types().That().ResideInNamespaceMatching($@"^{ns}(\.|$)");
}
