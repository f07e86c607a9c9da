using System.Net;
using System.Text;

namespace PledgeMiner.Reading;

/// <summary>The text that gathers until a block ends: entities decoded, white space collapsed, links counted.</summary>
internal sealed class HtmlLine
{
    private readonly StringBuilder _text = new();
    private bool _space;
    private int _links;
    private int _linked;
    private bool _visible;

    /// <summary>Whether line ends count, as in preformatted text.</summary>
    public bool KeepLines { get; set; }

    public bool EndsAtBlankLine { get; private set; }

    public void OpenLink() => _links++;

    public void CloseLink() => _links--;

    public void Space() => _space = true;

    /// <summary>Text as it is appended: whole, or in preformatted text paragraph by paragraph.</summary>
    public IEnumerable<string> Pieces(string text)
    {
        if (!KeepLines) return [text];
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n");
        return paragraphs.Select((x, i) => i + 1 < paragraphs.Length ? x + "\n\n" : x);
    }

    public void Append(string text)
    {
        EndsAtBlankLine = KeepLines && text.EndsWith("\n\n", StringComparison.Ordinal);
        var decoded = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        foreach (var written in decoded)
        {
            var c = written is >= '\u0080' and <= '\u009F' ? Western(written) : written;
            if (char.IsWhiteSpace(c)) { _space = true; continue; }
            // Marks that only tell where a word may break or which way it runs.
            if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u200E' or '\u200F' or '\u2060') continue;
            if (_space && _text.Length > 0) { _text.Append(' '); if (_links > 0) _linked++; }
            _space = false;
            _text.Append(c);
            _visible |= char.IsLetterOrDigit(c) || char.IsSurrogate(c);
            if (_links > 0) _linked++;
        }
    }

    /// <summary>What has gathered, or null where it says nothing; the next line begins.</summary>
    public (string Text, int Linked)? Take()
    {
        var taken = _visible ? (_text.ToString(), _linked) : ((string, int)?)null;
        _text.Clear();
        (_space, _visible, _linked, EndsAtBlankLine) = (false, false, 0, false);
        return taken;
    }

    public static string? Plain(string text)
    {
        var line = new HtmlLine();
        line.Append(text);
        return line.Take()?.Text;
    }

    /// <summary>Authors who wrote &amp;#146; meant Windows' apostrophe.</summary>
    private static char Western(char c) => TextDecoding.Western.GetString([(byte)c])[0];
}
