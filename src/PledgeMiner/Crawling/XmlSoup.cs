namespace PledgeMiner.Crawling;

/// <summary>
/// XML as servers send it: unclosed and crossed tags, undeclared entities and prefixes, bare ampersands, junk around the root.
/// No declaration of the document is obeyed: entities are HTML's own, so none can expand, nest or reach a file.
/// </summary>
internal static class XmlSoup
{
    /// <summary>No feed or sitemap nests deeper; what does is markup inside a text.</summary>
    private const int Depth = 100;

    /// <summary>Elements that follow, and never hold, their like: one that begins ends the one before it.</summary>
    private static readonly string[] Siblings = ["item", "entry", "url", "sitemap"];

    /// <summary>The document as a tree below a nameless root.</summary>
    public static SoupElement Parse(string text)
    {
        var root = new SoupElement("", "", [], null);
        var at = root;
        for (var i = 0; i < text.Length;)
        {
            var open = text.IndexOf('<', i);
            if (open != i) at.AddText(SoupText.Decoded(open < 0 ? text[i..] : text[i..open]));
            if (open < 0) break;
            i = At(text, open, "<![CDATA[") ? Cdata(text, open, at)
                : At(text, open, "<!--") ? After(text, open + 4, "-->")
                : At(text, open, "<?") ? After(text, open + 2, "?>")
                : At(text, open, "<!") ? Declaration(text, open)
                : open + 1 < text.Length && text[open + 1] == '/' ? End(text, open, ref at)
                : open + 1 < text.Length && (char.IsLetter(text[open + 1]) || text[open + 1] is '_' or ':') ? Start(text, open, ref at)
                : Bare(open, at);
        }
        return root;
    }

    private static bool At(string text, int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    private static int After(string text, int from, string mark)
    {
        var end = text.IndexOf(mark, from, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + mark.Length;
    }

    private static int Cdata(string text, int open, SoupElement at)
    {
        var end = text.IndexOf("]]>", open, StringComparison.Ordinal);
        at.AddText(end < 0 ? text[(open + 9)..] : text[(open + 9)..end]);
        return end < 0 ? text.Length : end + 3;
    }

    private static int Bare(int open, SoupElement at)
    {
        at.AddText("<");
        return open + 1;
    }

    /// <summary>A document type, with the declarations in its brackets, is passed over unread.</summary>
    private static int Declaration(string text, int open)
    {
        var end = text.IndexOfAny(['>', '['], open);
        while (end >= 0 && text[end] != '>')
        {
            end = text.IndexOf(']', end + 1);
            if (end >= 0 && text.AsSpan(end + 1).TrimStart() is ['>', ..]) end = text.IndexOf('>', end);
        }
        return end < 0 ? text.Length : end + 1;
    }

    private static int End(string text, int open, ref SoupElement at)
    {
        var end = text.IndexOf('>', open);
        // An end tag cut off by the end of the document closes nothing.
        if (end < 0) return text.Length;
        var name = text[(open + 2)..end].Trim();
        for (var x = at; x.Parent is not null; x = x.Parent)
        {
            if (!x.Written.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            x.Closed = true;
            at = x.Parent;
            break;
        }
        return end + 1;
    }

    private static int Start(string text, int open, ref SoupElement at)
    {
        var i = open + 1;
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('>' or '/' or '<')) i++;
        var name = text[(open + 1)..i];
        var attributes = SoupText.Attributes(text, ref i);
        var empty = i < text.Length && text[i] == '/';
        if (empty) i++;
        if (i >= text.Length) return text.Length;
        // A tag that runs into the next one is ended there.
        if (text[i] == '>') i++;
        var colon = name.IndexOf(':');
        var local = name[(colon + 1)..].ToLowerInvariant();
        if (Array.IndexOf(Siblings, local) >= 0)
        {
            for (var x = at; x.Parent is not null; x = x.Parent)
            {
                if (x.Written == name) { at = x.Parent; break; }
            }
        }
        var element = new SoupElement(name, local, attributes, at) { Closed = empty };
        at.Add(element);
        if (!empty && element.Level < Depth) at = element;
        return i;
    }
}
