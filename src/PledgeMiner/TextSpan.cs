namespace PledgeMiner;

/// <summary>A half-open interval [Start, End) of UTF-16 code units in a document's text.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>How many code units both spans cover; 0 where they only touch.</summary>
    public int Overlap(TextSpan other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(Start, other.Start));

    /// <summary>The span without the white space at its two ends; empty where there is nothing else.</summary>
    public TextSpan Trim(string text)
    {
        var (start, end) = (Start, End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }

    public string Of(string text) => text[Start..End];
}
