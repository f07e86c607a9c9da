using System.Buffers;

namespace PledgeMiner.Tagging;

/// <summary>Web and mail addresses, which stay whole.</summary>
internal static class Addresses
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("<>\"“”|"), NotInNames = SearchValues.Create("(),;/");

    private const string Closers = ".,;:!?)]}>\"'”’»…";

    /// <summary>No address is longer; keeps the look ahead bounded.</summary>
    private const int Longest = 2048;

    /// <summary>A cheap look that rules most places out.</summary>
    public static bool IsStart(string text, int at, int chunk, int end) =>
        end - at > 4 && Characters.IsWord(text[at]) && (at == chunk || text[at - 1] is '(' or '<' or '[' or '"' or '“' or '|' or '=');

    /// <summary>Where the address that begins here ends; <paramref name="at"/> where none does.</summary>
    public static int End(string text, int at, int end)
    {
        var chunk = text.AsSpan(at, Math.Min(end - at, Longest));
        var stop = chunk.IndexOfAny(Stops);
        if (stop >= 0) chunk = chunk[..stop];
        if (!IsWeb(chunk) && !IsMail(chunk)) return at;
        while (chunk.Length > 1 && Closers.Contains(chunk[^1])) chunk = chunk[..^1];
        return at + chunk.Length;
    }

    private static bool IsWeb(ReadOnlySpan<char> chunk)
    {
        var colon = chunk.IndexOf("://", StringComparison.Ordinal);
        return (colon is > 1 and < 8 && chunk[..colon].IndexOfAnyExceptInRange('A', 'z') < 0)
            || (chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && chunk.Length > 6);
    }

    private static bool IsMail(ReadOnlySpan<char> chunk)
    {
        var at = chunk.IndexOf('@');
        return at > 0 && at + 2 < chunk.Length && chunk[(at + 1)..].IndexOf('.') > 0 && !chunk[..at].ContainsAny(NotInNames);
    }
}
