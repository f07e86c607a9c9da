using System.Text;
using System.Text.Json;
using PledgeMiner.Reading;

namespace PledgeMiner.Tests.Reading;

/// <summary>The day a page was published, on pages that say it in all the ways that pages do.</summary>
public class DateTests
{
    private static readonly DateTimeOffset Fetched = new(2022, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Cases =>
        [.. File.ReadLines(Repository.File("tests", "PledgeMiner.Tests", "Cases", "reading", "dates.jsonl"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_day_is_found(string line)
    {
        using var expected = JsonDocument.Parse(line);
        var page = new Page(new Uri(expected.RootElement.GetProperty("address").GetString()!), Encoding.UTF8.GetBytes(expected.RootElement.GetProperty("html").GetString()!), "text/html; charset=utf-8", "", Fetched);
        var read = await new Reader(null).ReadAsync(page, Particulars.None, TestContext.Current.CancellationToken);
        Assert.Equal(expected.RootElement.GetProperty("published").GetString(), read.Value!.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}
