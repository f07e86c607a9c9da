using System.Text;

namespace PledgeMiner.Tests.Reading;

/// <summary>Web pages made to break a reader: each tries one way to exhaust its stack, time or memory.</summary>
internal static class PathologicalHtml
{
    private const string Text = "<p>The ministers met in the old hall by the harbour and spoke for most of the afternoon about the winter to come.</p>";

    public static IEnumerable<(string Name, byte[] Body)> All()
    {
        foreach (var tag in (string[])["div", "b", "span", "p", "li", "td", "table", "form", "font", "a", "section", "svg", "select", "option", "x-y", "h1", "blockquote", "ul", "dl", "article"])
        {
            yield return ($"unclosed-{tag}.html", Page(Repeat($"<{tag}>a", 200_000)));
            yield return ($"closed-{tag}.html", Page(Repeat($"</{tag}>", 200_000)));
            yield return ($"nested-{tag}.html", Page(Repeat($"<{tag}>", 50_000) + "x" + Repeat($"</{tag}>", 50_000)));
        }
        foreach (var pattern in (string[])
            ["<i><b></i></b>", "<p><font>a</p>", "<li><p>a</li>", "<p><div></p></div>", "<table><tr><td>", "<ul><li>", "<a href=x><div>", "<tr><td><tr>", "<b><p></b></p>", "<dl><dt>a<dd>b", "<select><option>", "<h1><h2></h1>", "</ b >", "<a></b></a>"])
            yield return ($"mixed-{Hash(pattern)}.html", Page(Repeat(pattern, 100_000)));
        foreach (var opening in (string[])
            ["<", "<!", "<!--", "<!-->", "<?php ", "<% ", "<![CDATA[", "<script>", "<style>", "<textarea>", "<title>", "<a href=\"", "<a href='", "&", "&#", "&#x", "&amp", "&#99999999;", "</", "<a ", "<p =", "<<p>>", "<noscript>", "<plaintext>", "<xmp>", "<iframe>", "<template>", "\u0000", "<\u0000", "]]>", "\\u0000<p>", "<meta charset="])
            yield return ($"opening-{Hash(opening)}.html", Page(Repeat(opening, 1_000_000)));
        yield return ("attributes.html", Page("<p " + string.Concat(Enumerable.Range(0, 1_000_000).Select(x => $"a{x}=1 ")) + ">x</p>"));
        yield return ("attributes-alike.html", Page("<p " + Repeat("a=1 ", 3_000_000) + ">x</p>"));
        yield return ("attributes-bare.html", Page("<p " + Repeat("a ", 2_500_000) + ">x</p>"));
        yield return ("attributes-slashes.html", Page("<p " + Repeat("a/", 2_500_000) + ">x</p>"));
        yield return ("attributes-spread.html", Page(Repeat("<p a b c d e f g h i j k l m n o p q r s t u v w x y z>", 200_000)));
        yield return ("attribute-long.html", Page($"<p class=\"{Repeat("share-", 2_000_000)}\">x</p>"));
        yield return ("classes.html", Page(Repeat("<div class=\"a-share-b related c\">x</div>", 150_000)));
        yield return ("names.html", Page(string.Concat(Enumerable.Range(0, 100_000).Select(x => $"<n{x}>"))));
        yield return ("name-long.html", Page($"<{Repeat("n", 2_500_000)}>x"));
        yield return ("ids.html", Page(string.Concat(Enumerable.Range(0, 150_000).Select(x => $"<i id=a{x}></i>"))));
        yield return ("breaks.html", Page("text " + Repeat("<br>", 300_000)));
        yield return ("breaks-spaced.html", Page("text " + Repeat("<br> \n ", 150_000)));
        yield return ("spaces.html", Page("<p>a" + Repeat(" \t\n", 2_500_000) + "b</p>"));
        yield return ("paragraph-long.html", Page("<p>" + Repeat("word ", 1_500_000) + "</p>"));
        yield return ("word-long.html", Page("<p>" + Repeat("w", 12_500_000) + "</p>"));
        yield return ("pre-lines.html", Page("<pre>" + Repeat("a\n\n", 1_000_000) + "</pre>"));
        yield return ("entities.html", Page("<p>" + Repeat("&#128512;&lt;&nbsp;", 800_000)));
        yield return ("table-wide.html", Page("<table><tr>" + Repeat("<td>a</td>", 150_000) + "</tr></table>"));
        yield return ("tables-nested.html", Page(Repeat("<table><tr><td>a</td><td>", 100) + "x" + Repeat("</td></tr></table>", 100)));
        yield return ("dates.html", Page("<p>" + Repeat("1 2 3 May 4 5.6.7.8 May June 2016-1- ", 400_000)));
        yield return ("dates-lines.html", Page(Repeat("<p>3 May 2016</p>", 120_000)));
        yield return ("times.html", Page(Repeat("<time datetime=x>y</time>", 150_000)));
        yield return ("json-deep.html", Page($"<script type=\"application/ld+json\">{Repeat("[", 3_000_000)}</script>{Text}"));
        yield return ("json-objects.html", Page($"<script type=\"application/ld+json\">{Repeat("{\"@graph\":", 1_000_000)}</script>{Text}"));
        yield return ("json-array.html", Page($"<script type=\"application/ld+json\">[{Repeat("{\"datePublished\":1},", 700_000)}{{}}]</script>{Text}"));
        yield return ("json-many.html", Page(Repeat("<script type=\"application/ld+json\">{\"a\":1", 100_000) + Text));
        yield return ("scripts-dates.html", Page("<script>" + Repeat("publish", 2_000_000) + "</script>" + Text));
        yield return ("metas.html", Page(Repeat("<meta name=date content=x>", 150_000) + Text));
        yield return ("surrogates.html", Encoding.BigEndianUnicode.GetBytes("\uFEFF" + Page2("<p>" + Repeat("\uD800\uDC00\uD800 word \uDC00", 400_000))));
        yield return ("utf16-odd.html", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Page2(Text)), 0x41]);
        yield return ("utf7.html", Encoding.ASCII.GetBytes("<html><meta charset=utf-7><body>+ADw-script+AD4-" + Text));
        yield return ("charset-unknown.html", Encoding.ASCII.GetBytes("<html><meta charset=x-no-such><body>" + Text));
        yield return ("high-bytes.html", [.. Encoding.ASCII.GetBytes("<html><body><p>"), .. Enumerable.Repeat((byte)0xFE, 3_000_000)]);
        yield return ("random.html", Random());
        yield return ("large.html", Page(Repeat(Text, 7_900_000 / Text.Length)));
    }

    private static byte[] Random()
    {
        var bytes = new byte[2_000_000];
        new Random(1).NextBytes(bytes);
        return [.. Encoding.ASCII.GetBytes("<html><body>"), .. bytes];
    }

    private static string Page2(string body) => $"<html><head><title>Title</title></head><body>{body}</body></html>";

    private static byte[] Page(string body) => Encoding.UTF8.GetBytes(Page2(body));

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string Hash(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
