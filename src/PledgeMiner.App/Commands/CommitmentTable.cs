using Spectre.Console;

namespace PledgeMiner.App.Commands;

/// <summary>A document's commitments as a table for the terminal.</summary>
internal static class CommitmentTable
{
    public static void Print(string source, Mined mined)
    {
        var document = mined.Document;
        AnsiConsole.MarkupLineInterpolated($"[bold]{document.Title ?? source}[/]  {document.Published?.ToString("yyyy-MM-dd") ?? "no date"}  {document.Publisher ?? ""}");
        if (mined.Commitments.Count == 0)
        {
            AnsiConsole.WriteLine($"No commitment in {mined.Sentences.Count} sentences.");
            AnsiConsole.WriteLine();
            return;
        }
        var table = new Table().RoundedBorder().ShowRowSeparators();
        table.AddColumn(new TableColumn("Quote").Width(Math.Max(30, AnsiConsole.Profile.Width * 2 / 5)));
        table.AddColumns("Act", "Who", "Pillars", "Firmness", "Condition", "By when", "Sure");
        foreach (var (deed, judgement) in mined.Commitments)
        {
            table.AddRow(
                Escape(deed.Span.Of(document.Text)),
                judgement.Act.Label.Code(),
                Escape(string.Join(", ", deed.Pledgers.Select(NameOf).Distinct())),
                string.Join(", ", judgement.Pillars.Select(x => x.Label.Code())),
                judgement.Force?.Label.Code() ?? "",
                string.Join(", ", deed.Conditions.Select(x => x.Value.Code())),
                Escape(deed.Due is { } due ? due.Span.Of(document.Text) : ""),
                $"{judgement.Act.Score:P0}");
        }
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
    }

    private static string NameOf(Pledger pledger) => pledger.Resolved.Count > 0 ? string.Join(", ", pledger.Resolved) : pledger.Code;

    private static string Escape(string text) => Markup.Escape(text.ReplaceLineEndings(" "));
}
