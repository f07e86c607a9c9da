using System.Text;

namespace PledgeMiner.Crawling;

/// <summary>An element of a badly written document.</summary>
/// <param name="written">Its name with its prefix.</param>
/// <param name="local">Its name without its prefix, in lower case.</param>
internal sealed class SoupElement(string written, string local, IReadOnlyList<(string Name, string Value)> attributes, SoupElement? parent)
{
    private List<object>? _content;

    public string Written { get; } = written;
    public string Local { get; } = local;
    public SoupElement? Parent { get; } = parent;
    public int Level { get; } = parent is null ? 0 : parent.Level + 1;

    /// <summary>False where the document ends, or another element does, before it was closed.</summary>
    public bool Closed { get; set; }

    public SoupVocabulary Vocabulary => SoupVocabularies.Of(this);

    public IEnumerable<SoupElement> Children => _content?.OfType<SoupElement>() ?? [];

    public void Add(SoupElement child) => (_content ??= []).Add(child);

    public void AddText(string text)
    {
        // White space between the elements of a list of thousands is nobody's text.
        if (text.Length > 0 && (_content is not null || !string.IsNullOrWhiteSpace(text))) (_content ??= []).Add(text);
    }

    /// <summary>An attribute by its local name.</summary>
    public string? Attribute(string local)
    {
        foreach (var (name, value) in attributes)
        {
            if (name.AsSpan(name.IndexOf(':') + 1).Equals(local, StringComparison.OrdinalIgnoreCase)) return value;
        }
        return null;
    }

    /// <summary>What "xmlns" or "xmlns:prefix" says here or further up.</summary>
    public string? NamespaceOf(string prefix)
    {
        var wanted = prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix;
        for (var x = this; x is not null; x = x.Parent)
        {
            if (x.Own(wanted) is { } found) return found;
        }
        return null;
    }

    /// <summary>All the text in it, that of its descendants included.</summary>
    public string Text
    {
        get
        {
            if (_content is [string only]) return only;
            var text = new StringBuilder();
            Append(text);
            return text.ToString();
        }
    }

    /// <summary>All below, in the document's order.</summary>
    public IEnumerable<SoupElement> Descendants()
    {
        var open = new Stack<SoupElement>(Children.Reverse());
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var child in next.Children.Reverse()) open.Push(child);
        }
    }

    /// <summary>The address that relative ones in here refer to.</summary>
    public Uri? BaseOf(Uri? document)
    {
        var outer = Parent is null ? document : Parent.BaseOf(document);
        if (Own("xml:base") is not { } written) return outer;
        return Uri.TryCreate(outer ?? new Uri("about:blank"), written.Trim(), out var inner) && inner.Scheme is "http" or "https" ? inner : outer;
    }

    private string? Own(string name)
    {
        foreach (var (key, value) in attributes)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        }
        return null;
    }

    private void Append(StringBuilder text)
    {
        foreach (var part in _content ?? [])
        {
            if (part is SoupElement child) child.Append(text);
            else text.Append((string)part);
        }
    }
}
