namespace PledgeMiner.App.Reviewing;

/// <summary>A stretch of text to be shown in a way of its own.</summary>
/// <param name="Style">Names of CSS classes.</param>
/// <param name="Id">The commitment it belongs to, if it leads there.</param>
public sealed record Mark(TextSpan Span, string Style, string? Id = null, string? Title = null);

/// <summary>A piece of text with all marks that cover it.</summary>
public sealed record Piece(TextSpan Span, IReadOnlyList<Mark> Marks);

/// <summary>Cuts text where marks begin and end: marks may overlap, HTML elements may not.</summary>
internal static class Pieces
{
    public static IEnumerable<Piece> Of(TextSpan range, IReadOnlyCollection<Mark> marks)
    {
        var cuts = marks.SelectMany(x => new[] { x.Span.Start, x.Span.End }).Append(range.Start).Append(range.End)
            .Where(x => x >= range.Start && x <= range.End).Distinct().Order().ToList();
        return cuts.Zip(cuts.Skip(1), (start, end) => new TextSpan(start, end)).Select(x => new Piece(x, [.. marks.Where(m => m.Span.Contains(x))]));
    }
}
