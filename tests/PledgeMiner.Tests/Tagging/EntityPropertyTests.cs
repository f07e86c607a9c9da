using FsCheck.Xunit;
using PledgeMiner.Tagging;

namespace PledgeMiner.Tests.Tagging;

public class EntityPropertyTests
{
    private static readonly EntityFinder Finder = new();
    private static readonly EntityCase[] Cases = [.. EntityCase.All()];

    [Property(MaxTest = 1000)]
    public void Arbitrary_text_is_read_without_a_fault(string? text) => AssertSound(text ?? "");

    [Property(MaxTest = 1000)]
    public void Broken_sentences_are_read_without_a_fault(int pick, int cut, int other, string? noise)
    {
        var text = Cases[Math.Abs(pick % Cases.Length)].Text;
        var at = Math.Abs(cut % text.Length);
        AssertSound(text[at..] + noise + Cases[Math.Abs(other % Cases.Length)].Text[..^1] + text[..at]);
    }

    [Theory]
    [InlineData("Minister ")]
    [InlineData("1 000 ")]
    [InlineData("from 2024 to ")]
    [InlineData("the ")]
    [InlineData("François ")]
    [InlineData("two hundred and ")]
    [InlineData("2025, 2026, ")]
    [InlineData("5 kroner in Norway, ")]
    [InlineData("14 Leopard 2 tanks by May 2027 for the French president, ")]
    public void Time_grows_with_the_text_alone(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        AssertSound(text);
        // A million characters take about 0.2 s here; were any step quadratic, minutes.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    private static void AssertSound(string text)
    {
        var memory = Finder.Open(new(text, [], null, new(2025, 3, 10), null, "en"));
        var found = Finder.Find(memory, new(0, text.Length), []);
        for (var i = 0; i < found.Count; i++)
        {
            Assert.True(found[i].Span.Start >= 0 && found[i].Span.End <= text.Length && found[i].Span.Length > 0);
            if (i == 0) continue;
            Assert.True(found[i - 1].Span.Start <= found[i].Span.Start, "sorted");
        }
        // Of overlapping ones the outer is a quantity.
        Entity? outer = null;
        foreach (var entity in found)
        {
            if (outer is null || outer.Span.Overlap(entity.Span) == 0) outer = entity;
            else if (outer.Kind != EntityKind.Quantity || !outer.Span.Contains(entity.Span)) Assert.Fail($"{outer} and {entity} in {text}");
        }
    }
}
