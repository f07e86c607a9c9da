using System.Reflection;

namespace PledgeMiner.Reading;

/// <summary>What an element's class, id and the like say of it.</summary>
[Flags]
internal enum PagePart { None = 0, Body = 1, Aside = 2, Comments = 4, Tell = 8, Hidden = 16, Negate = 32 }

/// <summary>The words that sites name the parts of their pages with: corpora/cues/page-parts.tsv.</summary>
internal static class PageParts
{
    private const int LongestName = 128;

    private static readonly Dictionary<string, PagePart> Words = Load();
    private static readonly Dictionary<string, PagePart>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the names in an attribute's value say, each name by itself: a name that says body outweighs what another says.</summary>
    public static PagePart Of(ReadOnlySpan<char> names)
    {
        var parts = PagePart.None;
        foreach (var range in names.SplitAny(" \t\r\n\f"))
        {
            var name = names[range];
            if (name.Length is > 0 and <= LongestName) parts |= OfName(name);
        }
        return parts;
    }

    private static PagePart OfName(ReadOnlySpan<char> name)
    {
        // "articleBody", "article__body" and "article-body" are one name.
        Span<char> plain = stackalloc char[(2 * LongestName) + 1];
        var length = 1;
        plain[0] = '=';
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsAsciiLetter(c))
            {
                if (i > 0 && char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(name[i - 1])) plain[length++] = '-';
                plain[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 1 && plain[length - 1] != '-')
            {
                plain[length++] = '-';
            }
        }
        while (length > 1 && plain[length - 1] == '-') length--;
        if (length == 1) return PagePart.None;
        if (Lookup.TryGetValue(plain[..length], out var whole)) return whole;
        return OfWords(plain[1..length]);
    }

    private static PagePart OfWords(ReadOnlySpan<char> name)
    {
        // Blogs name each post's tags and categories: "tag-advertising" says what it is about.
        if ((name.StartsWith("tag-") || name.StartsWith("category-")) && !Lookup.ContainsKey(name)) return PagePart.None;
        var parts = PagePart.None;
        for (var start = 0; start < name.Length;)
        {
            var rest = name[start..];
            var end = rest.IndexOf('-');
            var word = end < 0 ? rest : rest[..end];
            var next = end < 0 ? -1 : rest[(end + 1)..].IndexOf('-');
            var pair = end < 0 ? [] : next < 0 ? rest : rest[..(end + 1 + next)];
            if (Lookup.TryGetValue(word, out var part)) parts |= part;
            if (pair.Length > 0 && Lookup.TryGetValue(pair, out part)) parts |= part;
            if (end < 0) break;
            start += end + 1;
        }
        if ((parts & PagePart.Negate) != 0) return PagePart.None;
        // "article-body-share" is a bar in the body, not the body.
        return (parts & (PagePart.Aside | PagePart.Comments | PagePart.Tell)) != 0 ? parts & ~PagePart.Body : parts;
    }

    private static Dictionary<string, PagePart> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("cues/page-parts.tsv")!;
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, PagePart>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var kind, var list]) continue;
            foreach (var word in list.Split('|')) words[word] = words.GetValueOrDefault(word) | Enum.Parse<PagePart>(kind, ignoreCase: true);
        }
        return words;
    }
}
