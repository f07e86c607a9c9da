using System.Text;
using Microsoft.Extensions.Time.Testing;
using PledgeMiner.Recording;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Tests.Recording;

public sealed class TroubleTests : IDisposable
{
    private static readonly Source Ministry = new("ministry", new Uri("https://ministry.invalid/"));

    private readonly TestFolder _folder = new();
    private readonly DataFolder _data;
    private readonly Ledger _ledger;

    public TroubleTests()
    {
        _data = DataFolder.Open(_folder.Path).Folder!;
        _ledger = Ledger.Open(_data, new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_page_without_text_is_in_trouble()
    {
        await RecordAsync("empty", new Problem(ProblemKind.NoText, "It holds no text."));
        await RecordAsync("german", new Problem(ProblemKind.NotEnglish, "It is in German."));
        Assert.Equal("https://ministry.invalid/empty", Assert.Single(await _ledger.WithoutTextAsync(9, Cancel)).Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("2026-03-01", false), InlineData("2026-03-02", false), InlineData("2026-03-03", true), InlineData("2062-03-01", true)]
    public async Task A_page_dated_in_the_future_is_in_trouble(string date, bool ahead)
    {
        await RecordAsync("a", MinedFrom("It rained.", DateOnly.Parse(date)));
        Assert.Equal(ahead ? 1 : 0, (await _ledger.DatedAheadAsync(9, Cancel)).Count);
    }

    [Theory]
    [InlineData(false, 40, 50, 60, 50, 30)]
    [InlineData(true, 40, 50, 60, 50, 20)]
    [InlineData(false, 40, 5, 60, 50, 6)]
    [InlineData(false, 40, 50, 60, 0)]
    public async Task A_source_that_suddenly_gives_less_than_ever_is_in_trouble(bool drops, params int[] seen)
    {
        await using (var context = _ledger.Connect())
        {
            var night = new DateTimeOffset(2026, 2, 1, 2, 0, 0, TimeSpan.Zero);
            context.Runs.AddRange(seen.Select((x, i) => new RunRow { Source = "ministry", StartedAt = night.AddDays(i), FinishedAt = night.AddDays(i).AddHours(1), Seen = x }));
            await context.SaveChangesAsync(Cancel);
        }
        Assert.Equal(drops ? 1 : 0, (await _ledger.DropsAsync(Cancel)).Count);
    }

    [Fact]
    public async Task A_copy_under_another_address_is_linked_and_its_sentences_are_reviewed_once()
    {
        var body = string.Join(' ', Enumerable.Range(0, 80).Select(x => $"word{x * x}"));
        var (original, copy) = (MinedFrom($"Norway will send two batteries. {body}", null), MinedFrom($"Norway will send two batteries. {body} By our own correspondent.", null));
        await RecordAsync("a", original);
        await RecordAsync("b", copy);
        await RecordAsync("c", MinedFrom($"Norway will send two batteries. {string.Join(' ', Enumerable.Range(0, 80).Select(x => $"other{x * x}"))}", null));

        Assert.Equal(["https://ministry.invalid/b"], (await _ledger.CopiesAsync(original.Document.Id, Cancel)).Select(x => x.AbsoluteUri));
        Assert.Equal(2, (await _ledger.ListAsync(CommitmentFilter.All, CommitmentSort.Found, 0, 9, Cancel)).Rows.Count);
    }

    private Task<bool> RecordAsync(string name, Outcome<Mined> outcome) =>
        _ledger.RecordAsync(Ministry, new Page(new Uri($"https://ministry.invalid/{name}"), Encoding.UTF8.GetBytes(name), null, "", new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero)), outcome, Cancel);

    private static Mined MinedFrom(string text, DateOnly? published)
    {
        var document = new Document(text, [new(BlockKind.Paragraph, new(0, text.Length))], "A title", published, "Ministry", "en");
        var deed = new Deed(new(0, text.IndexOf('.', StringComparison.Ordinal) + 1), 0, 0);
        return new Mined(document, [], [new(deed, new Judgement(new(Act.Pledge, 0.9), new(Force.Firm, 0.8), [], []))], "0123456789ab");
    }
}
