using System.Text;

namespace PledgeMiner.Reading;

/// <summary>Puts a document's text together block by block: items and rows a line apart, everything else a blank line.</summary>
internal sealed class DraftBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];

    /// <summary>Adds a block; one without a letter or digit is left out.</summary>
    public void Add(BlockKind kind, string text)
    {
        text = TextDecoding.Clean(Spaces.Collapse(text));
        if (!text.Any(char.IsLetterOrDigit)) return;
        if (_blocks.Count > 0) _text.Append(kind == _blocks[^1].Kind && kind is BlockKind.Item or BlockKind.Row ? "\n" : "\n\n");
        _blocks.Add(new(kind, new(_text.Length, _text.Length + text.Length)));
        _text.Append(text);
    }

    public Draft ToDraft(Particulars particulars, string? language = null, Uri? canonical = null, string? author = null)
    {
        var text = _text.ToString();
        var title = particulars.Title ?? (_blocks.Count > 0 && _blocks[0].Kind == BlockKind.Title ? _blocks[0].Span.Of(text) : null);
        return new(text, _blocks, particulars with { Title = title }, language, canonical, author);
    }
}
