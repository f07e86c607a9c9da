namespace PledgeMiner;

/// <summary>Words in lower case.</summary>
internal static class LowerCase
{
    /// <summary>The word in lower case. Nearly all lemmas are so already, which is told without asking for every letter's lower form.</summary>
    public static string Of(string word) => word.AsSpan().ContainsAnyExceptInRange('a', 'z') ? word.ToLowerInvariant() : word;
}
