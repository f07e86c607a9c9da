using System.Text.RegularExpressions;

namespace PledgeMiner.Recording;

/// <summary>What a person typed, as a query that SQLite's full-text search takes: all words, each as a beginning; "a phrase" as it stands.</summary>
internal static partial class FullTextQuery
{
    /// <returns>Empty where nothing that can be searched for was typed.</returns>
    public static string Of(string text) => string.Join(' ', Part().Matches(text).Select(x => x.Groups[1] is { Success: true, Value: var phrase }
        ? Quoted(phrase) : Quoted(x.Value) + "*").Where(x => x.Any(char.IsLetterOrDigit)));

    /// <summary>Inside quotation marks nothing is an operator.</summary>
    private static string Quoted(string words) => $"\"{words.Replace('"', ' ').Replace('\0', ' ')}\"";

    [GeneratedRegex("\"([^\"]*)\"|[^\\s\"]+")]
    private static partial Regex Part();
}
