using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace PledgeMiner.Reading;

/// <summary>What a Word document's paragraph styles are: by their built-in names, which stay English in every language, and by their outline level.</summary>
internal sealed class DocxStyles
{
    private readonly Dictionary<string, BlockKind> _kinds = new(StringComparer.Ordinal);

    public static DocxStyles Of(StyleDefinitionsPart? part)
    {
        var styles = new DocxStyles();
        if (part is null) return styles;
        using var reader = OpenXmlReader.Create(part);
        string? id = null;
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            switch (reader.LocalName)
            {
                case "style": id = DocxWalk.Attribute(reader, "styleId"); break;
                case "name" when id is not null && KindOf(DocxWalk.Attribute(reader, "val") ?? "") is { } kind: styles._kinds[id] = kind; break;
                case "outlineLvl" when id is not null: styles._kinds.TryAdd(id, BlockKind.Heading); break;
                case "numPr" when id is not null: styles._kinds.TryAdd(id, BlockKind.Item); break;
            }
        }
        return styles;
    }

    /// <summary>What a paragraph of this style is; null where the style says nothing.</summary>
    public BlockKind? Of(string style) => _kinds.TryGetValue(style, out var kind) ? kind : KindOf(style);

    private static BlockKind? KindOf(string name) =>
        name.Equals("Title", StringComparison.OrdinalIgnoreCase) ? BlockKind.Title
        : name.StartsWith("heading", StringComparison.OrdinalIgnoreCase) ? BlockKind.Heading
        : name.Contains("Quote", StringComparison.OrdinalIgnoreCase) ? BlockKind.Quote
        : name.StartsWith("List", StringComparison.OrdinalIgnoreCase) ? BlockKind.Item : null;
}
