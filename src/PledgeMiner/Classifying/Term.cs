namespace PledgeMiner.Classifying;

/// <summary>A word or class of words with its hash, made once however many features it is part of.</summary>
internal readonly record struct Term(string Text, uint Hash)
{
    /// <summary>FNV-1a over the text.</summary>
    public static Term Of(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return new(text, hash);
    }

    /// <summary>The hash alone of a word in lower case with a straight apostrophe.</summary>
    public static Term OfLower(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ (c == '’' ? '\'' : char.ToLowerInvariant(c))) * 16777619u;
        return new("", hash);
    }

    public static implicit operator Term(string text) => Of(text);
}
