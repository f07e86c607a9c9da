using System.Text;
using PledgeMiner.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace PledgeMiner.Tests.Reading;

public class PdfTests
{
    private static readonly PdfChild Child = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "PledgeMiner.App.dll"), "pdf-text"]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_are_joined_and_hyphens_at_their_ends_undone()
    {
        var read = await new Reader(Child).ReadAsync(PageOf(Case("plain.pdf")), Particulars.None, Cancel);
        Assert.Equal("Norway will send two batteries to Ukraine by the end of 2027, the defence minister said on Tuesday.", read.Value!.Text);
        Assert.Equal(("A promise", new DateOnly(2025, 3, 1)), (read.Value.Title, read.Value.Published));
    }

    [Fact]
    public async Task A_pdf_that_hangs_the_parser_is_given_up()
    {
        // 300,000 letters strewn over one page: finding their words takes minutes.
        var content = new StringBuilder("BT /F1 6 Tf ");
        for (var i = 0; i < 300_000; i++) content.Append($"1 0 0 1 {i % 600} {i * 7 % 780} Tm (a) Tj ");
        var plain = Encoding.Latin1.GetString(Case("plain.pdf"));
        var (from, to) = (plain.IndexOf("BT /F1", StringComparison.Ordinal), plain.IndexOf(" ET", StringComparison.Ordinal));
        var old = plain[plain.LastIndexOf("/Length ", from, StringComparison.Ordinal)..(to + 3)];
        var slow = plain.Replace(old, $"/Length {content.Length + 3}>>\nstream\n{content} ET", StringComparison.Ordinal);

        var read = await new Reader(Child with { Time = TimeSpan.FromSeconds(4) }).ReadAsync(PageOf(Encoding.Latin1.GetBytes(slow)), Particulars.None, Cancel);

        Assert.Equal(ProblemKind.TooSlow, read.Problem!.Kind);
    }

    [Fact]
    public async Task A_child_that_dies_harms_only_its_page()
    {
        var dying = new PdfChild("dotnet", ["/nothing-here.dll"]);
        Assert.Equal(ProblemKind.Damaged, (await new Reader(dying).ReadAsync(PageOf(Case("plain.pdf")), Particulars.None, Cancel)).Problem!.Kind);
    }

    [Fact]
    public async Task Columns_are_read_one_after_the_other_and_running_heads_left_out()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        string[] left = ["The participants met in the old town hall", "and agreed that the aid should be sent be-", "fore the winter. Each of them will name one", "officer who keeps count of what is given."];
        string[] right = ["The first report is due in the spring of the", "next year. It will list every delivery with", "its date and its worth, and it will be made", "known to the parliaments of all the states."];
        for (var number = 1; number <= 3; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText("Joint communique of the conference", 9, new(200, 810), font);
            if (number > 1) page.AddText(number == 2 ? "Nothing was said of the money that all of it will cost." : "The conference will meet again in the autumn.", 10, new(50, 700), font);
            for (var line = 0; number == 1 && line < left.Length; line++)
            {
                page.AddText(left[line], 10, new(50, 700 - (14 * line)), font);
                page.AddText(right[line], 10, new(320, 700 - (14 * line)), font);
            }
            page.AddText($"Page {number} of 3", 9, new(280, 30), font);
        }
        var text = (await new Reader(Child).ReadAsync(PageOf(builder.Build()), Particulars.None, Cancel)).Value!.Text;
        Assert.DoesNotContain("Joint communique", text, StringComparison.Ordinal);
        Assert.DoesNotContain("of 3", text, StringComparison.Ordinal);
        Assert.StartsWith("The participants met in the old town hall and agreed that the aid should be sent before the winter. Each of them will name one officer who keeps count of what is given.", text, StringComparison.Ordinal);
        Assert.Contains("The first report is due in the spring of the next year.", text, StringComparison.Ordinal);
    }

    private static byte[] Case(string name) => File.ReadAllBytes(Repository.File("tests", "PledgeMiner.Tests", "Cases", "reading", name));

    private static PledgeMiner.Page PageOf(byte[] body) => new(new Uri("https://a.invalid/a.pdf"), body, "application/pdf", "", DateTimeOffset.UnixEpoch);
}
