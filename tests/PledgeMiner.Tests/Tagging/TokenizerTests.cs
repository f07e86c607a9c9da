using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PledgeMiner.Tagging;

namespace PledgeMiner.Tests.Tagging;

public class TokenizerTests
{
    public static TheoryData<string, string> Cases() =>
        [.. File.ReadLines(Shared.Case("tokens.txt")).Where(x => !x.StartsWith("# ", StringComparison.Ordinal)).Select(x => x.Split('\t')).Select(x => (x[0], x[1]))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cuts_as_the_treebanks_do(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tokens(text).Select(x => x.Of(text))));

    [Property(MaxTest = 2000)]
    public void Loses_nothing_but_white_space(string? given) => CheckCovers(given ?? "");

    [Property(MaxTest = 2000)]
    public Property Loses_nothing_of_hard_text() => Prop.ForAll(HardText.ToArbitrary(), CheckCovers);

    /// <summary>Patterns that would be quadratic if any look ahead or back were unbounded.</summary>
    [Theory]
    [InlineData("word ", 10)]
    [InlineData("a", 10)]
    [InlineData("a.b,", 2)]
    [InlineData("(a(", 2)]
    [InlineData("a-a-", 2)]
    [InlineData("111-", 2)]
    [InlineData("'", 2)]
    [InlineData("http://a|", 2)]
    [InlineData("1,1.", 2)]
    [InlineData("@a", 2)]
    [InlineData("é\u0301", 2)]
    public void Time_grows_with_the_length_of_one_line_only(string piece, int megabytes)
    {
        var text = string.Concat(Enumerable.Repeat(piece, megabytes * 1_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        CheckCovers(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    /// <summary>Words, marks, emoji, right-to-left text, controls and joiners in every order, more telling than random characters.</summary>
    private static Gen<string> HardText => Gen.Elements(
            "a", "B", "7", ".", "..", ",", "'", "’s", "n't", "-", "–", "/", "\\", "@", "#", "$", "€", "%", " ", "\t", "\n", "\u00A0", "\u200B", "\u200D", "\u0301", "\u0007",
            "😀", "👩‍🚀", "\uD83D", "\uDE00", "שלום", "مرحبا", "\u202E", "中文", "U.S.", "e.g.", "www.", "http://", "x@y.z", "(", ")", "\"", "“", "?!", "...", "_", "&", ":)")
        .ListOf().Select(x => string.Concat(x));

    private static void CheckCovers(string text)
    {
        var at = 0;
        foreach (var token in Tokens(text))
        {
            Assert.True(token.Start >= at && token.End > token.Start && token.End <= text.Length, $"token {token} after {at}");
            AssertWhite(text, at, token.Start);
            at = token.End;
        }
        AssertWhite(text, at, text.Length);
    }

    private static void AssertWhite(string text, int start, int end) =>
        Assert.True(text.AsSpan(start, end - start).IsWhiteSpace(), $"lost {start} to {end}");

    private static TextSpan[] Tokens(string text)
    {
        var tokens = new TokenBuffer();
        Tokenizer.Tokenize(text, 0, text.Length, tokens);
        return tokens.Spans.ToArray();
    }
}
