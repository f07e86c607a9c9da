using System.Text;

namespace PledgeMiner.Reading;

/// <summary>White space as running text has it.</summary>
internal static class Spaces
{
    /// <summary>Runs of white space become one space; a no-break space is one too.</summary>
    public static string Collapse(string text)
    {
        if (IsCollapsed(text)) return text;
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) collapsed.Append(c);
            else if (collapsed.Length > 0 && collapsed[^1] != ' ') collapsed.Append(' ');
        }
        if (collapsed.Length > 0 && collapsed[^1] == ' ') collapsed.Length--;
        return collapsed.ToString();
    }

    private static bool IsCollapsed(string text)
    {
        var space = true;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) && (space || c != ' ')) return false;
            space = c == ' ';
        }
        return !space;
    }
}
