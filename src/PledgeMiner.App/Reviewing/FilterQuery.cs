using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Reviewing;

/// <summary>Filters as they stand in an address, so that a view can be shared. What is not understood is left out.</summary>
internal static class FilterQuery
{
    /// <summary>The cascading value by which a page hears that its query changed.</summary>
    public const string Address = "address";

    /// <summary>Whether an address is a page's own: one that is left hears of the address of the next.</summary>
    public static bool IsOf(string page, string address) => new Uri(address).AbsolutePath.Split('/') is [_, var first, ..] && first == page;

    public static Dictionary<string, StringValues> Of(string address) => QueryHelpers.ParseQuery(new Uri(address).Query);

    public static string? Text(this Dictionary<string, StringValues> query, string name) => query.TryGetValue(name, out var value) && value[0]?.Trim() is { Length: > 0 } text ? text : null;

    public static T? Label<T>(this Dictionary<string, StringValues> query, string name) where T : struct, Enum => query.Text(name) is { } code && Labels.TryParse<T>(code, out var label) ? label : null;

    public static DateOnly? Day(this Dictionary<string, StringValues> query, string name) => DateOnly.TryParseExact(query.Text(name), "yyyy-MM-dd", out var day) ? day : null;

    public static int Number(this Dictionary<string, StringValues> query, string name) => int.TryParse(query.Text(name), CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : 1;

    public static CommitmentFilter Filter(this Dictionary<string, StringValues> query) => new()
    {
        Text = query.Text("q"),
        Act = query.Label<Act>("act"),
        Pillar = query.Label<Pillar>("pillar"),
        Force = query.Label<Force>("force"),
        Pledger = query.Text("pledger")?.ToUpperInvariant(),
        Beneficiary = query.Text("for")?.ToUpperInvariant(),
        Instrument = query.Label<Instrument>("through"),
        Condition = query.Label<ConditionKind>("condition"),
        Source = query.Text("source"),
        From = query.Day("from"),
        To = query.Day("to"),
        AtLeast = long.TryParse(query.Text("amount"), CultureInfo.InvariantCulture, out var amount) ? amount : null,
        State = query.Label<ReviewState>("state"),
    };

    /// <summary>The same page with some parts of its query changed; null takes a part away.</summary>
    public static string With(this Dictionary<string, StringValues> query, string page, params (string Name, string? Value)[] changes)
    {
        var all = query.Select(x => (x.Key, Value: x.Value[0])).Where(x => !Array.Exists(changes, c => c.Name == x.Key)).Concat(changes.Select(x => (Key: x.Name, x.Value)));
        return QueryHelpers.AddQueryString(page, all.Where(x => x.Value is { Length: > 0 }).Select(x => KeyValuePair.Create(x.Key, x.Value)));
    }
}
