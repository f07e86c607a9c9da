using System.Text;
using PledgeMiner.App.Reviewing;

namespace PledgeMiner.Tests.App;

/// <summary>What of a stored page may be shown, and as what.</summary>
public sealed class InertPageTests
{
    [Theory]
    [InlineData("text/html", "text/html"), InlineData("TEXT/HTML; charset=\"windows-1251\"", "text/html; charset=windows-1251"), InlineData("text/plain; charset=utf-8; x=y", "text/plain; charset=utf-8")]
    [InlineData("text/html; charset=\"a b\"", "text/html"), InlineData("text/html; charset=a/b", null), InlineData(null, "text/html; charset=utf-8"), InlineData("text/html, text/css", null), InlineData("text/htmlx", null), InlineData("image/svg+xml", null), InlineData("", null)]
    public void Its_type_is_said_in_words_of_ours(string? declared, string? expected) => Assert.Equal(expected, InertPage.Of(PageOf("<p>x", declared))?.Type);

    [Theory]
    [InlineData("<link rel=preconnect href=//a>", "<meta rel=preconnect href=//a>"), InlineData("<LiNk/rel=x>", "<meta/rel=x>"), InlineData("<p>é</p>", "<p>é</p>"), InlineData("<li>nk", "<li>nk"), InlineData("<IFRAME src=//a>", "<x-IFRAME src=//a>"), InlineData("<frameset><frame>", "<x-frameset><x-frame>"), InlineData("</title><link\n>", "</title><meta\n>")]
    public void What_connects_to_a_host_says_nothing(string html, string expected) => Assert.Equal(expected, Encoding.UTF8.GetString(InertPage.Of(PageOf(html, "text/html"))!.Value.Body));

    [Theory]
    [InlineData("<\0l\0i\0n\0k\0>"), InlineData("<li\u001b(Bnk rel=preconnect>")]
    public void An_encoding_that_may_hide_a_tag_is_not_shown(string html) => Assert.Null(InertPage.Of(PageOf(html, "text/html")));

    [Theory]
    [InlineData("https://a.invalid/x.PDF", ".pdf"), InlineData("https://a.invalid/x.exe", ".bin"), InlineData("https://a.invalid/x.html", ".bin"), InlineData("https://a.invalid/", ".bin")]
    public void A_file_of_it_starts_no_program(string address, string expected) => Assert.Equal(expected, InertPage.ExtensionOf(new Uri(address)));

    private static Page PageOf(string html, string? type) => new(new Uri("https://a.invalid/page.html"), Encoding.UTF8.GetBytes(html), type, "", DateTimeOffset.UnixEpoch);
}
