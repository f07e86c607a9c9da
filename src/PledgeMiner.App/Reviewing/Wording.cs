using System.Globalization;

namespace PledgeMiner.App.Reviewing;

/// <summary>How labels, states and sums are written for people.</summary>
internal static class Wording
{
    public static string Words<T>(this T label) where T : struct, Enum => label.Code().Replace('-', ' ');

    public static string Words(this ReviewState state) => state switch
    {
        ReviewState.Automatic => "automatic",
        ReviewState.HalfRead => "second opinion awaited",
        ReviewState.Disputed => "disputed",
        ReviewState.Accepted => "accepted",
        _ => "rejected",
    };

    public static string Percent(double score) => $"{score * 100:0}%";

    /// <summary>"EUR 1.2 billion".</summary>
    public static string Words(this Money money) => money.Value switch
    {
        >= 1_000_000_000 => $"{money.Currency} {money.Value / 1_000_000_000:0.##} billion",
        >= 1_000_000 => $"{money.Currency} {money.Value / 1_000_000:0.##} million",
        _ => $"{money.Currency} {money.Value:N0}",
    };

    /// <summary>"by 31 Dec 2026", "1 Jan 2026 to 31 Dec 2026".</summary>
    public static string Words(this Period period) => (period.From, period.To) switch
    {
        ({ } from, { } to) when from == to => Day(from),
        ({ } from, { } to) => $"{Day(from)} to {Day(to)}",
        ({ } from, null) => $"from {Day(from)}",
        (null, { } to) => $"by {Day(to)}",
        _ => "open",
    };

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateOnly? day) => day is { } known ? Day(known) : "no date";

    public static string Count(int number, string one, string? many = null) => $"{number:N0} {(number == 1 ? one : many ?? one + "s")}";
}
