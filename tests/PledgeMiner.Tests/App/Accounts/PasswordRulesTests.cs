using PledgeMiner.App.Accounts;

namespace PledgeMiner.Tests.App.Accounts;

public sealed class PasswordRulesTests
{
    private const string Name = "ada.lovelace";

    public static TheoryData<string, string> Cases =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "accounts", "passwords.tsv")).Select(x => x.Split('\t')).Select(x => (x[0], x[1]))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_password(string expected, string password) => Assert.Equal(expected, PasswordRules.Refusal(password, Name) switch
    {
        null => "good",
        var x when x.Contains("among the first", StringComparison.Ordinal) => "common",
        _ => "length",
    });

    [Fact]
    public void Length_counts_characters_as_people_see_their_code_points()
    {
        Assert.NotNull(PasswordRules.Refusal(string.Concat(Enumerable.Repeat("🐢🦊", 7)), Name));
        Assert.Null(PasswordRules.Refusal("🐢🦊🐝🦉🐙🦎🐳🦔🐞🦚🐌🦢🐊🦜🐓", Name));
        Assert.Null(PasswordRules.Refusal(string.Concat(Enumerable.Range(0, 64).Select(x => (char)(33 + x * 37 % 94))), Name));
        Assert.NotNull(PasswordRules.Refusal(new string('x', 257), Name));
    }
}
