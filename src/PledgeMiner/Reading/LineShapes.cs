using System.Text.RegularExpressions;

namespace PledgeMiner.Reading;

/// <summary>What the beginning of a line of plain text says of it.</summary>
internal static partial class LineShapes
{
    /// <summary>A bullet, or a short number or letter with a full stop or bracket: "- ", "3. ", "(a) ", "iv) ".</summary>
    public static bool IsItem(ReadOnlySpan<char> line) => ItemMark().IsMatch(line);

    [GeneratedRegex(@"^(?:[-–—•*·▪◦]\s|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,5})[.)]\s)")]
    private static partial Regex ItemMark();
}
